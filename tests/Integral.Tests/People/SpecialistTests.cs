using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.People;

/// <summary>The staff base of the centre and of its partners.</summary>
public sealed class SpecialistTests(District district) : IClassFixture<District>
{
    private const string Api = "/centre/api/v1/specialists", OwnApi = "/centre/api/v1/own-specialists", Pages = "/centre/Admin/Specialists", OwnPages = "/centre/Admin/OwnSpecialists";

    [Fact]
    public async Task The_demo_shows_the_centre_everybody_and_a_partner_only_its_own()
    {
        var (clerk, partner) = (await district.SignInAsync("centre", "/centre"), await district.SignInAsync("partner", "/centre"));
        var all = await clerk.ReadAsync(Pages);
        Assert.Contains("Ахметов Болат Ержанович", all, StringComparison.Ordinal);
        Assert.Contains("Волков Антон Игоревич", all, StringComparison.Ordinal);
        var own = await partner.ReadAsync(OwnPages);
        Assert.DoesNotContain("Ахметов", own, StringComparison.Ordinal);
        Assert.Contains("Волков Антон Игоревич", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Ахметов", await partner.ReadAsync($"{OwnPages}?handler=Table&format=Csv&organisation={Guid.Empty}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await partner.StatusAsync(Pages));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_name_organisation_competency_and_hours_and_taken_along()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        var flying = await district.InDbAsync("centre", db => db.Competencies.Where(c => c.En == "Piloting of drones").Select(c => c.Id).SingleAsync());
        var pilots = await clerk.ReadAsync($"{Pages}?Competency={flying}&Hours=12");
        Assert.Contains("Волков", pilots, StringComparison.Ordinal);
        Assert.DoesNotContain("Шевцов", pilots, StringComparison.Ordinal);
        Assert.DoesNotContain("Ахметов", pilots, StringComparison.Ordinal);
        Assert.DoesNotContain("Волков", await clerk.ReadAsync($"{Pages}?Organisation={Guid.Empty}"), StringComparison.Ordinal);
        var table = await clerk.ReadAsync($"{Pages}?handler=Table&format=Csv&Q=волков");
        Assert.Contains("Волков", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Шевцов", table, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await clerk.StatusAsync($"{Pages}?handler=Table&format=Xlsx"));
    }

    [Fact]
    public async Task A_partner_writes_its_own_staff_and_finds_nobody_elses_by_an_address()
    {
        var partner = await district.SignInAsync("partner", "/centre");
        var made = await partner.SubmitAsync($"{OwnPages}/Edit", new() { ["Form.Name"] = "Тестов Пилот", ["Form.Hours"] = "7" });
        Assert.True(made.IsRedirect, made.Errors);
        var (mine, theirs) = await district.InDbAsync("centre", async db => (await db.Specialists.SingleAsync(s => s.Name == "Тестов Пилот"), await db.Specialists.FirstAsync(s => s.OrganisationId == null)));
        Assert.NotNull(mine.OrganisationId);
        Assert.Equal(HttpStatusCode.OK, await partner.StatusAsync($"{OwnPages}/Edit/{mine.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await partner.StatusAsync($"{OwnPages}/Edit/{theirs.Id}"));

        Assert.True((await partner.SubmitAsync($"{OwnPages}/Edit/{mine.Id}", [], "Delete")).IsRedirect);
        Assert.Contains("handler=Restore", await partner.ReadAsync(OwnPages), StringComparison.Ordinal);     // what was done is said once, with its undoing
        Assert.Equal(HttpStatusCode.NotFound, await partner.StatusAsync($"{OwnPages}/Edit/{mine.Id}"));
    }

    [Fact]
    public async Task In_the_api_too_a_partner_reaches_neither_anothers_entry_nor_another_organisation()
    {
        var (http, clerk) = (await PartnerAsync(), await ClerkAsync());
        var other = await district.InDbAsync("centre", db => db.Organisations.Where(o => o.ShortName == "Зерно").Select(o => o.Id).SingleAsync());
        var theirs = await AddAsync(clerk, Api, new { name = "Чужой Бариста", hoursAWeek = 5, organisation = other });
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{OwnApi}/{theirs}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(http, $"{OwnApi}/{theirs}", "*", new { name = "Украден", hoursAWeek = 5 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.DeleteAsync($"{OwnApi}/{theirs}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(OwnApi, new { name = "Подброшен", hoursAWeek = 5, organisation = other })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(Api)).StatusCode);

        var mine = await AddAsync(http, OwnApi, new { name = "Свой Техник", hoursAWeek = 5 });
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, $"{OwnApi}/{mine}", "\"an-older-one\"", new { name = "Свой Техник", hoursAWeek = 6 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(http, $"{OwnApi}/{mine}", "*", new { name = "Свой Техник", hoursAWeek = 5, organisation = other })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.DeleteAsync($"{Api}/{theirs}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync($"{OwnApi}/{theirs}/restore", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsync($"{Api}/{theirs}/restore", null)).StatusCode);
    }

    [Fact]
    public async Task Who_signs_in_for_no_organisation_sees_nobody_and_writes_nobody()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.PartnerOrg);
        Assert.Empty((await http.GetFromJsonAsync<JsonNode>(OwnApi))!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(OwnApi, new { name = "Ничей", hoursAWeek = 5 })).StatusCode);
    }

    [Fact]
    public async Task Rules_hold_and_who_saves_over_anothers_change_is_told()
    {
        var http = await ClerkAsync();
        var skill = Guid.Parse($"{(await (await http.PostAsJsonAsync("/centre/api/v1/competencies", new { ru = "Каллиграфия", en = "Calligraphy" })).Content.ReadFromJsonAsync<JsonNode>())!["id"]}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync("/centre/api/v1/competencies", new { kk = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Api, new { name = "Много", hoursAWeek = 61 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Api, new { name = "Дважды", hoursAWeek = 6, competencies = new[] { new { competency = skill }, new { competency = skill } } })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(Api, new { name = "Неизвестно", hoursAWeek = 6, competencies = new[] { new { competency = Guid.NewGuid() } } })).StatusCode);

        var id = await AddAsync(http, Api, new { name = "Писец", hoursAWeek = 6, competencies = new[] { new { competency = skill, level = "Expert" } } });
        var tag = (await http.GetAsync($"{Api}/{id}")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await RemovedAsync(http, skill));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, $"{Api}/{id}", tag, new { name = "Писец", hoursAWeek = 3 })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, $"{Api}/{id}", tag, new { name = "Поздно", hoursAWeek = 3 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, await RemovedAsync(http, skill));
    }

    [Fact]
    public async Task On_the_screen_competencies_are_named_chosen_and_kept_with_their_level()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.True((await clerk.SubmitAsync($"{Pages}/Competencies", new() { ["Form.Ru"] = "Переплётное дело" })).IsRedirect);
        var skill = await district.InDbAsync("centre", db => db.Competencies.Where(c => c.Ru == "Переплётное дело").Select(c => c.Id).SingleAsync());
        var made = await clerk.SubmitAsync($"{Pages}/Edit", new() { ["Form.Name"] = "Переплётов Иван", ["Form.Hours"] = "4", ["Form.Skills[0].Competency"] = $"{skill}", ["Form.Skills[0].Level"] = "Expert" });
        Assert.True(made.IsRedirect, made.Errors);
        var kept = await district.InDbAsync("centre", db => db.Specialists.Include(s => s.Skills).SingleAsync(s => s.Name == "Переплётов Иван"));
        Assert.Equal((skill, CompetencyLevel.Expert), (Assert.Single(kept.Skills).CompetencyId, kept.Skills[0].Level!.Value));
        Assert.Contains("Переплётное дело (", await clerk.ReadAsync($"{Pages}?Q=переплётов"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_comes_in_parts_and_costs_the_same_for_many()
    {
        var (http, clerk) = (await ClerkAsync(), await district.SignInAsync("centre", "/centre"));
        await AddAsync(http, Api, new { name = "Ряд 0", hoursAWeek = 1 });
        var cost = await district.CostAsync(() => clerk.ReadAsync($"{Pages}?Q=ряд"));
        for (var n = 1; n < 12; n++) await AddAsync(http, Api, new { name = $"Ряд {n}", hoursAWeek = 1 });
        Assert.Equal(cost, await district.CostAsync(() => clerk.ReadAsync($"{Pages}?Q=ряд")));

        var (seen, next) = (new HashSet<string>(), "");
        while (next is not null)
        {
            var part = (await http.GetFromJsonAsync<JsonNode>($"{Api}?q=ряд&limit=5&after={next}"))!;
            Assert.All(part["items"]!.AsArray(), item => Assert.True(seen.Add($"{item!["id"]}")));
            next = part["next"]?.ToString();
        }
        Assert.Equal(12, seen.Count);
    }

    [Fact]
    public void Whose_competency_has_no_name_in_a_language_is_called_by_the_first_that_it_has()
    {
        var one = new Competency();
        one.Call(new(null, "Дәнекерлеу", null, "Welding"), "ru");
        Assert.Equal(("Дәнекерлеу", "Welding", "Дәнекерлеу"), (one.In("uk"), one.In("en"), one.In("kk")));
        Assert.Equal("Ru", Assert.Throws<RuleException>(() => one.Call(new(null, null, " ", null), "ru")).Field);
    }

    private Task<HttpClient> ClerkAsync() => district.ProgramAsync("centre", DeliveredRoles.CentreStaff);

    private async Task<HttpClient> PartnerAsync()
    {
        var http = district.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = district.ClientOptions.BaseAddress });
        var answer = await http.PostAsJsonAsync("/centre/api/v1/token", new { login = "partner@demo.local", password = "Integral-2026" });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["accessToken"]}");
        return http;
    }

    private static async Task<HttpStatusCode> RemovedAsync(HttpClient http, Guid competency) => (await http.DeleteAsync($"/centre/api/v1/competencies/{competency}")).StatusCode;

    private static async Task<Guid> AddAsync(HttpClient http, string api, object body)
    {
        var answer = await http.PostAsJsonAsync(api, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Guid.Parse($"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]}");
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, string url, string tag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return http.SendAsync(request);
    }
}
