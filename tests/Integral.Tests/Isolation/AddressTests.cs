using System.Net;
using Integral.People.Contracts;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Isolation;

/// <summary>Which institution is asked is read from host and path alone: no trick with them, and no header, reaches another one (A5).</summary>
public sealed class AddressTests(District district) : IClassFixture<District>
{
    private const string Mark = "Только-Первая";

    [Theory]
    [InlineData("/school-1/api/v1/people"), InlineData("/SCHOOL-1/api/v1/people"), InlineData("/school-2/../school-1/api/v1/people"), InlineData("/school-1/../school-2/api/v1/people")]
    [InlineData("//school-1/api/v1/people"), InlineData("/school-2//school-1/api/v1/people"), InlineData("/school-2/school-1/api/v1/people"), InlineData("/school-1//api/v1/people"), InlineData("/./school-1/api/v1/people")]
    [InlineData("/school-1/kk/api/v1/people"), InlineData("/kk/school-1/api/v1/people"), InlineData("/school-2/kk/../../school-1/api/v1/people"), InlineData("/school-1;/api/v1/people"), InlineData("/school-1%2f..%2fschool-2/api/v1/people")]
    [InlineData("/school-1\u0000/api/v1/people"), InlineData("/school-1 /api/v1/people"), InlineData("/ school-1/api/v1/people"), InlineData("/school-1\\api/v1/people"), InlineData("/sсhool-1/api/v1/people")]
    public async Task No_spelling_of_an_address_gives_the_people_of_another_institution(string path)
    {
        var answer = await AskAsync(await TokenAsync(), path);

        Assert.DoesNotContain(Mark, answer.Text, StringComparison.Ordinal);
        Assert.InRange(answer.Status, 400, 499);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "school-1.example.org"), InlineData("X-Forwarded-Prefix", "/school-1"), InlineData("X-Original-URL", "/school-1/api/v1/people"), InlineData("X-Rewrite-URL", "/school-1/api/v1/people")]
    [InlineData("X-Host", "school-1.example.org"), InlineData("Forwarded", "host=school-1.example.org"), InlineData("X-HTTP-Method-Override", "DELETE"), InlineData("X-Tenant", "school-1")]
    public async Task A_header_changes_nothing_of_who_is_asked(string header, string value)
    {
        var token = await TokenAsync();
        var plain = await AskAsync(token, "/school-2/api/v1/people");
        var tampered = await AskAsync(token, "/school-2/api/v1/people", http => http.Request.Headers[header] = value);

        Assert.Equal((200, plain.Text), (tampered.Status, tampered.Text));
        Assert.DoesNotContain(Mark, tampered.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("school-1.example.org"), InlineData("SCHOOL-1.EXAMPLE.ORG"), InlineData("school-1.example.org:8080")]
    public async Task A_host_name_leads_to_its_institution_and_there_one_has_the_rights_one_has_there(string host)
    {
        var token = await TokenAsync();
        Assert.Equal(403, (await AskAsync(token, "/api/v1/people", http => http.Request.Host = new(host))).Status);
        // On a host of its own the path's first segment is no institution's any more.
        Assert.InRange((await AskAsync(token, "/school-2/api/v1/people", http => http.Request.Host = new(host))).Status, 400, 499);
    }

    [Fact]
    public async Task A_token_for_one_institution_is_nobodys_in_another()
    {
        var limited = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow, only: "school-1");

        Assert.Equal(HttpStatusCode.OK, (await limited.GetAsync("/school-1/api/v1/people")).StatusCode);
        foreach (var elsewhere in new[] { "/school-2/api/v1/people", "/api/v1/people", "/api/v1/tenants", "/api/v1/me", "/centre/api/v1/audit" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await limited.GetAsync(elsewhere)).StatusCode);
    }

    private async Task<string> TokenAsync()
    {
        var catalogue = district.Services.GetRequiredService<Catalogue>();
        if (district.Tenant("school-1").Hosts.Count == 0)
        {
            await district.InDbAsync("school-1", async db => { db.Add(new Person(new(Mark, "Анна", null), "ru")); return await db.SaveChangesAsync(); });
            await district.InTenantAsync("", s => s.GetRequiredService<TenantChanges>().SetAsync(district.Tenant("school-1").Id, new() { Hosts = ["school-1.example.org"] }));
            await catalogue.RefreshAsync();
        }
        return (await district.ProgramAsync("school-2", DeliveredRoles.Head)).DefaultRequestHeaders.Authorization!.Parameter!;
    }

    // Past the client, which would tidy the path.
    private async Task<(int Status, string Text)> AskAsync(string token, string path, Action<HttpContext>? change = null)
    {
        var answer = await district.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Scheme, http.Request.Host, http.Request.Path) = ("GET", "http", new HostString("localhost"), new PathString(path));
            http.Request.Headers.Authorization = $"Bearer {token}";
            change?.Invoke(http);
        });
        using var reader = new StreamReader(answer.Response.Body);
        return (answer.Response.StatusCode, await reader.ReadToEndAsync());
    }
}
