using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications;
using Integral.Applications.Ranks;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>In which order those are called who have applied for one thing: by rules that are data, each place with its reason.</summary>
public sealed class RankTests(District district) : IClassFixture<District>
{
    private const string Rules = "/centre/api/v1/applications/rules";

    private static readonly Criterion[] Some = [new(CriterionKind.School, 5), new(CriterionKind.Age, 10, AgeFrom: 60), new(CriterionKind.SentOn, -3, Until: new DateOnly(2026, 9, 10))];

    [Fact]
    public void The_same_applications_have_the_same_places_in_whichever_order_they_come()
    {
        var chance = new Random(7);
        var all = Enumerable.Range(1, 500).Select(n => new RankedFacts(Guid.NewGuid(), n, (CriterionKind)chance.Next(3), chance.Next(10) == 0 ? null : chance.Next(16, 80), new DateOnly(2026, 9, 1).AddDays(chance.Next(30)))).ToArray();
        string Written() => string.Join('\n', Ranking.Of(all, Some).Select(p => $"{p.Place} {p.Number} {p.Points} {string.Join(", ", p.Reasons())}"));
        var first = Written();
        for (var n = 0; n < 20; n++)
        {
            chance.Shuffle(all);
            Assert.Equal(first, Written());
        }
        Assert.Equal(Enumerable.Range(1, 500), Ranking.Of(all, []).Select(p => p.Number));
    }

    [Fact]
    public void A_place_has_its_reason_and_equals_stand_by_their_numbers()
    {
        var day = new DateOnly(2026, 9, 20);
        var order = Ranking.Of([new(Guid.NewGuid(), 4, CriterionKind.School, 30, day), new(Guid.NewGuid(), 3, CriterionKind.Citizen, 60, day.AddDays(-10)), new(Guid.NewGuid(), 2, CriterionKind.School, 61, day), new(Guid.NewGuid(), 1, CriterionKind.Organisation, null, day), new(Guid.NewGuid(), 5, CriterionKind.School, 59, day)], Some);
        Assert.Equal([(2, 15), (3, 7), (4, 5), (5, 5), (1, 0)], order.Select(p => (p.Number, p.Points)));
        Assert.Equal(["60 years or older: +10", "sent until 09/10/2026: -3", "of those with as many points by its number 3"], order[1].Reasons().Select(r => $"{r}"));
        Assert.Equal(["no rule fits: by its number 1"], order[4].Reasons().Select(r => $"{r}"));
    }

    [Theory]
    [InlineData("1990-05-17", 36), InlineData("1990-11-28", 35), InlineData("2000-02-29", 26)]
    public void An_age_is_that_of_the_day_on_which_the_application_was_sent(string born, int age) =>
        Assert.Equal(age, RankedFacts.Of(Guid.NewGuid(), 1, null, null, DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), new(2026, 11, 27)).Age);

    [Fact]
    public async Task The_waiting_list_goes_on_by_the_rules_and_they_stay_once_something_was_decided()
    {
        var opening = await district.RecruitAsync("По правилам", seats: 1);
        await district.PutAsync(opening, "Первая");
        await district.PutAsync(opening, "Вторая", born: new(1960, 1, 2));
        await district.PutAsync(opening, "Третья", born: new(1950, 1, 2));
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var rules = new { rules = new object[] { new { kind = "Age", points = 10, ageFrom = 60 }, new { kind = "Age", points = 10, ageFrom = 70 } } };
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await http.PutAsJsonAsync($"{Rules}/{opening}", rules)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, opening, rules)).StatusCode);
        Assert.Equal(["Третья Анна 20", "Вторая Анна 10", "Первая Анна 0"], await OrderAsync(http, opening));

        await district.BegunAsync(opening);
        var all = await district.AllAsync(opening);
        foreach (var one in all) Assert.True(await district.AcceptAsync(one.Id));
        Assert.Equal([ApplicationStatus.Enrolled, ApplicationStatus.Waiting, ApplicationStatus.Waiting], (await district.AllAsync(opening)).Select(a => a.Status));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(http, opening, new { rules = Array.Empty<object>() })).StatusCode);

        await district.SeatsAsync(opening, 2);
        await Until.TrueAsync(async () => (await district.AllAsync(opening)).Count(a => a.Status == ApplicationStatus.Enrolled) == 2, "the seat isn't given");
        Assert.Equal([ApplicationStatus.Enrolled, ApplicationStatus.Waiting, ApplicationStatus.Enrolled], (await district.AllAsync(opening)).Select(a => a.Status));
    }

    [Fact]
    public async Task Staff_see_the_order_before_they_save_the_rules()
    {
        var opening = await district.RecruitAsync("Предпросмотр");
        await district.PutAsync(opening, "Раньше");
        await district.PutAsync(opening, "Старше", born: new(1950, 1, 2));
        var clerk = await district.SignInAsync("centre", Centre);
        var url = $"{Centre}/Admin/Applications/Rules/{opening}";
        Assert.Contains($"Admin/Applications/Rules/{opening}", await clerk.ReadAsync($"{Centre}/Admin/Applications?for={opening}"), StringComparison.Ordinal);
        var fields = new Dictionary<string, string> { ["Rows[0].Kind"] = "Age", ["Rows[0].Points"] = "10", ["Rows[0].AgeFrom"] = "60" };
        Assert.Equal(["Раньше Анна", "Старше Анна"], Names(await clerk.OpenAsync(url)));
        var form = (await clerk.OpenAsync(url)).Document.QuerySelector("main form:has([name='Rows[0].Kind']) [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var preview = await clerk.PostAsync($"{url}?handler=Preview", [.. fields, new("__RequestVerificationToken", form)]);
        Assert.Equal(["Старше Анна", "Раньше Анна"], Names(preview));
        Assert.Equal(["Раньше Анна", "Старше Анна"], Names(await clerk.OpenAsync(url)));
        Assert.True((await clerk.SubmitAsync(url, fields)).IsRedirect);
        Assert.Equal(["Старше Анна", "Раньше Анна"], Names(await clerk.OpenAsync(url)));
        fields["Rows[0].AgeFrom"] = "";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, fields)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("lecturer", Centre)).StatusAsync(url));
    }

    [Fact]
    public async Task The_order_costs_as_much_for_many_as_for_few()
    {
        var opening = await district.RecruitAsync("Цена порядка");
        await district.PutAsync(opening, "Один");
        await district.BegunAsync(opening);
        var clerk = await district.SignInAsync("centre", Centre);
        Task<int> CostAsync() => district.CostAsync(() => clerk.OpenAsync($"{Centre}/Admin/Applications/Rules/{opening}"));
        var few = await CostAsync();
        for (var n = 0; n < 10; n++) await district.PutAsync(opening, $"Многих{n}");
        await district.BegunAsync(opening);
        Assert.Equal(few, await CostAsync());
    }

    private static IEnumerable<string> Names(Answer page) => page.Document.QuerySelectorAll("main tbody th").Select(h => h.TextContent.Trim());

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, Guid opening, object rules)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Rules}/{opening}") { Content = JsonContent.Create(rules) };
        request.Headers.TryAddWithoutValidation("If-Match", (await http.GetAsync($"{Rules}/{opening}")).Headers.ETag!.ToString());
        return await http.SendAsync(request);
    }

    private static async Task<IEnumerable<string>> OrderAsync(HttpClient http, Guid opening) =>
        (await http.GetFromJsonAsync<JsonNode>($"{Rules}/{opening}/order"))!["items"]!.AsArray().Select(r => $"{r!["name"]} {r["points"]}");
}
