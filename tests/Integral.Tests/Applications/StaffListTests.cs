using System.Net;
using System.Net.Http.Json;
using Integral.Applications;
using Integral.Applications.Contracts;
using Integral.Applications.Staff;
using Integral.Platform.Security;
using Integral.Programs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Applications.Applying;
using static Integral.Tests.Applications.Staffing;

namespace Integral.Tests.Applications;

/// <summary>A school sends its own staff to a centre of its district, and sees what becomes of them.</summary>
public sealed class StaffListTests(District district) : IClassFixture<District>
{
    private const string School = "/school-1", Retraining = "/school-1/Admin/Retraining";

    [Fact]
    public async Task A_school_chooses_from_its_staff_and_sees_what_becomes_of_each_and_of_nobody_else()
    {
        var opening = await district.OfferAsync("Проектная деятельность", seats: 5);
        var head = await district.SignInAsync("head", School);
        Assert.Contains("Проектная деятельность", await head.ReadAsync(Retraining), StringComparison.Ordinal);
        var list = await SendAsync(head, opening, "Соколова", "Лебедев");
        await district.SettleAsync();

        var all = await district.AllAsync(opening);
        Assert.Equal(["Лебедев", "Соколова"], all.Select(a => a.FamilyName).Order());
        Assert.All(all, a => Assert.Equal((district.Tenant("school-1").Id, "Школа № 1"), (a.SenderId!.Value, a.Organisation)));
        Assert.Single(all.Select(a => a.ListId).Distinct());
        var page = await head.OpenAsync(list);
        Assert.Equal(all.Select(a => $"{a.Number}").Order(), page.Document.QuerySelectorAll("main table tbody tr").Select(r => r.Children[0].TextContent.Trim()).Order());

        var teacher = all.Single(a => a.FamilyName == "Соколова");
        await DecideAsync(opening, teacher, "Accept");
        await WithdrawAsync(head, list, "Лебедев");
        Assert.Equal([("Лебедев", ApplicationStatus.Withdrawn), ("Соколова", ApplicationStatus.Enrolled)], (await district.AllAsync(opening)).Select(a => (a.FamilyName, a.Status)).OrderBy(a => a.FamilyName));
        Assert.Equal([ApplicationStatus.Withdrawn, ApplicationStatus.Enrolled], (await district.ListedAsync("school-1", opening)).OrderBy(p => p.Name).Select(p => p.Status));
        var after = await head.ReadAsync(list);
        Assert.Contains("Зачислен", after, StringComparison.Ordinal);
        Assert.Contains("Отозвана", after, StringComparison.Ordinal);

        // The other school knows of the offer, and nothing of these people.
        var other = await district.SignInAsync("head2", "/school-2");
        var seen = await other.ReadAsync("/school-2/Admin/Retraining");
        Assert.Contains("Проектная деятельность", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Соколова", seen, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(list.Replace("school-1", "school-2", StringComparison.Ordinal)));
        Assert.Empty(await district.ListedAsync("school-2", opening));
    }

    [Fact]
    public async Task The_same_form_sent_twice_and_a_message_that_comes_again_are_one_list()
    {
        var opening = await district.OfferAsync("Дважды");
        var http = await district.ProgramAsync("school-1", DeliveredRoles.Head);
        var body = await district.BodyAsync("school-1", opening, "Соколова", "Нурланова");
        var first = await ReadAsync(await http.PostAsJsonAsync(Lists, body), HttpStatusCode.Created);
        var again = await ReadAsync(await http.PostAsJsonAsync(Lists, body), HttpStatusCode.Created);
        Assert.Equal($"{first["id"]}", $"{again["id"]}");
        await district.SettleAsync();
        var sent = new StaffListSent(Guid.Parse($"{first["id"]}"), opening, null, "Нурланова Айгерім", "head@demo.local", null, "I agree.", "ru", [.. (await district.AllAsync(opening)).Select(a => new ListedStaff(a.SentId!.Value, a.Who))]);
        await district.ArriveAsync("school-1", "centre", sent);
        Assert.Equal(2, (await district.AllAsync(opening)).Count);
        Assert.Equal(2, (int)(await ReadAsync(await http.GetAsync($"{Lists}/{first["id"]}")))["people"]!.AsArray().Count);
        // Whom it has sent for it the school can't send once more.
        var more = await http.PostAsJsonAsync(Lists, (await district.BodyAsync("school-1", opening, "Соколова")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, more.StatusCode);
        Assert.Equal(2, (await district.AllAsync(opening)).Count);
    }

    [Fact]
    public async Task Whoever_has_applied_by_themselves_or_comes_too_late_isnt_taken_and_the_school_is_told_why()
    {
        var opening = await district.OfferAsync("Сами");
        var born = await district.InDbAsync("school-1", db => db.Set<Integral.People.Contracts.Person>().Where(p => p.FamilyName == "Соколова" && p.GivenName == "Елена").Select(p => p.BornOn).FirstAsync());
        (await district.ApplyAsync(opening, "Соколова", new() { ["Form.GivenName"] = "Елена", ["Form.Patronymic"] = "Дмитриевна", ["Form.BornOn"] = $"{born:yyyy-MM-dd}" })).Followed();
        var http = await district.ProgramAsync("school-1", DeliveredRoles.Head);
        var list = await ReadAsync(await http.PostAsJsonAsync(Lists, await district.BodyAsync("school-1", opening, "Соколова", "Лебедев")), HttpStatusCode.Created);
        await district.SettleAsync();
        var people = (await ReadAsync(await http.GetAsync($"{Lists}/{list["id"]}")))["people"]!.AsArray();
        // Not the sentence of the public form, which sends one to an address that the school was never shown.
        Assert.Contains("уже получена: её подал он сам или кто-то другой за него", $"{people.Single(p => $"{p!["name"]}".StartsWith("Соколова", StringComparison.Ordinal))!["refused"]}", StringComparison.Ordinal);
        Assert.NotNull(people.Single(p => $"{p!["name"]}".StartsWith("Лебедев", StringComparison.Ordinal))!["number"]);
        Assert.Equal(2, (await district.AllAsync(opening)).Count);

        // It closes at the centre before the school is told.
        var closed = await district.OfferAsync("Закрыто");
        await district.InDbAsync("centre", async db =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            (await db.Set<Recruitment>().SingleAsync(r => r.Id == closed)).Open(today.AddDays(-9), today.AddDays(-2));
            return await db.SaveChangesAsync();
        });
        list = await ReadAsync(await http.PostAsJsonAsync(Lists, await district.BodyAsync("school-1", closed, "Лебедев")), HttpStatusCode.Created);
        await district.SettleAsync();
        Assert.NotNull((await ReadAsync(await http.GetAsync($"{Lists}/{list["id"]}")))["people"]![0]!["refused"]);
        Assert.Empty(await district.AllAsync(closed));
        Assert.False(await district.InDbAsync("centre", db => db.Set<ApplicationList>().AnyAsync(l => l.ForId == closed)));
    }

    [Fact]
    public async Task Nobody_is_sent_who_does_not_work_there_has_no_date_of_birth_or_has_not_agreed()
    {
        var opening = await district.OfferAsync("Правила");
        var http = await district.ProgramAsync("school-1", DeliveredRoles.Registrar);
        var body = await district.BodyAsync("school-1", opening, "Соколова");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Lists, body with { consent = false })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Lists, body with { people = [] })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(Lists, body with { people = [await PersonAsync("school-1", "Оспанов")] })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(Lists, body with { people = [await PersonAsync("school-2", "Мельник")] })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Lists, body with { people = [await PersonAsync("school-1", "Кузнецова")] })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await district.ProgramAsync("school-1", DeliveredRoles.Teacher)).PostAsJsonAsync(Lists, body)).StatusCode);
        Assert.False(await district.InDbAsync("school-1", db => db.Set<StaffList>().AnyAsync(l => l.OpeningId == opening)));
    }

    [Fact]
    public async Task Who_is_enrolled_already_stays_and_the_school_is_told_so()
    {
        var opening = await district.OfferAsync("Поздно отозван", seats: 5);
        var head = await district.SignInAsync("head", School);
        var list = await SendAsync(head, opening, "Соколова");
        await district.SettleAsync();
        await DecideAsync(opening, (await district.AllAsync(opening))[0], "Accept");
        // The school doesn't know it yet.
        await district.InDbAsync("school-1", async db =>
        {
            var (one, now) = ((await district.ListedAsync("school-1", opening))[0], TimeProvider.System.GetUtcNow().UtcDateTime);
            var row = await db.Set<StaffListed>().SingleAsync(p => p.Id == one.Id);
            row.Become(row.Number!.Value, ApplicationStatus.Sent, row.ToldVersion, now);
            return await db.SaveChangesAsync();
        });
        await WithdrawAsync(head, list, "Соколова");
        Assert.Equal(ApplicationStatus.Enrolled, (await district.AllAsync(opening))[0].Status);
        var told = (await district.ListedAsync("school-1", opening))[0];
        Assert.Equal((ApplicationStatus.Enrolled, null), (told.Status!.Value, told.WithdrawnAt));
    }

    [Fact]
    public async Task The_centre_and_the_coordinator_see_the_lists_of_all_schools_as_one_and_take_it_along()
    {
        var opening = await district.OfferAsync("Сводный");
        await (await district.ProgramAsync("school-1", DeliveredRoles.Head)).PostAsJsonAsync(Lists, await district.BodyAsync("school-1", opening, "Соколова", "Лебедев"));
        await (await district.ProgramAsync("school-2", DeliveredRoles.Head)).PostAsJsonAsync("/school-2/api/v1/staff-lists", await district.BodyAsync("school-2", opening, "Мельник"));
        await district.SettleAsync();
        Assert.Equal(3, (await district.AllAsync(opening)).Count);
        foreach (var (who, tenant) in new[] { ("centre", Centre), ("coordinator", "") })
        {
            var page = await (await district.SignInAsync(who, tenant)).OpenAsync($"{Centre}/Admin/Applications/Lists?for={opening}");
            Assert.Equal(["Школа № 1 2", "Школа № 2 1"], page.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Select(r => $"{r.Children[0].TextContent.Trim()} {r.Children[1].TextContent.Trim()}"));
            Assert.Equal(3, page.Document.QuerySelectorAll("main table")[1].QuerySelectorAll("tbody tr").Length);
        }
        var clerk = await district.SignInAsync("centre", Centre);
        var csv = await clerk.ReadAsync($"{Centre}/Admin/Applications/Lists?for={opening}&handler=Table&format=Csv");
        Assert.Equal(3, csv.Split("Group of Сводный").Length - 1);
        var one = await clerk.ReadAsync($"{Centre}/Admin/Applications/Lists?for={opening}&sender={district.Tenant("school-2").Id}&handler=Table&format=Csv");
        Assert.Contains("Мельник", one, StringComparison.Ordinal);
        Assert.DoesNotContain("Соколова", one, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("lecturer", Centre)).StatusAsync($"{Centre}/Admin/Applications/Lists"));

        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var senders = (await ReadAsync(await http.GetAsync($"{Api}/senders?for={opening}")))["items"]!.AsArray();
        Assert.Equal([2, 1], senders.Select(s => (int)s!["people"]!));
        Assert.Equal(3, (await ReadAsync(await http.GetAsync($"{Api}/senders/people?for={opening}")))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_isnt_offered_any_more_goes_from_the_schools()
    {
        var opening = await district.OfferAsync("Снято");
        Assert.True(await district.IsOfferedAsync("school-1", opening));
        Assert.True(await district.IsOfferedAsync("school-2", opening));
        Assert.False(await district.IsOfferedAsync("centre", opening));
        await district.InDbAsync("centre", async db =>
        {
            var programme = await db.Set<Recruitment>().Where(r => r.Id == opening).Select(r => r.ProgrammeId).SingleAsync();
            (await db.Set<Programme>().SingleAsync(p => p.Id == programme)).Show(false, TimeProvider.System.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        await district.WakeAsync(Openings.Changed);
        await district.SettleAsync();
        Assert.False(await district.IsOfferedAsync("school-1", opening));
    }

    [Fact]
    public async Task Pages_cost_as_much_for_many_as_for_one()
    {
        var opening = await district.OfferAsync("Цена сводного");
        var (clerk, head) = (await district.SignInAsync("centre", Centre), await district.SignInAsync("head", School));
        var list = await SendAsync(head, opening, "Соколова");
        await district.SettleAsync();
        await district.BegunAsync(opening);
        Task<int> CentreAsync() => district.CostAsync(() => clerk.OpenAsync($"{Centre}/Admin/Applications/Lists?for={opening}"));
        Task<int> SchoolAsync(string page) => district.CostAsync(() => head.OpenAsync(page));
        var (centre, index, send) = (await CentreAsync(), await SchoolAsync(Retraining), await SchoolAsync($"{Retraining}/Send/{await district.OfferedAsync("school-1", opening)}"));
        await SendAsync(head, opening, "Лебедев", "Нурланова");
        await district.SettleAsync();
        await district.BegunAsync(opening);
        Assert.Equal((centre, index, send), (await CentreAsync(), await SchoolAsync(Retraining), await SchoolAsync($"{Retraining}/Send/{await district.OfferedAsync("school-1", opening)}")));
        Assert.NotEmpty(list);
    }

    [Fact]
    public async Task The_demo_has_lists_of_both_schools_that_have_arrived()
    {
        var senders = await district.InTenantAsync("centre", services => services.GetRequiredService<JoinedLists>().SendersAsync(null));
        foreach (var school in new[] { "Школа № 1", "Школа № 2" }) Assert.Contains(senders, sender => sender.Name == school);
        Assert.All(await district.InDbAsync("school-1", db => db.Set<StaffListed>().Where(p => p.Name.StartsWith("Бекова")).ToListAsync()), p => Assert.NotNull(p.Number));
    }

    private Task<Guid> PersonAsync(string school, string family) => district.InDbAsync(school, db => db.Set<Integral.People.Contracts.Person>().Where(p => p.FamilyName == family).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());

    /// <returns>The address of the list.</returns>
    private async Task<string> SendAsync(Visitor head, Guid opening, params string[] families)
    {
        var url = $"{Retraining}/Send/{await district.OfferedAsync("school-1", opening)}";
        var form = (await head.OpenAsync(url)).Document.QuerySelector("main form:has([name=Ticket])")!;
        var fields = new[] { "__RequestVerificationToken", "Ticket", "Form.Contact" }.Select(n => new KeyValuePair<string, string>(n, form.QuerySelector($"[name='{n}']")?.GetAttribute("value") ?? "")).ToList();
        fields.AddRange([new("Form.Email", "head@demo.local"), new("Form.Consent", "true")]);
        foreach (var family in families) fields.Add(new("Chosen", $"{await district.EmployeeAsync("school-1", family)}"));
        var sent = await head.PostAsync(url, fields);
        Assert.True(sent.IsRedirect, $"{sent.Status} {sent.Errors}");
        return sent.Location!.ToString();
    }

    private async Task WithdrawAsync(Visitor head, string list, string family)
    {
        var id = Guid.Parse(list.Split('/')[^1]);
        var listed = await district.InDbAsync("school-1", db => db.Set<StaffListed>().Where(p => p.ListId == id && p.Name.StartsWith(family)).Select(p => p.Id).SingleAsync());
        var answer = await head.SubmitAsync(list, [], $"listed={listed}");
        Assert.True(answer.IsRedirect, $"{answer.Status} {answer.Errors}");
        await district.SettleAsync();
    }

    private async Task DecideAsync(Guid opening, Application one, string outcome)
    {
        var place = (await district.AllAsync(opening)).FindIndex(a => a.Id == one.Id);
        var answer = await (await district.SignInAsync("centre", Centre)).SubmitAsync($"{Centre}/Admin/Inbox/Show/{(await district.TasksAsync(opening))[place]}", new() { ["Outcome"] = outcome });
        Assert.True(answer.IsRedirect, $"{answer.Status} {answer.Errors}");
        await district.SettleAsync();
    }
}
