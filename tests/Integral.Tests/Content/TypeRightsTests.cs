using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Content;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content;

/// <summary>Who may do what with items of a type that says so, alike on the screens, in the API and with many at once.</summary>
public sealed class TypeRightsTests(District district) : IClassFixture<District>
{
    private const string Items = "/api/v1/content/items", Publish = "[formaction*='handler=Publish']";

    [Fact]
    public async Task A_librarian_who_may_write_documents_only_writes_nothing_else()
    {
        await SayAsync("", "News", (DeliveredRoles.Librarian, []));
        await SayAsync("", "Page", (DeliveredRoles.Librarian, []));
        var (librarian, admin) = (await district.ProgramAsync("", DeliveredRoles.Librarian), await district.AdminProgramAsync());
        var news = await AddedAsync(admin, "News", isPublished: true);

        Assert.Equal(HttpStatusCode.Created, await AddAsync(librarian, "Document"));
        Assert.Equal(HttpStatusCode.Forbidden, await AddAsync(librarian, "News"));
        Assert.Equal(HttpStatusCode.Forbidden, await AddAsync(librarian, "Page"));
        Assert.Equal(HttpStatusCode.Forbidden, await ChangeAsync(librarian, news));
        Assert.Equal(HttpStatusCode.Forbidden, (await librarian.PostAsJsonAsync(Items, new { contentType = "News", translationOf = news, culture = "kk", data = Data() })).StatusCode);

        await GiveRoleAsync("teacher", "school-1", DeliveredRoles.Librarian);
        await SayAsync("school-1", "News", (DeliveredRoles.Librarian, []));
        var screen = await district.SignInAsync("teacher", "/school-1");
        var offered = (await screen.OpenAsync("/school-1/Admin/Content")).Document.QuerySelectorAll("a[href*='Edit?type=']").Select(a => a.GetAttribute("href")!.Split("type=")[1]).ToList();
        Assert.Contains("Document", offered);
        Assert.DoesNotContain("News", offered);
        Assert.Equal(HttpStatusCode.Forbidden, await screen.StatusAsync("/school-1/Admin/Content/Edit?type=News"));
        Assert.Equal(HttpStatusCode.OK, await screen.StatusAsync("/school-1/Admin/Content/Edit?type=Document"));
    }

