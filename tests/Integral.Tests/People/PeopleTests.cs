using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Integral.Platform.Security;
using Integral.Tests.Kit;

namespace Integral.Tests.People;

public sealed class PeopleTests(District district) : IClassFixture<District>
{
    private const string Here = "/school-1/Admin/People";

    [Fact]
    public async Task Somebody_who_was_added_signs_in_with_the_slip_and_is_asked_for_a_new_password()
    {
        var admin = await AdminAsync("p1");

        var slip = await admin.PostAsync($"{Here}/Several", await RulesTests.Filled(admin, $"{Here}/Several",
            ("Form.Names", "Королёва Анна Петровна\nЖұмабаев Ерлан"), ("Form.Roles", DeliveredRoles.Learner)));

        var codes = slip.Document.QuerySelectorAll("code").Select(c => c.TextContent).ToList();
        Assert.Equal(4, codes.Count);
        Assert.EndsWith("-koroleva", codes[0], StringComparison.Ordinal);
        var learner = district.Visitor();
        var signedIn = await learner.SubmitAsync("/school-1/sign-in", new() { ["Form.Login"] = codes[0], ["Form.Password"] = codes[1] });
        Assert.True(signedIn.IsRedirect);
        Assert.Contains("password", (await learner.OpenAsync("/school-1/cabinet")).Location!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Королёва Анна Петровна", await admin.ReadAsync($"{Here}?q=королева анна"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_takes_as_many_statements_for_fifty_people_as_for_one()
    {
        var admin = await AdminAsync("p2");
        await district.InTenantAsync("school-1", services =>
        {
            var db = (Integral.Platform.Data.Db)services.GetService(typeof(Integral.Platform.Data.Db))!;
            db.AddRange(Enumerable.Range(0, 120).Select(i => new Integral.People.Contracts.Person(new($"Абв{i:000}", "Имя", null), "ru")));
            return db.SaveChangesAsync();
        });

        district.Statements.Reset();
        var first = await admin.OpenAsync(Here);
        Assert.InRange(district.Statements.Seen.Count, 1, 5);      // one is the bell's

        var next = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await admin.OpenAsync(next);
        Assert.Equal(50, second.Document.QuerySelectorAll("tbody tr").Length);
        Assert.DoesNotContain(Rows(first), name => Rows(second).Contains(name));
    }

    [Fact]
    public async Task Somebody_of_another_institution_is_not_there()
    {
        var other = await district.AddAsync("p3", "school-2", DeliveredRoles.Teacher);
        var admin = await AdminAsync("p4");
        var membership = await district.MembershipAsync(other, "school-2");

        foreach (var page in new[] { "Show", "Access", "Change", "Edit", "Account" })
            Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync($"{Here}/{page}/{membership!.Id}"));
        Assert.DoesNotContain("p3@crew.local", await admin.ReadAsync($"{Here}?q=p3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_blocked_is_out_at_once_and_who_is_reset_too()
    {
        var teacher = await district.AddAsync("p5", "school-1", DeliveredRoles.Learner);
        var visitor = await district.EnterAsync(teacher, "/school-1");
        var admin = await AdminAsync("p6");
        var page = await district.PageAsync(teacher, "school-1", "Access");
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/school-1/account"));

        var reset = await admin.PressAsync(page, "Reset");
        Assert.Contains("sign-in", (await visitor.OpenAsync("/school-1/account")).Location!.ToString(), StringComparison.Ordinal);

        var again = await district.EnterAsync(teacher, "/school-1", reset.Document.QuerySelectorAll("code")[^1].TextContent);
        Assert.True((await admin.PressAsync(page, "Block")).IsRedirect);
        Assert.Contains("sign-in", (await again.OpenAsync("/school-1/account")).Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_works_once_and_every_wrong_one_looks_alike()
    {
        var admin = await AdminAsync("p7");
        var invited = await admin.PostAsync($"{Here}/Invite", await RulesTests.Filled(admin, $"{Here}/Invite", ("Form.FamilyName", "Гость"), ("Form.Roles", DeliveredRoles.Parent)));
        var link = new Uri(invited.Document.QuerySelector("code")!.TextContent).PathAndQuery;
        Dictionary<string, string> form = new() { ["Form.Login"] = "guest@crew.local", ["Form.Password"] = "long enough 1", ["Form.Again"] = "long enough 1" };

        var elsewhere = await district.Visitor().OpenAsync(link.Replace("/school-1/", "/school-2/", StringComparison.Ordinal));
        var joined = await district.Visitor().SubmitAsync(link, form);
        var used = await district.Visitor().OpenAsync(link);
        var wrong = await district.Visitor().OpenAsync("/school-1/join/nonsense");

        Assert.True(joined.IsRedirect, joined.Errors);
        Assert.All(new[] { elsewhere, used, wrong }, a => Assert.Equal(HttpStatusCode.NotFound, a.Status));
        Assert.Equal(used.Document.QuerySelector("main")!.TextContent, wrong.Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Programs_keep_the_same_rules()
    {
        await AdminAsync("p8");
        var http = district.CreateClient();
        var token = (await (await http.PostAsJsonAsync("/school-1/api/v1/token", new { login = "p8@crew.local", password = Crew.Password })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);

        var extra = await http.PostAsJsonAsync("/school-1/api/v1/people", new { familyName = "Я", roles = new[] { "learner" }, tenantId = Guid.Empty });
        var added = await http.PostAsJsonAsync("/school-1/api/v1/people", new { familyName = "Яковлев", roles = new[] { "learner" } });
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var tag = (await http.GetAsync($"/school-1/api/v1/people/{id}")).Headers.ETag!;
        var without = await http.PatchAsJsonAsync($"/school-1/api/v1/people/{id}/roles", new { roles = new[] { "parent" } });
        http.DefaultRequestHeaders.IfMatch.Add(tag);
        var changed = await http.PatchAsJsonAsync($"/school-1/api/v1/people/{id}/roles", new { roles = new[] { "parent" } });
        var stale = await http.PatchAsJsonAsync($"/school-1/api/v1/people/{id}/roles", new { roles = new[] { "learner" } });
        var more = await http.GetFromJsonAsync<JsonElement>("/school-1/api/v1/audit?limit=5");

        Assert.Equal([400, 201, 428, 200, 412], [(int)extra.StatusCode, (int)added.StatusCode, (int)without.StatusCode, (int)changed.StatusCode, (int)stale.StatusCode]);
        Assert.Equal(5, more.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync($"/school-2/api/v1/people/{id}")).StatusCode);
    }

    [Fact]
    public async Task What_was_done_stands_in_the_audit_trail()
    {
        var admin = await AdminAsync("p9");
        await admin.PostAsync($"{Here}/Add", await RulesTests.Filled(admin, $"{Here}/Add", ("Form.FamilyName", "Следов"), ("Form.Roles", DeliveredRoles.Learner)));

        var trail = await admin.ReadAsync("/school-1/Admin/Audit?who=p9@crew.local");

        Assert.Contains("Следов", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("AQAAAA", trail, StringComparison.Ordinal);   // how a hash begins
    }

    private async Task<Visitor> AdminAsync(string name) => await district.EnterAsync(await district.AddAsync(name, "school-1", DeliveredRoles.TenantAdmin), "/school-1");

    private static List<string> Rows(Answer page) => [.. page.Document.QuerySelectorAll("tbody th").Select(r => r.TextContent)];
}
