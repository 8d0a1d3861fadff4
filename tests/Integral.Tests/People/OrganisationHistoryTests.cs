using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Organisations;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.People;

/// <summary>Contact persons and agreements of an organisation, and the history with it.</summary>
public sealed class OrganisationHistoryTests(District district) : IClassFixture<District>
{
    private const string Api = "/school-2/api/v1/organisations", Pages = "/school-2/Admin/Organisations";

    private static readonly DateOnly Today = new(2026, 10, 1);

    [Fact]
    public void A_task_is_acknowledged_and_then_done_by_whose_it_is_and_is_late_after_its_last_day()
    {
        var (mine, at) = (Guid.NewGuid(), new DateTime(2026, 10, 2, 8, 0, 0, DateTimeKind.Utc));
        var task = new Interaction(Guid.NewGuid(), new(InteractionKind.Task, Today, "Отправить счёт", Assignee: mine, DueOn: Today.AddDays(2)), "Анна", Today);
        Assert.Equal((false, true), (task.IsOverdueOn(Today.AddDays(2)), task.IsOverdueOn(Today.AddDays(3))));
        Assert.Throws<RuleException>(() => task.See(Guid.NewGuid(), at));
        Assert.Throws<RuleException>(() => task.See(null, at));
        Assert.Throws<RuleException>(() => task.Finish(mine, at));
        task.See(mine, at);
        Assert.Throws<RuleException>(() => task.See(mine, at));
        task.Finish(mine, at);
        Assert.False(task.IsOpen || task.IsOverdueOn(Today.AddDays(30)));
        Assert.Throws<RuleException>(() => task.Finish(mine, at));
    }

    [Fact]
    public void What_is_written_down_is_whole_and_a_struck_line_keeps_its_text()
    {
        var mine = Guid.NewGuid();
        foreach (var (words, field) in new (InteractionWords, string)[]
        {
            (new(InteractionKind.Call, Today, " "), "Text"), (new(InteractionKind.Call, Today.AddDays(1), "Завтра"), "On"), (new(InteractionKind.Call, Today, "Звонок", Assignee: mine), "Assignee"),
            (new(InteractionKind.Call, Today, "Звонок", DueOn: Today), "DueOn"), (new(InteractionKind.Task, Today, "Чья"), "Assignee"), (new(InteractionKind.Task, Today, "Когда", Assignee: mine), "DueOn"),
            (new(InteractionKind.Task, Today, "Вчера", Assignee: mine, DueOn: Today.AddDays(-1)), "DueOn"), (new(InteractionKind.Letter, Today, new string('я', Interaction.LongestText + 1)), "Text"),
        }) Assert.Equal(field, Assert.Throws<RuleException>(() => new Interaction(Guid.NewGuid(), words, "Анна", Today)).Field);

        var line = new Interaction(Guid.NewGuid(), new(InteractionKind.Call, Today, "Договорились о практике"), "Анна", Today);
        Assert.Equal("Reason", Assert.Throws<RuleException>(() => line.Strike(" ", "Анна", DateTime.UnixEpoch)).Field);
        line.Strike("Звонок был с другой организацией", "Анна", DateTime.UnixEpoch);
        Assert.Equal("Договорились о практике", line.Agreed);
        Assert.Throws<RuleException>(() => line.Strike("Ещё раз", "Анна", DateTime.UnixEpoch));
    }

    [Fact]
    public void Consent_says_when_and_how_and_an_agreement_ends_after_it_begins()
    {
        var contact = new ContactPerson(Guid.NewGuid());
        Assert.Equal("ConsentHow", Assert.Throws<RuleException>(() => contact.Describe(new("Ким Виктория", ConsentOn: Today), Today)).Field);
        Assert.Equal("ConsentOn", Assert.Throws<RuleException>(() => contact.Describe(new("Ким Виктория", ConsentHow: "На бумаге"), Today)).Field);
        Assert.Equal("ConsentOn", Assert.Throws<RuleException>(() => contact.Describe(new("Ким Виктория", ConsentOn: Today.AddDays(1), ConsentHow: "На бумаге"), Today)).Field);
        contact.Describe(new("Ким Виктория", ConsentOn: Today, ConsentHow: "На бумаге"), Today);
        Assert.Equal("UntilOn", Assert.Throws<RuleException>(() => new OrganisationAgreement(Guid.NewGuid()).Describe(new("7", Today, Today, Today.AddDays(-1), "Практика"))).Field);
    }

