using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;

namespace Integral.Tests.Tenancy;

/// <summary>The root's administrator, one of school 1, and nobody, before the institutions of the demo.</summary>
public sealed class TenantApiTests(District district) : IClassFixture<District>
{
    private const string Tenants = "/api/v1/tenants";

    [Fact]
    public async Task An_institution_is_created_once_though_asked_twice_under_one_key()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var first = await CreateAsync(admin, "twice", key: "k1");
        var again = await CreateAsync(admin, "twice", key: "k1");
        var other = await CreateAsync(admin, "other-one", key: "k1");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task Nobody_moves_an_institution_below_itself()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var above = await IdAsync(await CreateAsync(admin, "circle-above"));
        var below = await IdAsync(await CreateAsync(admin, "circle-below", parent: above));

        var answer = await admin.PostAsJsonAsync($"{Tenants}/{above}/move", new { parentId = below });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_move_is_allowed_only_with_the_right_at_the_destination()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var place = await IdAsync(await CreateAsync(admin, "a-place"));
        var moved = await IdAsync(await CreateAsync(admin, "moved"));
        var onlyHere = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.Here);

        Assert.Equal(HttpStatusCode.Forbidden, (await onlyHere.PostAsJsonAsync($"{Tenants}/{moved}/move", new { parentId = place })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsJsonAsync($"{Tenants}/{moved}/move", new { parentId = place })).StatusCode);
    }

    [Fact]
    public async Task What_is_not_below_is_not_there()
    {
        var head = await district.ProgramAsync("school-1", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var foreign = district.Tenant("school-2").Id;

        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/school-1{Tenants}/{foreign}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.PostAsync($"/school-1{Tenants}/{foreign}/disable", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.PostAsJsonAsync($"/school-1{Tenants}/{district.Tenant("school-1").Id}/move", new { parentId = foreign })).StatusCode);
        Assert.Equal(TenantState.Running, district.Tenant("school-2").State);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_changed()
    {
        var teacher = await district.ProgramAsync("", DeliveredRoles.Teacher, Reach.HereAndBelow);

        Assert.Equal(HttpStatusCode.Unauthorized, (await district.CreateClient().GetAsync(Tenants)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await CreateAsync(teacher, "not-mine")).StatusCode);
    }

    [Fact]
    public async Task An_unknown_or_wrong_property_is_refused()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);

        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsJsonAsync(Tenants, new { name = "A", path = "over-posted", recipe = "school", state = "Running" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsJsonAsync(Tenants, new { name = new string('x', 301), path = "too-long", recipe = "school" })).StatusCode);
    }

    [Fact]
    public async Task A_change_of_an_older_version_is_refused()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var created = await CreateAsync(admin, "versions");
        var id = await IdAsync(created);

        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(admin, id, "Newer", created.Headers.ETag!)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PatchAsync(admin, id, "Older", created.Headers.ETag!)).StatusCode);
        Assert.Equal("Newer", district.Tenant("versions").Name);
    }

    [Fact]
    public async Task Of_several_versions_in_If_Match_the_present_one_counts()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var created = await CreateAsync(admin, "several-versions");
        var id = await IdAsync(created);

        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(admin, id, "Newer", new("\"1\""), created.Headers.ETag!, new("\"9999999999\""))).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PatchAsync(admin, id, "Older", new("\"1\""), created.Headers.ETag!)).StatusCode);
    }

    [Fact]
    public async Task What_is_removed_lies_in_the_archive_and_its_address_is_free()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var id = await IdAsync(await CreateAsync(admin, "goes-away"));
        await district.InDbAsync("goes-away", async db =>
        {
            await db.PutSettingAsync("Site", new JsonObject { ["slogan"] = "kept-in-the-archive" });
            return await db.SaveChangesAsync();
        });

        var answer = await admin.DeleteAsync($"{Tenants}/{id}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var archive = Path.Combine(district.Folder, "archive", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["archive"]!);
        using var zip = ZipFile.OpenRead(archive);
        Assert.Contains("goes-away", await new StreamReader(zip.GetEntry("manifest.json")!.Open()).ReadToEndAsync());
        Assert.Contains(zip.Entries, e => e.FullName == "rows/settings.jsonl" && Text(e).Contains("kept-in-the-archive", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{Tenants}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(admin, "goes-away")).StatusCode);
    }

    [Fact]
    public async Task One_with_others_below_it_is_not_removed()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var above = await IdAsync(await CreateAsync(admin, "has-below"));
        await CreateAsync(admin, "is-below", parent: above);

        var answer = await admin.DeleteAsync($"{Tenants}/{above}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("is-below", await answer.Content.ReadAsStringAsync());
        Assert.Equal(TenantState.Running, district.Tenant("has-below").State);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.DeleteAsync($"{Tenants}/{district.Tenant("").Id}")).StatusCode);
    }

    [Fact]
    public async Task A_long_list_comes_in_parts()
    {
        var admin = await district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var first = await admin.GetFromJsonAsync<JsonObject>($"{Tenants}?limit=2");
        var second = await admin.GetFromJsonAsync<JsonObject>($"{Tenants}?limit=1000000000&after={first!["next"]}");

        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.DoesNotContain(second!["items"]!.AsArray(), t => (string)t!["id"]! == (string)first["items"]![1]!["id"]!);
    }

    private static async Task<HttpResponseMessage> CreateAsync(HttpClient client, string path, Guid? parent = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Tenants) { Content = JsonContent.Create(new { name = path, path, recipe = "school", parentId = parent }) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient client, Guid id, string name, params EntityTagHeaderValue[] seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"{Tenants}/{id}") { Content = JsonContent.Create(new { name }) };
        foreach (var tag in seen) request.Headers.IfMatch.Add(tag);
        return await client.SendAsync(request);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static async Task<Guid> IdAsync(HttpResponseMessage created) => (Guid)(await created.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
}
