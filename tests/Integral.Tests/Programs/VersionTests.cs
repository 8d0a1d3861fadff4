using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Programs.Data;
using Integral.Tests.Applications;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Programs;

/// <summary>What visitors saw of a programme is kept, and its next version is written while they see the one that is there.</summary>
public sealed class VersionTests(District district) : IClassFixture<District>
{
    private const string Programmes = "/centre/api/v1/programmes", Pages = "/centre/Admin/Programmes";

    [Fact]
    public async Task Each_change_of_what_visitors_see_is_kept_and_told_and_saving_the_same_again_is_none()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var programme = await ProgrammeAsync(http, "Хранимая");
        Assert.Equal([1], await NumbersAsync(http, programme));
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Programmes}/{programme}/show", null)).StatusCode);
        Assert.Equal([1], await NumbersAsync(http, programme));

        await PutAsync(http, $"{Programmes}/{programme}", new { name = "Хранимая", hours = 10, form = "Remote", goals = "Новая цель." });
        Assert.Equal([2, 1], await NumbersAsync(http, programme));
        var version = (await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/versions/2"))!;
        Assert.Equal(1, (int)version["comparedWith"]!);
        Assert.Equal(2, version["changes"]!.AsArray().Count);
        Assert.Equal("Новая цель.", (string)version["changes"]!.AsArray().Single(c => ((string)c!["before"]!).Length == 0)!["after"]!);
        Assert.Equal("Модуль", (string)version["modules"]![0]!["title"]!);

        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Programmes}/{programme}/hide", null)).StatusCode);
        await PutAsync(http, $"{Programmes}/{programme}", new { name = "Скрытая", hours = 10, form = "Remote" });
        Assert.Equal([2, 1], await NumbersAsync(http, programme));
        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.Contains("Новая цель.", await clerk.ReadAsync($"{Pages}/Versions/{programme}?version=2"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await clerk.StatusAsync($"{Pages}/Versions/{programme}?version=3"));
    }

    [Fact]
    public async Task Visitors_see_what_they_saw_until_the_draft_is_published()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var programme = await ProgrammeAsync(http, "Берестяное дело");
        var slug = (string)(await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}"))!["slug"]!;
        Assert.True((await clerk.SubmitAsync($"{Pages}/Draft/{programme}", [])).IsRedirect);
        var draft = await DraftAsync(programme);

        // What visitors see stands still meanwhile, and a draft is no programme of its own.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(http, $"{Programmes}/{programme}", new { name = "Мимо", hours = 10, form = "Mixed" }, isSaved: false)).StatusCode);
        Assert.Single((await http.GetFromJsonAsync<JsonNode>($"{Programmes}?q=берестяное"))!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Programmes}/{draft}/groups", new { group = Guid.NewGuid(), fromOn = "2030-01-01", untilOn = "2030-02-01" })).StatusCode);

        Assert.True((await clerk.SubmitAsync($"{Pages}/Edit/{draft}", new() { ["Form.Goals"] = "Цель черновика.", ["Form.Hours"] = "12" })).IsRedirect);
        Assert.DoesNotContain("Цель черновика.", await district.Visitor().ReadAsync($"/centre/programmes/{slug}"), StringComparison.Ordinal);
        Assert.Contains("Цель черновика.", await clerk.ReadAsync($"{Pages}/Draft/{programme}"), StringComparison.Ordinal);
        var refused = await http.PostAsync($"{Programmes}/{draft}/show", null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);     // its hours don't add up
        await http.PostAsJsonAsync($"{Programmes}/{draft}/modules", Module("Ещё один", 2));

        Assert.True((await clerk.SubmitAsync($"{Pages}/Draft/{programme}", [], "Publish")).IsRedirect);
        var page = await district.Visitor().ReadAsync($"/centre/programmes/{slug}");
        Assert.All(["Цель черновика.", "Ещё один"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Equal([2, 1], await NumbersAsync(http, programme));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Programmes}/{draft}")).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_published_that_was_written_after_somebody_looked()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var programme = await ProgrammeAsync(http, "Подменённая");
        var draft = (Guid)(await (await http.PostAsync($"{Programmes}/{programme}/draft", null)).Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        var seen = await StateAsync(draft);
        await PutAsync(http, $"{Programmes}/{draft}", new { name = "Подмена", hours = 10, form = "Mixed" });
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync($"{Pages}/Draft/{programme}?handler=Publish&seen={seen}", await RulesTests.Filled(clerk, $"{Pages}/Draft/{programme}"))).Status);
        Assert.Equal("Подменённая", await district.InDbAsync("centre", db => db.Programmes.Where(p => p.Id == programme).Select(p => p.Name).SingleAsync()));

        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"{Programmes}/{programme}/draft")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.DeleteAsync($"{Programmes}/{programme}/draft")).StatusCode);
        await PutAsync(http, $"{Programmes}/{programme}", new { name = "Подменённая снова", hours = 10, form = "Mixed" });
    }

    [Fact]
    public async Task An_older_version_becomes_the_draft_and_a_module_of_the_same_title_stays_the_same_one()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var programme = await ProgrammeAsync(http, "Возвращённая");
        var module = (Guid)(await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/modules"))!["items"]![0]!["id"]!;
        await PutAsync(http, $"{Programmes}/{programme}/modules/{module}", Module("Модуль", 10, "Другое содержание."));
        Assert.Equal([2, 1], await NumbersAsync(http, programme));

        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.True((await clerk.SubmitAsync($"{Pages}/Versions/{programme}?version=1", [], "version=1")).IsRedirect);
        var draft = await DraftAsync(programme);
        Assert.Equal("", (string)(await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{draft}/modules"))!["items"]![0]!["contents"]!);
        Assert.Equal("Другое содержание.", (string)(await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/modules/{module}"))!["contents"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Programmes}/{draft}/show", null)).StatusCode);
        Assert.Equal("", (string)(await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/modules/{module}"))!["contents"]!);
        Assert.Equal([3, 2, 1], await NumbersAsync(http, programme));
    }

    [Fact]
    public async Task A_programme_from_before_versions_were_kept_keeps_what_visitors_saw_with_its_first_change()
    {
        var recruitment = await district.RecruitAsync("Прежняя");
        var programme = await district.InDbAsync("centre", db => db.Recruitments.Where(r => r.Id == recruitment).Select(r => r.ProgrammeId).SingleAsync());
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        Assert.Empty(await NumbersAsync(http, programme));
        (await district.ApplyAsync(recruitment, "Прежняя")).Followed();
        await PutAsync(http, $"{Programmes}/{programme}", new { name = "Прежняя", hours = 80, form = "Mixed" });
        Assert.Equal([2, 1], await NumbersAsync(http, programme));
        Assert.Equal(72, (int)(await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/versions/1"))!["hours"]!);

        // Who applied before applied for what stood there then.
        (await district.ApplyAsync(recruitment, "Новая")).Followed();
        (await district.ApplyAsync(recruitment, "Новейшая")).Followed();
        var clerk = await district.SignInAsync("centre", "/centre");
        var rows = (await clerk.OpenAsync($"{Pages}/Versions/{programme}")).Document.QuerySelectorAll("tbody tr");
        Assert.Equal(["2", "1"], rows.Select(r => r.QuerySelectorAll("td")[3].TextContent.Trim()));
    }

    [Fact]
    public async Task The_page_of_versions_costs_the_same_for_many_as_for_few()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var (few, many) = (await ProgrammeAsync(http, "Одна версия"), await ProgrammeAsync(http, "Много версий"));
        foreach (var goals in new[] { "Раз", "Два", "Три" }) await PutAsync(http, $"{Programmes}/{many}", new { name = "Много версий", hours = 10, form = "Mixed", goals });
        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.Equal(await district.CostAsync(() => clerk.ReadAsync($"{Pages}/Versions/{few}")), await district.CostAsync(() => clerk.ReadAsync($"{Pages}/Versions/{many}")));
    }

    private static object Module(string title, int lectures, string contents = "") => new { title, lectures, practice = 0, selfStudy = 0, assessment = 0, contents };

    /// <summary>One of ten hours with one module, which visitors see.</summary>
    private static async Task<Guid> ProgrammeAsync(HttpClient http, string name)
    {
        var made = await http.PostAsJsonAsync(Programmes, new { name, hours = 10, form = "Mixed" });
        var id = (Guid)(await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsJsonAsync($"{Programmes}/{id}/modules", Module("Модуль", 10))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Programmes}/{id}/show", null)).StatusCode);
        return id;
    }

    private static async Task<List<int>> NumbersAsync(HttpClient http, Guid programme) => [.. (await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/versions"))!["items"]!.AsArray().Select(v => (int)v!["number"]!)];

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, string url, object body, bool isSaved = true)
    {
        using var change = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(body) };
        change.Headers.IfMatch.Add((await http.GetAsync(url)).Headers.ETag!);
        var answer = await http.SendAsync(change);
        if (isSaved) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    private Task<Guid> DraftAsync(Guid of) => district.InDbAsync("centre", db => db.Programmes.Where(p => p.DraftOfId == of).Select(p => p.Id).SingleAsync());
    private Task<int> StateAsync(Guid id) => district.InDbAsync("centre", db => db.Programmes.Where(p => p.Id == id).Select(p => p.Version).SingleAsync());
}