    [Fact]
    public async Task On_the_screens_a_contact_an_agreement_a_talk_and_a_task_are_written_and_the_task_is_done()
    {
        var head = await district.SignInAsync("head2", "/school-2");
        var id = await AddAsync("Завод «Прибор»");
        Assert.True((await head.SubmitAsync($"{Pages}/Contact/{id}", new() { ["Form.Name"] = "Сидорчук Павел", ["Form.Post"] = "Главный инженер", ["Form.ConsentOn"] = "2026-01-15", ["Form.ConsentHow"] = "По электронной почте" })).IsRedirect);
        Assert.True((await head.SubmitAsync($"{Pages}/Agreement/{id}", new() { ["Form.Number"] = "14-П", ["Form.Subject"] = "Практика учащихся", ["Form.SignedOn"] = "2026-01-20", ["Form.FromOn"] = "2026-02-01", ["Form.UntilOn"] = "" })).IsRedirect);
        Assert.Contains($"{Pages}/Show/{id}", await head.ReadAsync($"{Pages}?Q=сидорчук"), StringComparison.Ordinal);
        var form = await head.OpenAsync($"{Pages}/Interaction/{id}");
        var contact = form.Document.QuerySelectorAll("[name='Form.With'] option[value]").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        Assert.True((await head.SubmitAsync($"{Pages}/Interaction/{id}", new() { ["Form.Kind"] = "Meeting", ["Form.On"] = "2026-02-02", ["Form.Text"] = "Готовы принять двенадцать человек", ["Form.With"] = contact })).IsRedirect);
        var account = (await district.AccountAsync("head2")).Id;
        var own = $"{await district.InHostAsync(host => host.Memberships.Where(m => m.AccountId == account).Select(m => m.PersonId).FirstAsync())}";
        Assert.Contains(own, form.Text, StringComparison.Ordinal);
        Assert.True((await head.SubmitAsync($"{Pages}/Interaction/{id}", new() { ["Form.Kind"] = "Task", ["Form.On"] = "2026-02-02", ["Form.Text"] = "Составить график практики", ["Form.Assignee"] = own, ["Form.DueOn"] = "2026-02-10" })).IsRedirect);

        var show = await head.OpenAsync($"{Pages}/Show/{id}");
        foreach (var part in new[] { "Сидорчук Павел", "Главный инженер", "14-П", "Готовы принять двенадцать человек", "Составить график практики", "Просрочено" }) Assert.Contains(part, show.Text, StringComparison.Ordinal);
        Assert.Contains("Завод «Прибор»", WebUtility.HtmlDecode(await head.ReadAsync($"{Pages}/Tasks")), StringComparison.Ordinal);
        Assert.Contains($"{Pages}/Tasks", await head.ReadAsync("/school-2/cabinet"), StringComparison.Ordinal);
        Assert.True((await head.SubmitAsync($"{Pages}/Show/{id}", [], "handler=See")).IsRedirect);
        Assert.True((await head.SubmitAsync($"{Pages}/Show/{id}", [], "handler=Done")).IsRedirect);
        Assert.DoesNotContain("Завод «Прибор»", WebUtility.HtmlDecode(await head.ReadAsync($"{Pages}/Tasks")), StringComparison.Ordinal);

        var strike = show.Document.QuerySelectorAll("a[href*='/Strike/']").Select(a => a.GetAttribute("href")!).First();
        Assert.False((await head.SubmitAsync(strike, new() { ["Reason"] = "" })).IsRedirect);
        Assert.True((await head.SubmitAsync(strike, new() { ["Reason"] = "Не та организация" })).IsRedirect);
        Assert.Contains("Не та организация", await head.ReadAsync($"{Pages}/Show/{id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.SubmitAsync(strike, new() { ["Reason"] = "Ещё раз" })).Status);

        var person = show.Document.QuerySelector("a[href*='/Contact/'][href$='" + contact + "']")!.GetAttribute("href")!;
        Assert.True((await head.SubmitAsync(person, [], "handler=Delete")).IsRedirect);
        Assert.DoesNotContain("Главный инженер", await head.ReadAsync($"{Pages}/Show/{id}"), StringComparison.Ordinal);
        Assert.Contains("Сидорчук Павел", await head.ReadAsync($"{Pages}/Show/{id}"), StringComparison.Ordinal);      // the talk was with them
    }

    [Fact]
    public async Task Programs_keep_the_same_rules_and_what_is_another_organisations_is_not_there()
    {
        var http = await HttpAsync();
        var (id, other) = (await AddAsync("Для программ"), await AddAsync("Чужая"));
        var made = await http.PostAsJsonAsync($"{Api}/{id}/contacts", new { name = "Ли Ольга", phone = "+7 700 111 22 33" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var contact = $"{(await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]}";
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Api}/{other}/contacts/{contact}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"{Api}/{other}/interactions", new { kind = "Call", on = "2099-02-02", text = "Завтра", with = contact })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Api}/{id}/contacts", new { name = "Ли Ольга", phone = "нет" })).StatusCode);

        var tag = (await http.GetAsync($"{Api}/{id}/contacts/{contact}")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync("Ли Ольга Ивановна"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await ChangeAsync("Поздно"));
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"{Api}/{id}/contacts/{contact}")).StatusCode);
        Assert.Empty((await http.GetFromJsonAsync<JsonNode>($"{Api}/{id}/contacts"))!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Api}/{id}/contacts/{contact}/restore", null)).StatusCode);

