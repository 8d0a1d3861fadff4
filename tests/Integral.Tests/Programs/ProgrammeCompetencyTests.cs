using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.Platform.Security;
using Integral.Programs.Data;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Programs;

/// <summary>Competencies of the institution's list that programmes build, and those that the region needs before others.</summary>
public sealed class ProgrammeCompetencyTests(District district) : IClassFixture<District>
{
    private const string Programmes = "/centre/api/v1/programmes", Competencies = "/centre/api/v1/competencies", Pages = "/centre/Admin/Programmes", Catalogue = "/centre/programmes";

    [Fact]
    public async Task Visitors_find_programmes_by_a_competency_and_those_that_the_region_needs()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var (needed, other) = (await CompetencyAsync(http, "Лазерная резка", isPriority: true), await CompetencyAsync(http, "Резьба по льду"));
        var (first, second) = (await ShownAsync(http, "Резчик металла", needed, "Confident"), await ShownAsync(http, "Ледовый резчик", other, null));
        var visitor = district.Visitor();
        var page = await visitor.ReadAsync($"{Catalogue}/{first}");
        Assert.All(["Лазерная резка", "Самостоятельно", "Приоритет региона"], text => Assert.Contains(text, page, StringComparison.OrdinalIgnoreCase));

        var found = await visitor.ReadAsync($"{Catalogue}?Competency={other}");
        Assert.Contains("Ледовый резчик", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Резчик металла", found, StringComparison.Ordinal);
        found = await visitor.ReadAsync($"{Catalogue}?Priority=true");
        Assert.Contains("Резчик металла", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Ледовый резчик", found, StringComparison.Ordinal);
        Assert.NotNull((await visitor.OpenAsync(Catalogue)).Document.QuerySelector("main a[href$='/competencies']"));

        page = await visitor.ReadAsync("/centre/competencies");
        Assert.All(["Лазерная резка", $"{Catalogue}/{first}"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.All(["Резьба по льду", $"{Catalogue}/{second}"], text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));
        var open = district.CreateClient();
        Assert.Contains((await open.GetFromJsonAsync<JsonNode>("/centre/api/v1/priority-competencies"))!["items"]!.AsArray(), c => (string)c!["name"]! == "Лазерная резка" && (string)c["programmes"]![0]!["slug"]! == first);
        Assert.Single((await http.GetFromJsonAsync<JsonNode>($"{Programmes}?competency={needed}"))!["items"]!.AsArray());
        Assert.DoesNotContain((await http.GetFromJsonAsync<JsonNode>($"{Programmes}?priority=true&limit=100"))!["items"]!.AsArray(), p => (string)p!["slug"]! == second);
    }

    [Fact]
    public async Task They_are_chosen_on_the_screen_with_their_level_and_the_free_lines_stay()
    {
        var (http, clerk) = (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), await district.SignInAsync("centre", "/centre"));
        var competency = await CompetencyAsync(http, "Пайка");
        var made = await clerk.SubmitAsync($"{Pages}/Edit", new() { ["Form.Name"] = "Монтажник плат", ["Form.Hours"] = "20", ["Form.Results"] = "Паяет: самостоятельно", ["Form.Aims[0].Competency"] = $"{competency}", ["Form.Aims[0].Level"] = "Beginner" });
        Assert.True(made.IsRedirect, made.Errors);
        Assert.Contains("Пайка (", await clerk.ReadAsync($"{made.Location}"), StringComparison.Ordinal);
        var id = $"{made.Location}"[^36..];
        var told = (await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{id}"))!;
        Assert.Equal(("Паяет: самостоятельно", "Пайка", "Beginner"), ((string)told["results"]!, (string)told["competencies"]![0]!["name"]!, (string)told["competencies"]![0]!["level"]!));

        // Saved again as it stands, then taken out.
        var edit = $"{made.Location}".Replace("/Show/", "/Edit/", StringComparison.Ordinal);
        Assert.True((await clerk.SubmitAsync(edit, new() { ["Form.Summary"] = "Коротко." })).IsRedirect);
        Assert.Single((await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{id}"))!["competencies"]!.AsArray());
        Assert.True((await clerk.SubmitAsync(edit, new() { ["Form.Aims[0].Competency"] = "" })).IsRedirect);
        Assert.Empty((await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{id}"))!["competencies"]!.AsArray());

        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(Programmes, new { name = "Чужая", hours = 1, form = "Mixed", competencies = new[] { new { competency = Guid.NewGuid() } } })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Programmes, new { name = "Двойная", hours = 1, form = "Mixed", competencies = new[] { new { competency }, new { competency } } })).StatusCode);
    }

    [Fact]
    public async Task Versions_and_drafts_compare_them_and_a_copy_takes_them_along()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var (was, now) = (await CompetencyAsync(http, "Ковка"), await CompetencyAsync(http, "Литьё"));
        var slug = await ShownAsync(http, "Художественный металл", was, "Beginner");
        var programme = await district.InDbAsync("centre", db => db.Programmes.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync());
        var draft = (Guid)(await (await http.PostAsync($"{Programmes}/{programme}/draft", null)).Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, $"{Programmes}/{draft}", Said("Художественный металл", now, "Expert"))).StatusCode);
        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.Contains("Литьё", await clerk.ReadAsync($"{Pages}/Draft/{programme}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Programmes}/{draft}/show", null)).StatusCode);
        Assert.Equal("Литьё", (string)Assert.Single((await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}"))!["competencies"]!.AsArray())!["name"]!);

        var version = (await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/versions/2"))!;
        var change = Assert.Single(version["changes"]!.AsArray())!;
        Assert.Contains("Ковка", (string)change["before"]!, StringComparison.Ordinal);
        Assert.Contains("Литьё", (string)change["after"]!, StringComparison.Ordinal);
        Assert.Equal("Литьё", (string)version["competencies"]![0]!["name"]!);
        var copy = (await (await http.PostAsJsonAsync($"{Programmes}/{programme}/copy", new { name = "Металл для детей" })).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("Expert", (string)copy["competencies"]![0]!["level"]!);

        // An older version comes back without what was taken out of the list since.
        Assert.Equal(HttpStatusCode.NoContent, await RemovedAsync(http, was));
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync($"{Programmes}/{programme}/versions/1/restore", null)).StatusCode);
        Assert.Equal("Ковка", (string)(await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/versions/1"))!["competencies"]![0]!["name"]!);
    }

    [Fact]
    public async Task What_a_programme_builds_stays_in_the_list()
    {
        var (http, clerk) = (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), await district.SignInAsync("centre", "/centre"));
        var competency = await CompetencyAsync(http, "Гравировка");
        await ShownAsync(http, "Гравёр", competency, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await RemovedAsync(http, competency));
        Assert.DoesNotContain($"Competencies/{competency}?handler=Remove", await clerk.ReadAsync("/centre/Admin/Specialists/Competencies"), StringComparison.Ordinal);
        Assert.True((await clerk.SubmitAsync($"/centre/Admin/Specialists/Competencies/{competency}", new() { ["Form.IsPriority"] = "true" })).IsRedirect);
        Assert.Contains("Гравировка", await district.Visitor().ReadAsync("/centre/competencies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_names_priorities_and_the_pages_cost_the_same_for_many_as_for_few()
    {
        var (http, visitor) = (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), district.Visitor());
        var page = await visitor.ReadAsync("/centre/competencies");
        Assert.All(["Управление беспилотными аппаратами", "Оператор беспилотных летательных аппаратов", "Сварщик ручной дуговой сварки"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Contains("Welding", await visitor.ReadAsync("/centre/en/competencies"), StringComparison.Ordinal);
        var (priorities, catalogue) = (await district.CostAsync(() => visitor.ReadAsync("/centre/competencies")), await district.CostAsync(() => visitor.ReadAsync(Catalogue)));
        foreach (var number in Enumerable.Range(0, 3)) await ShownAsync(http, $"Ещё одна {number}", await CompetencyAsync(http, $"Ещё одно умение {number}", isPriority: true), "Expert");
        Assert.Equal(priorities, await district.CostAsync(() => visitor.ReadAsync("/centre/competencies")));
        Assert.Equal(catalogue, await district.CostAsync(() => visitor.ReadAsync(Catalogue)));
        Assert.Equal(5, await district.InDbAsync("centre", db => db.Competencies.CountAsync(c => c.IsPriority && c.En != null)));
    }

    private static object Said(string name, Guid competency, string? level) => new { name, hours = 10, form = "Mixed", competencies = new[] { new { competency, level } } };

    private static async Task<Guid> CompetencyAsync(HttpClient http, string ru, bool isPriority = false)
    {
        var made = await http.PostAsJsonAsync(Competencies, new { ru, isPriority });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (Guid)(await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    /// <summary>A programme in the catalogue that builds it.</summary>
    /// <returns>The end of its address.</returns>
    private static async Task<string> ShownAsync(HttpClient http, string name, Guid competency, string? level)
    {
        var made = await http.PostAsJsonAsync(Programmes, Said(name, competency, level));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var said = (await made.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Programmes}/{said["id"]}/show", null)).StatusCode);
        return (string)said["slug"]!;
    }

    private static async Task<HttpStatusCode> RemovedAsync(HttpClient http, Guid competency) => (await http.DeleteAsync($"{Competencies}/{competency}")).StatusCode;

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, string url, object body)
    {
        using var change = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(body) };
        change.Headers.IfMatch.Add((await http.GetAsync(url)).Headers.ETag!);
        return await http.SendAsync(change);
    }
}
