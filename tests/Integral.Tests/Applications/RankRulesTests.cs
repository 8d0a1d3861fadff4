using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications;
using Integral.People.Contracts;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>What rules of an order cost, and what becomes of them where two say them at once.</summary>
public sealed class RankRulesTests(District district) : IClassFixture<District>
{
    private const string Rules = "/centre/api/v1/applications/rules";

    [Fact]
    public async Task Each_acceptance_used_to_put_all_who_wait_into_order_also_where_no_seat_was_free()
    {
        var opening = await district.RecruitAsync("Мест нет", seats: 1);
        foreach (var family in new[] { "Севшая", "Полная", "Лишняя" }) await district.PutAsync(opening, family);
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, opening, Aged(60), "\"0\"")).StatusCode);
        var tasks = await district.TasksAsync(opening);
        foreach (var task in tasks.Take(2)) Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(task, "Accept")).StatusCode);
        district.Statements.Reset();
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(tasks[2], "Accept")).StatusCode);
        Assert.DoesNotContain(district.Statements.Seen, s => s.Contains("application_rules", StringComparison.Ordinal));
        Assert.Equal([ApplicationStatus.Enrolled, ApplicationStatus.Waiting, ApplicationStatus.Waiting], (await district.AllAsync(opening)).Select(a => a.Status));
    }

    [Fact]
    public async Task Who_got_no_seat_used_to_become_a_person_there_all_the_same()
    {
        var opening = await district.RecruitAsync("Без места", seats: 1);
        foreach (var family in new[] { "Севшаяодна", "Безместная" }) await district.PutAsync(opening, family);
        await district.BegunAsync(opening);
        foreach (var one in await district.AllAsync(opening)) Assert.True(await district.AcceptAsync(one.Id));
        Assert.Equal(ApplicationStatus.Waiting, (await district.AllAsync(opening))[1].Status);
        Assert.True(await IsThereAsync("Севшаяодна"));
        Assert.False(await IsThereAsync("Безместная"));

        await district.SeatsAsync(opening, 2);
        await Until.TrueAsync(async () => (await district.AllAsync(opening))[1].Status == ApplicationStatus.Enrolled, "the seat isn't given");
        Assert.True(await IsThereAsync("Безместная"));
    }

    [Fact]
    public async Task Who_is_in_the_full_group_already_keeps_that_seat()
    {
        var opening = await district.RecruitAsync("Уже в группе", seats: 1);
        var first = await district.PutAsync(opening, "Сидячая");
        await district.BegunAsync(opening);
        Assert.True(await district.AcceptAsync(first.Id));
        await district.InDbAsync("centre", async db =>
        {
            (await db.Set<Integral.Applications.Application>().SingleAsync(a => a.Id == first.Id)).Become(ApplicationStatus.Refused, null, "", TimeProvider.System.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var again = await district.PutAsync(opening, "Сидячая");
        await district.BegunAsync(opening);
        Assert.True(await district.AcceptAsync(again.Id));
        Assert.Equal(ApplicationStatus.Enrolled, (await district.AllAsync(opening))[1].Status);
        Assert.Equal(1, await district.SeatedAsync(opening));
    }

    [Fact]
    public async Task Of_two_who_said_the_first_rules_at_once_one_used_to_see_an_error()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        for (var round = 0; round < 4; round++)
        {
            var opening = await district.RecruitAsync($"Вдвоём {round}");
            var answers = await Task.WhenAll(Enumerable.Range(60, 3).Select(age => PutAsync(http, opening, Aged(age), "\"0\"")));
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
            Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed or HttpStatusCode.UnprocessableEntity, $"{a.StatusCode}"));
        }
    }

    [Fact]
    public async Task Rules_that_somebody_else_had_said_meanwhile_used_to_be_overwritten_unseen()
    {
        var opening = await district.RecruitAsync("Чужие правила");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var clerk = await district.SignInAsync("centre", Centre);
        var url = $"{Centre}/Admin/Applications/Rules/{opening}";
        var form = (await clerk.OpenAsync(url)).Document.QuerySelector("main form:has([name=Version])")!;
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, opening, Aged(70), "\"0\"")).StatusCode);
        List<KeyValuePair<string, string>> fields = [new("Rows[0].Kind", "Age"), new("Rows[0].Points", "10"), new("Rows[0].AgeFrom", "60"), .. new[] { "Version", "__RequestVerificationToken" }.Select(n => new KeyValuePair<string, string>(n, form.QuerySelector($"[name='{n}']")!.GetAttribute("value")!))];
        var refused = await clerk.PostAsync(url, fields);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("60", refused.Document.QuerySelector("[name='Rows[0].AgeFrom']")!.GetAttribute("value"));
        Assert.Equal(70, await AgeAsync(http, opening));

        // Whoever has read that saves over it knowingly.
        fields[3] = new("Version", refused.Document.QuerySelector("[name=Version]")!.GetAttribute("value")!);
        Assert.True((await clerk.PostAsync(url, fields)).IsRedirect);
        Assert.Equal(60, await AgeAsync(http, opening));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, opening, Aged(80), "\"0\"")).StatusCode);
    }

    [Fact]
    public async Task A_rule_that_was_null_used_to_be_an_error_on_our_side()
    {
        var opening = await district.RecruitAsync("Пустое правило");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var answer = await PutAsync(http, opening, new { rules = new object?[] { new { kind = "School", points = 5 }, null } }, "*");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("rules[1]", (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsObject().Single().Key);
    }

    [Fact]
    public async Task The_order_used_to_come_whole_however_many_there_were()
    {
        var opening = await district.RecruitAsync("По частям");
        foreach (var family in new[] { "Перваячасть", "Втораячасть", "Третьячасть" }) await district.PutAsync(opening, family);
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var (places, after) = (new List<int>(), "");
        do
        {
            var page = (await http.GetFromJsonAsync<JsonNode>($"{Rules}/{opening}/order?limit=2&after={after}"))!;
            Assert.True(page["items"]!.AsArray().Count is 1 or 2);
            places.AddRange(page["items"]!.AsArray().Select(i => (int)i!["place"]!));
            after = (string?)page["next"];
        }
        while (after is not null);
        Assert.Equal([1, 2, 3], places);
    }

    [Fact]
    public async Task A_preview_used_to_put_all_into_order_twice_and_a_save_once_for_nobody()
    {
        var opening = await district.RecruitAsync("Один раз");
        await district.PutAsync(opening, "Одинраз");
        var clerk = await district.SignInAsync("centre", Centre);
        var url = $"{Centre}/Admin/Applications/Rules/{opening}";
        var token = (await clerk.OpenAsync(url)).Document.QuerySelector("main form:has([name=Version]) [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        async Task<int> OrdersAsync(string to)
        {
            district.Statements.Reset();
            var answer = await clerk.PostAsync(to, [new("Rows[0].Kind", "School"), new("Rows[0].Points", "5"), new("Version", "0"), new("__RequestVerificationToken", token)]);
            Assert.True(answer.IsRedirect || answer.Status == HttpStatusCode.OK, $"{answer.Status} {answer.Errors}");
            return district.Statements.Seen.Count(s => s.Contains("\"BornOn\"", StringComparison.Ordinal) && s.Contains("\"Claim\" IS NOT NULL", StringComparison.Ordinal));
        }
        Assert.Equal(1, await OrdersAsync($"{url}?handler=Preview"));
        Assert.Equal(0, await OrdersAsync(url));
    }

    private static object Aged(int from) => new { rules = new[] { new { kind = "Age", points = 10, ageFrom = from } } };

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, Guid opening, object rules, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Rules}/{opening}") { Content = JsonContent.Create(rules) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await http.SendAsync(request);
    }

    private static async Task<int> AgeAsync(HttpClient http, Guid opening) => (int)(await http.GetFromJsonAsync<JsonNode>($"{Rules}/{opening}"))!["rules"]![0]!["ageFrom"]!;
    private Task<bool> IsThereAsync(string family) => district.InDbAsync("centre", db => db.Set<Person>().AnyAsync(p => p.FamilyName == family));
}