        var learner = await district.InDbAsync("school-2", async db =>
        {
            var person = new Integral.People.Contracts.Person(new("Ученик", "Вася", null), "ru");
            db.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Api}/{id}/interactions", new { kind = "Task", on = "2026-02-02", text = "Не сотрудник", assignee = learner, dueOn = "2026-02-03" })).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Api}/{id}/archive", null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Api}/{id}/interactions", new { kind = "Call", on = "2026-02-02", text = "В архив" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Api}/{id}/restore", null)).StatusCode);

        async Task<HttpStatusCode> ChangeAsync(string name)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/{id}/contacts/{contact}") { Content = JsonContent.Create(new { name }) };
            request.Headers.TryAddWithoutValidation("If-Match", tag);
            return (await http.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task The_history_stands_newest_first_comes_in_parts_and_costs_the_same_for_many_lines()
    {
        var (http, head, id) = (await HttpAsync(), await district.SignInAsync("head2", "/school-2"), await AddAsync("История"));
        await WriteAsync(0);
        var few = await district.CostAsync(() => head.ReadAsync($"{Pages}/Show/{id}"));
        for (var n = 1; n < 12; n++) await WriteAsync(n);
        Assert.Equal(few, await district.CostAsync(() => head.ReadAsync($"{Pages}/Show/{id}")));

        var (days, next) = (new List<string>(), "");
        while (next is not null)
        {
            var part = (await http.GetFromJsonAsync<JsonNode>($"{Api}/{id}/interactions?limit=5&after={next}"))!;
            days.AddRange(part["items"]!.AsArray().Select(i => $"{i!["on"]}"));
            next = part["next"]?.ToString();
        }
        Assert.Equal(12, days.Count);
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);

        async Task WriteAsync(int n) => Assert.True((await http.PostAsJsonAsync($"{Api}/{id}/interactions", new { kind = "Call", on = $"2026-03-{1 + n / 2:00}", text = $"Звонок {n}" })).IsSuccessStatusCode);
    }

    private Task<HttpClient> HttpAsync() => district.ProgramAsync("school-2", DeliveredRoles.Registrar);

    private async Task<Guid> AddAsync(string name)
    {
        var answer = await (await HttpAsync()).PostAsJsonAsync(Api, new { kind = "Employer", name, country = "Other" });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Guid.Parse($"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]}");
    }
}