    [Fact]
    public async Task A_methodologist_who_publishes_news_and_no_documents_does_so_everywhere()
    {
        await SayAsync("", "Document", (DeliveredRoles.Methodologist, ["write", "edit"]));
        await SayAsync("", "News");
        var (methodologist, admin) = (await district.ProgramAsync("", DeliveredRoles.Methodologist), await district.AdminProgramAsync());
        var (seen, draft, news) = (await AddedAsync(admin, "Document", isPublished: true), await AddedAsync(methodologist, "Document", isPublished: false), await AddedAsync(methodologist, "News", isPublished: false));

        Assert.Equal(HttpStatusCode.Forbidden, await AddAsync(methodologist, "Document", isPublished: true));
        Assert.Equal(HttpStatusCode.Created, await AddAsync(methodologist, "News", isPublished: true));
        Assert.Equal(HttpStatusCode.Forbidden, (await methodologist.PostAsync($"{Items}/{seen}/unpublish", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await methodologist.DeleteAsync($"{Items}/{seen}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync(methodologist, seen));

        var screen = await district.SignInAsync("methodist");
        Assert.Null((await screen.OpenAsync($"/Admin/Content/Edit/{draft}")).Document.QuerySelector(Publish));
        Assert.NotNull((await screen.OpenAsync($"/Admin/Content/Edit/{news}")).Document.QuerySelector(Publish));
        var page = $"/Admin/Content/Edit/{draft}";
        Assert.Equal(HttpStatusCode.Forbidden, (await screen.PostAsync($"{page}?handler=Publish", await People.RulesTests.Filled(screen, page))).Status);

        var report = (await (await methodologist.PostAsJsonAsync("/api/v1/content/bulk", new { action = "Publish", items = new[] { draft, news } })).Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((1, draft), ((int)report["done"]!, $"{Assert.Single(report["refused"]!.AsArray())!["contentItemId"]}"));
        await SayAsync("", "Document");
    }

    [Fact]
    public async Task What_is_only_ones_own_by_its_type_is_seen_and_changed_by_nobody_else()
    {
        await SayAsync("", "Announcement", (DeliveredRoles.Methodologist, ["write"]));
        var (author, other, admin) = (await district.ProgramAsync("", DeliveredRoles.Methodologist), await district.ProgramAsync("", DeliveredRoles.Methodologist), await district.AdminProgramAsync());
        var (draft, seen) = (await AddedAsync(author, "Announcement", isPublished: false), await AddedAsync(admin, "Announcement", isPublished: true));

        Assert.Contains(draft, await ListedAsync(author));
        Assert.Contains(draft, await ListedAsync(admin));
        Assert.DoesNotContain(draft, await ListedAsync(other));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Items}/{draft}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync(author, draft));
        Assert.Equal(HttpStatusCode.Forbidden, await ChangeAsync(other, seen));

        var screen = await district.SignInAsync("methodist");
        Assert.Null((await screen.OpenAsync($"/Admin/Content/Edit/{seen}")).Document.QuerySelector("[name='Item.TitlePart.Title']"));
        var (news, versions) = (await AddedAsync(admin, "News", isPublished: true), await district.InDbAsync("", db => db.ContentItems.Where(i => i.ContentItemId == seen).SelectMany(i => i.Versions.Select(v => v.ContentItemVersionId)).ToListAsync()));
        var sendable = await People.RulesTests.Filled(screen, $"/Admin/Content/Edit/{news}");
        Assert.Equal(HttpStatusCode.Forbidden, (await screen.PostAsync($"/Admin/Content/Versions/{seen}?version={versions[0]}", sendable)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await screen.PostAsync($"/Admin/Content/Edit/{seen}?handler=Link", sendable)).Status);
    }

    [Fact]
    public async Task A_type_can_give_what_the_role_does_not_have()
    {
        await SayAsync("school-2", "Document", (DeliveredRoles.Librarian, ["write", "edit", "publish"]));
        var (librarian, admin) = (await district.ProgramAsync("school-2", DeliveredRoles.Librarian), await district.AdminProgramAsync());
        var draft = await AddedAsync(admin, "Document", isPublished: false, "/school-2");
        Assert.Contains(draft, await ListedAsync(librarian, "/school-2"));
        Assert.Equal(HttpStatusCode.Created, await AddAsync(librarian, "Document", isPublished: true, "/school-2"));
        Assert.Equal(HttpStatusCode.Forbidden, await AddAsync(librarian, "News", isPublished: true, "/school-2"));
        Assert.Equal(HttpStatusCode.NoContent, (await librarian.DeleteAsync($"/school-2{Items}/{draft}")).StatusCode);
    }

    [Fact]
    public async Task A_role_of_another_tenant_is_no_role_here()
    {
        await SayAsync("school-1", "Page", (DeliveredRoles.Methodologist, []), (DeliveredRoles.Librarian, []));
        Assert.Equal(HttpStatusCode.Forbidden, await AddAsync(await district.ProgramAsync("school-1", DeliveredRoles.Methodologist), "Page", at: "/school-1"));
        Assert.Equal(HttpStatusCode.Created, await AddAsync(await district.ProgramAsync("", DeliveredRoles.Methodologist, Reach.HereAndBelow), "Page", isPublished: true, "/school-1"));
        Assert.Equal(HttpStatusCode.Created, await AddAsync(await district.ProgramAsync("centre", DeliveredRoles.Librarian), "Page", at: "/centre"));
        await SayAsync("school-1", "Page");
    }

    [Fact]
    public async Task Without_the_mark_nothing_changes_and_words_that_nobody_understands_open_nothing()
    {
        await DescribeAsync("Unmarked", """{"Settings":{"IntegralTypeSettings":{"Rights":{"librarian":[]}}},"ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart"}]}""");
        await DescribeAsync("Unclear", """{"Settings":{"ContentTypeSettings":{"Securable":true},"IntegralTypeSettings":{"Rights":{"librarian":["wriet"]}}},"ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart"}]}""");
        var librarian = await district.ProgramAsync("", DeliveredRoles.Librarian);
        Assert.Equal(HttpStatusCode.Created, await AddAsync(librarian, "Unmarked"));
        Assert.Equal(HttpStatusCode.Forbidden, await AddAsync(librarian, "Unclear"));
    }

    [Fact]
    public async Task Nobody_gives_a_right_that_they_have_not_themselves_and_what_is_said_stays_where_nothing_is_said()
    {
        await Assert.ThrowsAsync<RuleException>(() => SayAsAsync([ContentModule.Types, ContentModule.Write], TypeRight.Write | TypeRight.Publish));
        await SayAsAsync([ContentModule.Types, ContentModule.Write], TypeRight.None);
        await Assert.ThrowsAsync<RuleException>(() => SayAsAsync([ContentModule.Types], TypeRight.Write));
        var definition = await district.InDbAsync("centre", db => db.ContentTypes.Where(t => t.Name == "Document").Select(t => t.Definition).SingleAsync());
        Assert.Contains("\"Securable\":true", definition, StringComparison.Ordinal);
        Assert.Contains("\"Rights\":{\"librarian\":[]}", definition, StringComparison.Ordinal);

        var admin = await district.AdminProgramAsync();
        await PutAsync(admin, "centre", "Document", body => body.Remove("rights"));
        Assert.Equal("""{"librarian":[]}""", (await admin.GetFromJsonAsync<JsonObject>("/centre/api/v1/content/types/Document"))!["rights"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(admin, "centre", "Document", body => body["rights"] = new JsonObject { ["librarian"] = new JsonArray("wriet") })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(admin, "centre", "Document", body => body["rights"] = new JsonObject { ["nobody"] = new JsonArray("write") })).StatusCode);
    }

    [Fact]
    public async Task The_screen_of_a_type_says_who_may_do_what()
    {
        const string Page = "/school-2/Admin/Content/Types/Edit/Page";
        var admin = await district.SignInAsync("admin");
        var sent = await admin.SubmitAsync(Page, new() { ["Form.Rights[librarian]"] = "1", ["Form.Rights[head]"] = "0" });
        Assert.True(sent.IsRedirect, sent.Errors);
        var rights = (await (await district.AdminProgramAsync()).GetFromJsonAsync<JsonObject>("/school-2/api/v1/content/types/Page"))!["rights"]!;
        Assert.Equal("""{"head":[],"librarian":["write"]}""", rights.ToJsonString());
        Assert.Equal("1", (await admin.OpenAsync(Page)).Document.QuerySelector("select[name='Form.Rights[librarian]'] option[selected]")!.GetAttribute("value"));
        Assert.True((await admin.SubmitAsync(Page, new() { ["Form.Rights[librarian]"] = "", ["Form.Rights[head]"] = "" })).IsRedirect);
        Assert.DoesNotContain("\"Rights\"", await district.InDbAsync("school-2", db => db.ContentTypes.Where(t => t.Name == "Page").Select(t => t.Definition).SingleAsync()), StringComparison.Ordinal);
    }

    private async Task SayAsync(string tenant, string type, params (string Role, string[] Rights)[] rights) => await PutAsync(await district.AdminProgramAsync(), tenant, type, body =>
        body["rights"] = new JsonObject(rights.Select(r => KeyValuePair.Create<string, JsonNode?>(r.Role, new JsonArray([.. r.Rights.Select(w => JsonValue.Create(w))])))));

    private static async Task PutAsync(HttpClient admin, string tenant, string type, Action<JsonObject> change)
    {
        var answer = await SendAsync(admin, tenant, type, change);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient admin, string tenant, string type, Action<JsonObject> change)
    {
        var address = $"{(tenant.Length == 0 ? "" : "/")}{tenant}/api/v1/content/types/{type}";
        var read = (await admin.GetFromJsonAsync<JsonObject>(address))!;
        var body = new JsonObject(new[] { "title", "description", "folder", "listTitle", "isCreatable", "parts", "contained", "fields", "rights" }.Select(p => KeyValuePair.Create(p, read[p]?.DeepClone())));
        change(body);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await admin.SendAsync(request);
    }

    private Task<int> SayAsAsync(string[] permissions, TypeRight ofLibrarian) => district.InTenantAsync("centre", async services =>
    {
        services.GetRequiredService<Current>().Enter(new SignedIn(Guid.NewGuid(), Guid.NewGuid(), "someone", "Someone", null, null, new HashSet<string>(), permissions.ToHashSet()));
        var desk = services.GetRequiredService<TypeDesk>();
        await desk.ChangeAsync("Document", (await desk.FindAsync("Document")).Said with { Rights = new Dictionary<string, TypeRight> { [DeliveredRoles.Librarian] = ofLibrarian } }, null);
        return 0;
    });

    private Task<int> DescribeAsync(string name, string definition) => district.InTenantAsync("", async services =>
    {
        var (db, type) = (services.GetRequiredService<Integral.Platform.Data.Db>(), new ContentType { Name = name, DisplayName = name });
        type.Describe(name, definition);
        db.Add(type);
        await db.SaveChangesAsync();
        await services.GetRequiredService<TenantChanges>().TouchAsync(district.Tenant("").Id);
        return 0;
    });

    private async Task GiveRoleAsync(string who, string tenant, string role)
    {
        var (account, where) = ((await district.AccountAsync(who)).Id, district.Tenant(tenant).Id);
        await district.InHostAsync(async host =>
        {
            var membership = await host.Memberships.SingleAsync(m => m.AccountId == account && m.TenantId == where);
            membership.Roles = [.. membership.Roles, role];
            return await host.SaveChangesAsync();
        });
    }

    private static JsonObject Data(string? type = null)
    {
        var data = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = $"Право {Guid.NewGuid():N}" } };
        if (type == "Document") data[type] = new JsonObject { ["Date"] = new JsonObject { ["Value"] = "2026-11-02" } };
        return data;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient program, string type, bool isPublished, string at) => program.PostAsJsonAsync($"{at}{Items}", new { contentType = type, data = Data(type), publish = isPublished });
    private static async Task<HttpStatusCode> AddAsync(HttpClient program, string type, bool isPublished = false, string at = "") => (await PostAsync(program, type, isPublished, at)).StatusCode;

    private static async Task<string> AddedAsync(HttpClient program, string type, bool isPublished, string at = "")
    {
        var answer = await PostAsync(program, type, isPublished, at);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())!["contentItemId"]}";
    }

    private static async Task<HttpStatusCode> ChangeAsync(HttpClient program, string item)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Items}/{item}") { Content = JsonContent.Create(new { data = Data() }) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return (await program.SendAsync(request)).StatusCode;
    }

    private static async Task<List<string>> ListedAsync(HttpClient program, string at = "") =>
        [.. (await program.GetFromJsonAsync<JsonObject>($"{at}{Items}?limit=100"))!["items"]!.AsArray().Select(i => $"{i!["contentItemId"]}")];
}
