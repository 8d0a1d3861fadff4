using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.Platform.Changes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Groups and the days on which people are in them.</summary>
public sealed class GroupTests(District district) : IClassFixture<District>
{
    private const string Groups = "/school-2/api/v1/groups";

    [Fact]
    public async Task A_list_says_for_which_day_it_is_and_names_who_was_in_the_group_on_it()
    {
        var http = await HttpAsync();
        var group = await AddAsync(http, "Список 5А");
        var people = await PeopleAsync("Список", 3);
        await EnrolAsync(http, group, people[..2], "2030-09-01");
        await EnrolAsync(http, group, people[2..], "2030-10-01");
        var leaving = (await MembersAsync(http, group, "2030-09-15"))[0];
        await DoneAsync(http, $"{group}/members/end", new { members = new[] { leaving.Id }, lastOn = "2030-09-30", reason = "Переезд" });

        Assert.Equal(2, (await MembersAsync(http, group, "2030-09-30")).Count);
        var later = (await MembersAsync(http, group, "2030-10-01")).Select(m => m.Name).ToList();
        Assert.Equal(2, later.Count);
        Assert.DoesNotContain(leaving.Name, later);
        Assert.Empty(await MembersAsync(http, group, "2031-06-01"));      // the group's own days are over
        var all = (await http.GetFromJsonAsync<JsonNode>($"{Groups}/{group}/members?all=true"))!["items"]!.AsArray();
        Assert.Equal("Переезд", $"{all.Single(m => $"{m!["id"]}" == leaving.Id)!["reason"]}");

        var page = await (await district.SignInAsync("head2", "/school-2")).ReadAsync($"/school-2/Admin/Groups/Show/{group}?on=2030-10-01");
        Assert.Contains("1 октября 2030", page, StringComparison.Ordinal);
        Assert.DoesNotContain(leaving.Name, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seats_are_not_oversold_by_two_who_give_the_last_one_at_once()
    {
        var http = await HttpAsync();
        var group = await AddAsync(http, "Места", seats: 3);
        var people = await PeopleAsync("Места", 8);
        await EnrolAsync(http, group, people[..2], "2030-09-01");
        await RefusedAsync(http, $"{group}/members", new { people = people[2..4], fromOn = "2030-09-01" }, "3");

        var answers = await Task.WhenAll(people[4..].Select(p => http.PostAsJsonAsync($"{Groups}/{group}/members", new { people = new[] { p }, fromOn = "2030-09-01" })));
        Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal(3, (await MembersAsync(http, group, "2030-09-01")).Count);
    }

    [Fact]
    public async Task A_seat_is_free_from_the_day_after_somebody_left()
    {
        var http = await HttpAsync();
        var group = await AddAsync(http, "Смена", seats: 1);
        var people = await PeopleAsync("Смена", 2);
        await EnrolAsync(http, group, people[..1], "2030-09-01");
        await DoneAsync(http, $"{group}/members/end", new { members = new[] { (await MembersAsync(http, group, "2030-09-01"))[0].Id }, lastOn = "2030-10-31" });
        await RefusedAsync(http, $"{group}/members", new { people = people[1..], fromOn = "2030-10-31" }, "2");
        await EnrolAsync(http, group, people[1..], "2030-11-01");
        await RefusedAsync(http, $"{group}/members", new { people = people[..1], fromOn = "2030-10-01" }, "other days");
    }

    [Fact]
    public async Task Who_is_moved_is_in_one_group_on_every_day_and_leaves_the_parts_of_the_class()
    {
        var http = await HttpAsync();
        var (from, to) = (await AddAsync(http, "Перевод А"), await AddAsync(http, "Перевод Б"));
        var part = await AddAsync(http, "Перевод А, английский", kind: "Subgroup", partOf: from);
        var people = await PeopleAsync("Перевод", 2);
        await RefusedAsync(http, $"{part}/members", new { people, fromOn = "2030-09-01" }, "Перевод");
        await EnrolAsync(http, from, people, "2030-09-01");
        await EnrolAsync(http, part, people, "2030-09-02");

        await DoneAsync(http, $"{from}/members/move", new { members = (await MembersAsync(http, from, "2030-09-01")).Select(m => m.Id).Take(1), to, fromOn = "2031-01-10" });
        Assert.Equal((2, 0, 2), await CountsAsync("2031-01-09"));
        Assert.Equal((1, 1, 1), await CountsAsync("2031-01-10"));

        async Task<(int, int, int)> CountsAsync(string on) => ((await MembersAsync(http, from, on)).Count, (await MembersAsync(http, to, on)).Count, (await MembersAsync(http, part, on)).Count);
    }

    [Fact]
    public async Task What_was_done_with_people_is_undone_unless_the_seat_is_taken_meanwhile()
    {
        var http = await HttpAsync();
        var group = await AddAsync(http, "Отмена", seats: 2);
        var people = await PeopleAsync("Отмена", 3);
        await UndoAsync(await EnrolAsync(http, group, people[..2], "2030-09-01"));
        Assert.Empty(await MembersAsync(http, group, "2030-09-01"));

        await EnrolAsync(http, group, people[..2], "2030-09-01");
        var members = await MembersAsync(http, group, "2030-09-01");
        var ended = await DoneAsync(http, $"{group}/members/end", new { members = members.Select(m => m.Id), lastOn = "2030-09-30" });
        await EnrolAsync(http, group, people[2..], "2030-10-01");
        await UndoAsync(ended);
        Assert.Equal(2, (await MembersAsync(http, group, "2030-10-01")).Count);      // one came back, the other's seat is taken
    }

    [Fact]
    public async Task Undoing_and_giving_the_seat_at_once_do_not_oversell_it()
    {
        var http = await HttpAsync();
        for (var round = 0; round < 5; round++)
        {
            var group = await AddAsync(http, $"Гонка {round}", seats: 2);
            var people = await PeopleAsync($"Гонка{round}", 4);
            await EnrolAsync(http, group, people[..2], "2030-09-01");
            var ended = await DoneAsync(http, $"{group}/members/end", new { members = (await MembersAsync(http, group, "2030-09-01")).Select(m => m.Id), lastOn = "2030-09-30" });
            await Task.WhenAll(UndoAsync(ended), http.PostAsJsonAsync($"{Groups}/{group}/members", new { people = people[2..3], fromOn = "2030-10-01" }), http.PostAsJsonAsync($"{Groups}/{group}/members", new { people = people[3..], fromOn = "2030-10-01" }));
            Assert.Equal(2, (await MembersAsync(http, group, "2030-10-01")).Count);
        }
    }

    [Fact]
    public async Task A_group_with_people_keeps_them_whatever_is_done_to_it()
    {
        var http = await HttpAsync();
        var group = await AddAsync(http, "Сохранность", seats: 5);
        await EnrolAsync(http, group, await PeopleAsync("Сохранность", 2), "2030-09-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.DeleteAsync($"{Groups}/{group}")).StatusCode);
        var known = await http.GetAsync($"{Groups}/{group}");
        foreach (var wrong in new object[] { new { name = "Сохранность", fromOn = "2030-10-01", untilOn = "2031-05-31" }, new { name = "Сохранность", fromOn = "2030-09-01", untilOn = "2031-05-31", seats = 1 }, new { name = new string('я', 101), fromOn = "2030-09-01" }, new { name = "Сохранность", fromOn = "2030-09-01", untilOn = "2030-08-01" } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(http, group, known.Headers.ETag!.Tag, wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, group, known.Headers.ETag!.Tag, new { name = "Сохранность 2", fromOn = "2030-09-01", untilOn = "2031-06-30", seats = 2 })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, group, known.Headers.ETag!.Tag, new { name = "Сохранность 3", fromOn = "2030-09-01" })).StatusCode);

        var empty = await AddAsync(http, "Пустая");
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"{Groups}/{empty}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Groups}/{empty}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Groups}/{empty}/restore", null)).StatusCode);
    }

    [Fact]
    public async Task Groups_stand_in_the_order_of_their_numbers_and_a_list_takes_as_many_statements_for_sixty_as_for_one()
    {
        var http = await HttpAsync();
        var group = await AddAsync(http, "Порядок 10А", from: "2040-09-01");
        await AddAsync(http, "Порядок 2Б", from: "2040-09-01");
        await EnrolAsync(http, group, await PeopleAsync("Порядок", 1), "2040-09-01");
        var head = await district.SignInAsync("head2", "/school-2");
        var few = await CountAsync("2040-09-02");
        for (var n = 0; n < 20; n++) await AddAsync(http, $"Порядок 3-{n}", from: "2040-09-01");
        await EnrolAsync(http, group, await PeopleAsync("Порядком", 45), "2040-09-01");
        Assert.Equal(few, await CountAsync("2040-09-02"));
        var names = (await head.OpenAsync("/school-2/Admin/Groups?q=порядок&on=2040-09-02")).Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent).ToList();
        Assert.Equal(("Порядок 2Б", "Порядок 10А"), (names[0], names[^1]));

        async Task<(int, int)> CountAsync(string on)
        {
            district.Statements.Reset();
            await head.OpenAsync($"/school-2/Admin/Groups?on={on}");
            var list = district.Statements.Seen.Count;
            district.Statements.Reset();
            await head.OpenAsync($"/school-2/Admin/Groups/Show/{group}?on={on}");
            return (list, district.Statements.Seen.Count);
        }
    }

    [Fact]
    public async Task On_the_screens_a_group_is_made_filled_and_left_and_who_may_only_look_is_refused()
    {
        var head = await district.SignInAsync("head2", "/school-2");
        var made = await head.SubmitAsync("/school-2/Admin/Groups/Edit", new() { ["Form.Kind"] = "Club", ["Form.Name"] = "Шахматы", ["Form.FromOn"] = "2026-09-01", ["Form.UntilOn"] = "", ["Form.Seats"] = "12" });
        var address = $"{made.Location}";
        var person = (await PeopleAsync("Шахматный", 1))[0];
        await head.SubmitAsync(address.Replace("/Show/", "/Enrol/", StringComparison.Ordinal) + "?q=шахматный", new() { ["Chosen"] = $"{person}", ["FromOn"] = "2026-09-01" });
        var page = await head.OpenAsync($"{address}?on=2026-09-02");
        var member = page.Document.QuerySelector("tbody input[type=checkbox]")!.GetAttribute("value")!;
        Assert.Contains("Шахматный", page.Text, StringComparison.Ordinal);
        var refused = await LeaveAsync("2026-08-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Document.QuerySelector($"tbody input[value='{member}']")!.HasAttribute("checked"));
        Assert.True((await LeaveAsync("2026-09-03")).IsRedirect);
        Assert.DoesNotContain("Шахматный", (await head.OpenAsync($"{address}?on=2026-09-04")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Шахматы", await head.ReadAsync($"/school-2/Admin/People/Show/{person}"), StringComparison.Ordinal);
        Assert.Contains(address, await head.ReadAsync("/school-2/search?q=шахматы"), StringComparison.Ordinal);

        Task<Answer> LeaveAsync(string last)
        {
            var form = page.Document.QuerySelector($"input[value='{member}']")!.Closest("form")!;
            return head.PostAsync(form.QuerySelector("[formaction*='handler=End']")!.GetAttribute("formaction")!,
                new Dictionary<string, string> { ["__RequestVerificationToken"] = form.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!, ["Chosen"] = member, ["Form.LastOn"] = last });
        }
    }

    private Task<HttpClient> HttpAsync() => district.ProgramAsync("school-2", DeliveredRoles.Registrar);

    private static async Task<Guid> AddAsync(HttpClient http, string name, string kind = "Class", int? seats = null, Guid? partOf = null, string from = "2030-09-01")
    {
        var answer = await http.PostAsJsonAsync(Groups, new { kind, name, fromOn = from, untilOn = $"{int.Parse(from[..4], System.Globalization.CultureInfo.InvariantCulture) + 1}-05-31", seats, partOf });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Guid.Parse($"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]}");
    }

    private Task<Guid[]> PeopleAsync(string family, int number) => district.InDbAsync("school-2", async db =>
    {
        var people = Enumerable.Range(0, number).Select(n => new Person(new(family, $"Имя{n:00}", null), "ru")).ToArray();
        db.AddRange(people);
        await db.SaveChangesAsync();
        return people.Select(p => p.Id).ToArray();
    });

    private static Task<Guid?> EnrolAsync(HttpClient http, Guid group, Guid[] people, string fromOn) => DoneAsync(http, $"{group}/members", new { people, fromOn });

    private static async Task<Guid?> DoneAsync(HttpClient http, string address, object body)
    {
        var answer = await http.PostAsJsonAsync($"{Groups}/{address}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["set"]?.GetValue<Guid>();
    }

    private static async Task RefusedAsync(HttpClient http, string address, object body, string because)
    {
        var answer = await http.PostAsJsonAsync($"{Groups}/{address}", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(because, System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, Guid group, string tag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Groups}/{group}") { Content = JsonContent.Create(body) };
        request.Headers.Add("If-Match", tag);
        return http.SendAsync(request);
    }

    private static async Task<List<(string Id, string Name)>> MembersAsync(HttpClient http, Guid group, string on) =>
        [.. (await http.GetFromJsonAsync<JsonNode>($"{Groups}/{group}/members?on={on}"))!["items"]!.AsArray().Select(m => ($"{m!["id"]}", $"{m["name"]}"))];

    private Task<UndoReport> UndoAsync(Guid? set) => district.InTenantAsync("school-2", services => services.GetRequiredService<ChangeSets>().UndoAsync(set!.Value));
}
