using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications.Control;
using Integral.Platform.Security;
using Integral.Programs.Data;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>What becomes of applications, in figures: each leads to the list that it counts.</summary>
public sealed class ControlTests(District district) : IClassFixture<District>
{
    private const string Page = $"{Centre}/Admin/Applications/Control";

    [Theory]
    [InlineData("2026-11-28", "2026-07-01", "2026-12-31"), InlineData("2026-06-30", "2026-01-01", "2026-06-30"), InlineData("2027-01-01", "2027-01-01", "2027-06-30")]
    public void The_usual_period_is_the_half_of_the_year_in_which_one_looks(string day, string from, string until) =>
        Assert.Equal(new(Day(from), Day(until)), ControlFilter.HalfYearOf(Day(day)));

    [Fact]
    public void Half_and_nine_of_ten_are_counted_as_people_count_them()
    {
        var days = DecisionDays.Of([(3, 5), (0, 1), (7, 3), (30, 1)]);
        Assert.Equal((10, 3, 7), (days.Count, days.Median, days.Ninetieth));
        Assert.Equal([1, 0, 0, 5, 0, 0, 3, 0, 1], days.Buckets.Select(b => b.Count));
        Assert.Equal((1, 4, 4), Of(DecisionDays.Of([(4, 1)])));
        Assert.Equal((0, null, null), Of(DecisionDays.Of([])));
        static (int, int?, int?) Of(DecisionDays one) => (one.Count, one.Median, one.Ninetieth);
    }

    [Fact]
    public async Task Each_figure_leads_to_the_list_that_it_counts()
    {
        var (opening, programme) = await SentAsync("В цифрах", seats: 1, "Принятая", "Ждущая", "Отказная", "Новая");
        var all = await district.AllAsync(opening);
        Assert.True(await district.AcceptAsync(all[0].Id));
        Assert.True(await district.AcceptAsync(all[1].Id));
        Assert.True(await district.DecideAsync(all[2].Id, "Refuse", "Нет образования."));
        var clerk = await district.SignInAsync("centre", Centre);
        var page = await clerk.OpenAsync($"{Page}?Programme={programme}");

        Assert.Equal([1, 1, 1, 1], Figures(page, 0).Select(r => r.Numbers[0]));
        Assert.Equal((4, 3), (Figures(page, 1).Sum(r => r.Numbers[0]), Figures(page, 1).Sum(r => r.Numbers[1])));
        Assert.Equal(3, Figures(page, 2)[0].Numbers[0]);
        Assert.Equal([1, 0, 1], Assert.Single(Figures(page, 3)).Numbers);
        foreach (var (number, link) in Enumerable.Range(0, 3).SelectMany(n => Figures(page, n)).SelectMany(r => r.Numbers.Zip(r.Links)).Where(f => f.First > 0))
            Assert.Equal(number, (await clerk.OpenAsync(link!)).Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Single((await clerk.OpenAsync(Figures(page, 3)[0].Links[2]!)).Document.QuerySelectorAll("main tbody tr"));
        Assert.Equal(4, page.Document.QuerySelectorAll("main section.section")[0].QuerySelectorAll(".chart-sheet a[href*='Status=']").Length);
        Assert.Empty(page.Document.QuerySelectorAll("main [style]"));
    }

    [Fact]
    public async Task What_is_taken_back_was_not_decided_and_other_days_and_senders_have_other_figures()
    {
        var (opening, programme) = await SentAsync("Взятое назад", seats: null, "Первая", "Вторая");
        var clerk = await district.SignInAsync("centre", Centre);
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var tasks = await district.TasksAsync(opening);
        var decided = await http.PostAsJsonAsync($"/centre/api/v1/inbox/{tasks[0]}/decide", new { outcome = "Refuse", reason = "Ошибка." });
        Assert.NotNull((await district.AllAsync(opening))[0].DecidedOn);
        var with = (await decided.Content.ReadFromJsonAsync<JsonNode>())!["with"];
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync($"/centre/api/v1/inbox/take-back/{with}", null)).StatusCode);
        Assert.Null((await district.AllAsync(opening))[0].DecidedAfter);

