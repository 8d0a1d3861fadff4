using System.Net;
using System.Text.Json.Nodes;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.Messaging;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>What cases do by the clock: each once.</summary>
public sealed class WakeTests(LetterDistrict district) : IClassFixture<LetterDistrict>, IAsyncLifetime
{
    // The demo's own applications come due on whatever day it is.
    public async ValueTask InitializeAsync() => await district.InDbAsync(Centre, db => db.WriteAsync(async () =>
        await db.CaseWakes.ExecuteDeleteAsync() + await db.TaskLetters.ExecuteDeleteAsync() + await db.CaseTasks.ExecuteUpdateAsync(t => t.SetProperty(x => x.RemindOn, (DateOnly?)null))));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task All_of_the_role_get_one_letter_with_what_is_due_soon_and_nobody_one_of_what_was_decided()
    {
        await StaffAsync("kk", "staff-kk@mail.local");
        var (one, two, gone) = (await BeginAsync(2, 1), await BeginAsync(2, 1), await BeginAsync(2, 1));
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(gone.Task, "Accept")).StatusCode);
        await PassAsync(MorningOf(one.RemindOn!.Value).AddMinutes(-10));
        Assert.Empty(To("staff-kk@mail.local"));

        await PassAsync(MorningOf(one.RemindOn!.Value).AddMinutes(10));
        await district.PassAsync(TimeSpan.FromMinutes(10));
        var letter = Assert.Single(To("staff-kk@mail.local"));
        foreach (var told in new[] { $"{one.Task}", $"{two.Task}", "Жақында мерзімі жететін" }) Assert.Contains(told, $"{letter.Subject}\n{letter.Text}", StringComparison.Ordinal);
        Assert.DoesNotContain($"{gone.Task}", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Case ", letter.Text, StringComparison.Ordinal);      // whose matter it is stays behind the link

        await district.PassAsync(TimeSpan.FromDays(2));
        Assert.Single(To("staff-kk@mail.local"), l => l.Subject == letter.Subject);       // another one is a notice that it is late now
    }

    [Fact]
    public async Task Who_works_on_a_task_is_reminded_alone_and_who_had_a_letter_today_gets_the_next_tomorrow()
    {
        await StaffAsync("en", "other@mail.local");
        var mine = await StaffAsync("en", "mine@mail.local");
        var (one, later) = (await BeginAsync(2, 1), await BeginAsync(2, 1));
        foreach (var task in new[] { one.Task, later.Task }) await ClaimAsync(task, mine);
        await district.InDbAsync(Centre, db => db.WriteAsync(() => db.CaseWakes.Where(w => w.TokenId == later.Token && w.Kind == WakeKind.Reminder).ExecuteUpdateAsync(w => w.SetProperty(x => x.At, MorningOf(one.RemindOn!.Value).AddHours(1)))));
        await PassAsync(MorningOf(one.RemindOn!.Value).AddMinutes(1));
        await district.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Single(To("mine@mail.local"));
        await district.PassAsync(TimeSpan.FromHours(2));
        Assert.Single(To("mine@mail.local"));
        await PassAsync(MorningOf(one.RemindOn!.Value.AddDays(1)).AddMinutes(1));
        Assert.Equal(2, To("mine@mail.local").Count);
        Assert.Empty(To("other@mail.local"));
    }

    [Fact]
    public async Task What_is_late_is_seen_and_decided_by_those_to_whom_it_is_passed_on()
    {
        var expert = await district.ProgramAsync(Centre, DeliveredRoles.Expert);
        var (late, decided) = (await BeginAsync(1, null, DeliveredRoles.Expert), await BeginAsync(1, null, DeliveredRoles.Expert));
        var staff = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.OK, (await staff.DecideAsync(decided.Task, "Accept")).StatusCode);
        await PassAsync(district.Tenant(Centre).Zone.MomentOf(late.DueOn.AddDays(1)).AddMinutes(-1));
        Assert.Equal(HttpStatusCode.NotFound, (await expert.GetAsync($"{Inbox}/{late.Task}")).StatusCode);

        await district.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("Not decided in time", await expert.GetStringAsync($"{Inbox}/{late.Task}"), StringComparison.Ordinal);
        Assert.Contains($"{late.Task}", await expert.GetStringAsync($"{Inbox}?limit=100"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await expert.DecideAsync(late.Task, "Accept")).StatusCode);
        Assert.Equal("ApplicationSubmittedEvent=Done check=Accept", await district.HistoryAsync(decided.Subject));
        Assert.Equal(CaseStatus.Finished, await district.StatusAsync(late.Subject));
    }

    [Fact]
    public async Task A_timer_goes_on_when_its_time_has_come_and_not_in_a_case_that_was_withdrawn()
    {
        var definition = Definition([Step("start", Start, isStart: true), Step("wait", "TimerEvent", """{ "Days": 1, "Hours": 2 }"""), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>wait", "wait=Done>check");
        var (one, gone) = (await district.BeginAsync(definition), await district.BeginAsync(definition));
        await district.InTenantAsync(Centre, async services =>
        {
            var db = services.GetRequiredService<Integral.Platform.Data.Db>();
            await db.WriteAsync(() => services.GetRequiredService<CaseRunner>().CancelAsync(new(db, district.Tenant(Centre), "Somebody"), "test", gone, null));
            return 0;
        });
        await district.PassAsync(TimeSpan.FromHours(25));
        Assert.Empty(await district.OpenAsync(one));
        await district.PassAsync(TimeSpan.FromHours(1.1));
        Assert.Equal(["check"], await district.OpenAsync(one));
        Assert.Empty(await district.OpenAsync(gone));
    }

    [Fact]
    public async Task Nodes_that_wake_at_once_do_each_thing_once()
    {
        await StaffAsync("uk", "nodes@mail.local");
        var timer = Definition([Step("start", Start, isStart: true), Step("wait", "TimerEvent", """{ "Hours": 1 }"""), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>wait", "wait=Done>check");
        List<Guid> subjects = [];
        for (var i = 0; i < 8; i++) subjects.Add(await district.BeginAsync(timer));
        var late = await BeginAsync(2, 1, DeliveredRoles.Expert);
        district.Clock.Pass(district.Tenant(Centre).Zone.MomentOf(late.DueOn.AddDays(1)).AddMinutes(1) - Now);
        await AllNodesAsync();
        district.Clock.Pass(TimeSpan.FromMinutes(10));
        await AllNodesAsync();
        await district.PassAsync(TimeSpan.FromSeconds(1));

        foreach (var subject in subjects) Assert.Equal("ApplicationSubmittedEvent=Done TimerEvent=Done", await district.HistoryAsync(subject));
        Assert.Equal("ApplicationSubmittedEvent=Done Not decided in time: more people may decide it now=", await district.HistoryAsync(late.Subject));
        Assert.Single(To("nodes@mail.local"));
    }

    // What one does, the other finds done; a save that came in between is tried again, as a turn is.
    private Task<int[]> AllNodesAsync() => Task.WhenAll(Enumerable.Range(0, 3).Select(_ => district.InTenantAsync(Centre, async services =>
    {
        var times = services.GetServices<IWakes>().OfType<CaseTimes>().Single();
        while (await times.WakeAsync(default) is { } next && next <= Now) { }
        return 0;
    })));

    private DateTime Now => district.Clock.GetUtcNow().UtcDateTime;
    private DateTime MorningOf(DateOnly day) => TaskLetters.MorningOf(district.Tenant(Centre), day);
    private Task PassAsync(DateTime until) => district.PassAsync(until - Now);
    private List<Letter> To(string address) => [.. district.Post.Sent.Where(l => l.To == address)];

    private async Task<(Guid Subject, Guid Task, Guid Token, DateOnly DueOn, DateOnly? RemindOn)> BeginAsync(int due, int? remind, params string[] escalate)
    {
        var said = new JsonObject { ["Actions"] = new JsonArray("Accept"), ["Roles"] = new JsonArray(DeliveredRoles.CentreStaff), ["DueDays"] = due, ["ActivityMetadata"] = new JsonObject { ["Title"] = "check" } };
        if (remind is { } days) said["RemindDays"] = days;
        if (escalate.Length > 0) said["EscalateTo"] = new JsonArray([.. escalate.Select(e => JsonValue.Create(e))]);
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Step("check", "UserTaskEvent", said.ToJsonString())], "start=Done>check"));
        var id = await district.TaskAsync(subject, "check");
        var task = await district.InDbAsync(Centre, db => db.CaseTasks.AsNoTracking().SingleAsync(t => t.Id == id));
        return (subject, id, task.TokenId, task.DueOn!.Value, task.RemindOn);
    }

    private Task<int> ClaimAsync(Guid task, Guid account) => district.InDbAsync(Centre, async db =>
    {
        (await db.CaseTasks.SingleAsync(t => t.Id == task)).Claim(account, "Somebody");
        return await db.SaveChangesAsync();
    });

    private Task<Guid> StaffAsync(string culture, string email) => district.InHostAsync(async host =>
    {
        var login = $"{Guid.NewGuid():N}@test.local";
        var account = new Account { Name = login, UserName = login, NormalizedUserName = login.ToUpperInvariant(), SecurityStamp = "", Culture = culture, Email = email };
        host.Add(account);
        host.Add(new Membership { AccountId = account.Id, TenantId = district.Tenant(Centre).Id, Roles = [DeliveredRoles.CentreStaff] });
        await host.SaveChangesAsync();
        return account.Id;
    });
}
