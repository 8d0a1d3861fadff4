using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Tests.Kit;

namespace Integral.Tests.Tenancy;

public sealed class HostNameTests(District district) : IClassFixture<District>
{
    private const string Tenants = "/api/v1/tenants";

    [Fact]
    public async Task Two_institutions_used_to_get_one_host_name_when_they_were_created_at_once()
    {
        var admin = await district.AdminProgramAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            admin.PostAsJsonAsync(Tenants, new { name = $"At once {i}", path = $"at-once-{i}", recipe = "school", host = i % 2 == 0 ? "at-once.example.org" : "At-Once.Example.Org" })));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task Two_institutions_used_to_get_one_host_name_when_they_were_changed_at_once()
    {
        var admin = await district.AdminProgramAsync();
        var ids = new List<Guid>();
        foreach (var path in new[] { "host-a", "host-b", "host-c" })
            ids.Add((Guid)(await (await admin.PostAsJsonAsync(Tenants, new { name = path, path, recipe = "school" })).Content.ReadFromJsonAsync<JsonObject>())!["id"]!);

        var answers = await Task.WhenAll(ids.Select(id => admin.PatchAsJsonAsync($"{Tenants}/{id}", new { hosts = new[] { "changed.example.org" } })));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Single(ids, id => district.Services.GetService(typeof(Integral.Platform.Tenancy.Catalogue)) is Integral.Platform.Tenancy.Catalogue c && c.Of(id)!.Hosts.Count > 0);
    }

    [Fact]
    public async Task An_institution_that_failed_leaves_its_host_name_free()
    {
        var admin = await district.AdminProgramAsync();
        var failed = await admin.PostAsJsonAsync(Tenants, new { name = "Fails", path = "fails", recipe = "school", host = "again.example.org", adminEmail = "nobody-known@example.org" });
        var again = await admin.PostAsJsonAsync(Tenants, new { name = "Works", path = "works", recipe = "school", host = "again.example.org" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, failed.StatusCode);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }
}
