using System.Net;
using Integral.Applications;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Workflows;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>From a visitor's click to a seat in a group, seen by both sides.</summary>
public sealed class ApplicationTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_citizen_without_an_account_applies_answers_what_is_asked_and_gets_a_seat()
    {
        var opening = await district.RecruitAsync("Путь", seats: 2);
        var followed = (await district.ApplyAsync(opening, "Путевая", new() { ["Form.Message"] = "Могу по вечерам." }, site: "/centre/en")).Followed();
        Assert.Matches(@"^/centre/en/applications/[\w-]{22}$", followed);
        Assert.Contains("We have your application", await district.Visitor().ReadAsync(followed), StringComparison.Ordinal);

        var clerk = await district.SignInAsync("centre", Centre);
        var inbox = (await clerk.OpenAsync($"{Centre}/Admin/Inbox/Show/{(await district.TasksAsync(opening))[0]}"));
        Assert.Contains("Могу по вечерам.", inbox.Text, StringComparison.Ordinal);
        var asked = await clerk.SubmitAsync($"{Centre}/Admin/Inbox/Show/{(await district.TasksAsync(opening))[0]}", new() { ["Outcome"] = "Ask for something", ["Form.Reason"] = "Which experience?" });
        Assert.True(asked.IsRedirect, asked.Errors);
        Assert.Contains("Which experience?", await district.Visitor().ReadAsync(followed), StringComparison.Ordinal);
        Assert.Empty(await district.TasksAsync(opening));

        var answered = await district.Visitor().SubmitAsync(followed, new() { ["Form.Text"] = "Two years." });
        Assert.True(answered.IsRedirect, answered.Errors);
        Assert.Contains("Two years.", await clerk.ReadAsync($"{Centre}/Admin/Inbox/Show/{(await district.TasksAsync(opening))[0]}"), StringComparison.Ordinal);
        Assert.True((await clerk.SubmitAsync($"{Centre}/Admin/Inbox/Show/{(await district.TasksAsync(opening))[0]}", new() { ["Outcome"] = "Accept" })).IsRedirect);

        Assert.Equal(1, await district.SeatedAsync(opening));
        var shown = await district.Visitor().ReadAsync(followed);
        Assert.Contains("You have a seat.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Воронцова", shown, StringComparison.Ordinal);        // names of staff are for staff
        var one = Assert.Single(await district.AllAsync(opening));
        Assert.Equal([ApplicationStatus.Sent, ApplicationStatus.Asked, null, ApplicationStatus.Enrolled], one.History.OrderBy(e => e.Id).Select(e => e.Status));
        Assert.NotNull(one.PersonId);
        Assert.Contains("Воронцова", await clerk.ReadAsync($"{Centre}/Admin/Applications/Show/{one.Id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("learner", true)]
    [InlineData("parent", false)]       // applies mostly for a child
    public async Task The_form_knows_a_learner_and_leaves_it_to_others_whom_they_mean(string login, bool isFilled)
    {
        var opening = await district.RecruitAsync($"Форма {login}");
        var form = (await (await district.SignInAsync(login, Centre)).OpenAsync($"{Centre}/apply/{opening}")).Document;
        Assert.Equal(isFilled, form.QuerySelector("[name='Form.FamilyName']")!.GetAttribute("value") is { Length: > 0 });
        Assert.False(form.QuerySelector("[name='Form.Consent']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_refusal_says_why_and_the_same_person_may_apply_again_but_not_while_the_first_is_open()
    {
        var opening = await district.RecruitAsync("Отказ");
        var followed = (await district.ApplyAsync(opening, "Отказова")).Followed();
        var twice = await district.ApplyAsync(opening, "отказова", new() { ["Form.Email"] = "other@example.org" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains("уже получена", twice.Errors, StringComparison.Ordinal);
        Assert.Equal("other@example.org", twice.Document.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));

        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync((await district.TasksAsync(opening))[0], "Refuse", "Группа для другой специальности.")).StatusCode);
        Assert.Contains("Группа для другой специальности.", await district.Visitor().ReadAsync(followed), StringComparison.Ordinal);
        (await district.ApplyAsync(opening, "Отказова")).Followed();
        Assert.Equal(2, (await district.AllAsync(opening)).Count);
    }

    [Fact]
    public async Task Who_withdraws_is_out_of_the_inbox_and_keeps_no_seat()
    {
        var opening = await district.RecruitAsync("Отзыв", seats: 1);
        var followed = (await district.ApplyAsync(opening, "Отзывова")).Followed();
        var visitor = district.Visitor();
        Assert.True((await visitor.SubmitAsync(followed, [], "Withdraw")).IsRedirect);
        Assert.Empty(await district.TasksAsync(opening));
        Assert.Equal(ApplicationStatus.Withdrawn, (await district.AllAsync(opening))[0].Status);
        Assert.DoesNotContain("Withdraw", (await visitor.OpenAsync(followed)).Text, StringComparison.Ordinal);

        // Who has a seat tells the institution instead.
        var other = (await district.ApplyAsync(opening, "Местова")).Followed();
        var stale = await visitor.OpenAsync(other);
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        await http.DecideAsync((await district.TasksAsync(opening))[0], "Accept");
        var form = stale.Document.QuerySelectorAll("form").Single(f => f.GetAttribute("action")!.Contains("Withdraw", StringComparison.Ordinal));
        var late = await visitor.PostAsync(form.GetAttribute("action")!, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal(1, await district.SeatedAsync(opening));
    }

    [Fact]
    public async Task Who_waits_gets_a_seat_when_one_is_free()
    {
        var opening = await district.RecruitAsync("Ожидание", seats: 1);
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        foreach (var name in new[] { "Перваяа", "Втораяа" }) await http.SendAsync(opening, name);
        foreach (var task in await district.TasksAsync(opening)) Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(task, "Accept")).StatusCode);
        var waiting = (await district.TasksAsync(opening))[0];
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(waiting, "Try to give a seat")).StatusCode);
        Assert.Equal(ApplicationStatus.Waiting, (await district.AllAsync(opening))[1].Status);

        await district.InDbAsync("centre", async db =>
        {
            var first = db.Set<Integral.Applications.Application>().Single(a => a.ForId == opening && a.FamilyName == "Перваяа").PersonId;
            var seat = db.Set<Integral.People.Contracts.Enrolment>().Single(e => e.PersonId == first);
            seat.End(seat.FromOn, null);
            db.Remove(seat);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync((await district.TasksAsync(opening))[0], "Try to give a seat")).StatusCode);
        Assert.Equal(ApplicationStatus.Enrolled, (await district.AllAsync(opening))[1].Status);
    }

    [Fact]
    public async Task A_person_who_is_here_already_is_known_by_name_and_date_of_birth_and_never_by_the_name_alone()
    {
        var (one, other) = (await district.RecruitAsync("Знакомые"), await district.RecruitAsync("Знакомые другие"));
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        foreach (var (opening, born) in new[] { (one, "1990-05-17"), (other, "1990-05-17"), (other, "1991-05-17") }) await http.SendAsync(opening, "Знакомова", born: born);
        foreach (var task in (await district.TasksAsync(one)).Concat(await district.TasksAsync(other))) await http.DecideAsync(task, "Accept");
        var (first, others) = ((await district.AllAsync(one))[0].PersonId, await district.AllAsync(other));
        Assert.Equal(first, others[0].PersonId);
        Assert.NotEqual(first, others[1].PersonId);
    }
}