        Assert.Empty(Figures(await clerk.OpenAsync($"{Page}?Programme={programme}&From=2020-01-01&Until=2020-02-01"), 0));
        Assert.Equal([2], Figures(await clerk.OpenAsync($"{Page}?Programme={programme}&Sender=Citizen"), 0).Select(r => r.Numbers[0]));
        Assert.Empty(Figures(await clerk.OpenAsync($"{Page}?Programme={programme}&Sender=School"), 0));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.StatusAsync($"{Page}?From=2026-02-01&Until=2026-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.StatusAsync($"{Page}?From=2020-02-01&Until=2026-01-01"));
    }

    [Fact]
    public async Task Programs_get_the_same_figures_and_the_table_has_all_of_them()
    {
        var (_, programme) = await SentAsync("Для программ", seats: 5, "Одна", "Другая");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var told = (await http.GetFromJsonAsync<JsonNode>($"{Api}/control?programme={programme}"))!;
        Assert.Equal(("Sent", 2, 2, 0, 5), ($"{told["stages"]![0]!["status"]}", (int)told["stages"]![0]!["count"]!, told["weeks"]!.AsArray().Sum(w => (int)w!["arrived"]!), (int)told["decisions"]!["count"]!, (int)told["seats"]![0]!["seats"]!));
        Assert.Equal(2, (await http.GetFromJsonAsync<JsonNode>($"{Api}?programme={programme}&sender=citizen"))!["items"]!.AsArray().Count);
        Assert.Empty((await http.GetFromJsonAsync<JsonNode>($"{Api}?programme={programme}&decidedFrom=2020-01-01"))!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.GetAsync($"{Api}/control?sender=nobody")).StatusCode);

        var clerk = await district.SignInAsync("centre", Centre);
        var table = await clerk.ReadAsync($"{Page}?handler=Table&format=Csv&Programme={programme}");
        Assert.Contains("Для программ", table, StringComparison.Ordinal);
        Assert.Contains("application/vnd.openxmlformats", $"{(await clerk.OpenAsync($"{Page}?handler=Table&format=Xlsx")).Response.Content.Headers.ContentType}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_district_sees_figures_without_the_lists_behind_them_and_teachers_see_nothing()
    {
        await SentAsync("Для района", seats: null, "Районная");
        foreach (var who in new[] { "coordinator", "district" })
        {
            var page = await (await district.SignInAsync(who)).OpenAsync(Page);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.NotEmpty(Figures(page, 0));
            Assert.Empty(page.Document.QuerySelectorAll("figure a[href*='/Admin/Applications?']"));
        }
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("lecturer", Centre)).StatusAsync(Page));
    }

    [Fact]
    public async Task Figures_of_many_cost_as_many_statements_as_of_few()
    {
        var (opening, _) = await SentAsync("Цена цифр", seats: 2, "Одна");
        var clerk = await district.SignInAsync("centre", Centre);
        Task<int> CostAsync() => district.CostAsync(() => clerk.OpenAsync(Page));
        var few = await CostAsync();
        for (var n = 0; n < 10; n++) await district.PutAsync(opening, $"Многих{n}");
        await district.BegunAsync(opening);
        await SentAsync("Цена цифр ещё", seats: 2, "Одна", "Другая");
        Assert.Equal(few, await CostAsync());
    }

    private async Task<(Guid Opening, Guid Programme)> SentAsync(string name, int? seats, params IEnumerable<string> families)
    {
        var opening = await district.RecruitAsync(name, seats);
        foreach (var family in families) await district.PutAsync(opening, family);
        await district.BegunAsync(opening);
        return (opening, await district.InDbAsync("centre", db => db.Recruitments.Where(r => r.Id == opening).Select(r => r.ProgrammeId).SingleAsync()));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    // The table below a drawing. A part in which nothing is counted has none.
    private static List<(string Label, int[] Numbers, string?[] Links)> Figures(Answer page, int part)
    {
        var rows = page.Document.QuerySelectorAll("main section.section")[part].QuerySelectorAll("tbody tr");
        return [.. rows.Select(r => (r.QuerySelector("th")!.TextContent, r.QuerySelectorAll("td").Select(d => int.Parse(d.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToArray(), r.QuerySelectorAll("td").Select(d => d.QuerySelector("a")?.GetAttribute("href")).ToArray()))];
    }
}
