using System.Net;
using System.Text.Json.Nodes;
using Integral.Applications;
using Integral.Platform.Messaging;
using Integral.Platform.Security;
using Integral.Tests.Applications;
using Integral.Tests.Kit;
using Integral.Tests.Messaging;
using Integral.Tests.People;
using Integral.Tests.Workflows;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Communication.ToldPeople;

namespace Integral.Tests.Communication;

/// <summary>What people are told of: a decision that waits for them or is late, an application of theirs that has come further.</summary>
public sealed class NoticeSourceTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    [Fact]
    public async Task An_application_tells_those_who_decide_and_a_decision_the_applicant_who_has_an_account()
    {
        var (staff, applicant) = (await district.StaffAsync("decides"), await district.StaffAsync("applies", role: DeliveredRoles.Learner));
        var opening = await district.RecruitAsync("Notices");
        var one = await district.PutAsync(opening, "Первая", account: applicant.Id);
        await district.PutAsync(opening, "Вторая");
        await district.BeginAsync();
        await district.AllAsync();

        var waits = Assert.Single(await district.OfAsync(staff.Id));
        Assert.Equal((WaitsNotice.Kind, 2), (waits.Kind, waits.Count));
        Assert.StartsWith("/Admin/Inbox?stage=", waits.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("Первая", waits.Said, StringComparison.Ordinal);       // whose matter it is stays behind the link
        Assert.Empty(await district.OfAsync(applicant.Id));

        await DecideAsync(one.Id, "Refuse", "Reason");
        var changed = Assert.Single(await district.OfAsync(applicant.Id));
        Assert.Equal((ChangedNotice.Kind, $"/applications/{one.Key}", null), (changed.Kind, changed.Address, changed.WriteAt));
        var browser = await district.EnterAsync(applicant, "/centre");
        Assert.Contains($"Your application No. {one.Number}: Refused", await browser.ReadAsync("/centre/notices"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync($"/centre{changed.Address}"));
        await district.PassAsync(TimeSpan.FromDays(1));
        Assert.Empty(district.LettersTo("applies"));
    }

    [Fact]
    public async Task What_is_late_is_told_once_to_whoever_works_on_it()
    {
        var (staff, worker) = (await district.StaffAsync("late-1"), await district.StaffAsync("late-2"));
        var said = new JsonObject { ["Actions"] = new JsonArray("Accept"), ["Roles"] = new JsonArray(DeliveredRoles.CentreStaff), ["DueDays"] = 1, ["ActivityMetadata"] = new JsonObject { ["Title"] = "check" } };
        var definition = Flows.Definition([Flows.Step("start", Flows.Start, isStart: true), Flows.Step("check", "UserTaskEvent", said.ToJsonString())], "start=Done>check");
        var (mine, decided) = (await district.BeginAsync(definition), await district.BeginAsync(definition));
        var task = await district.TaskAsync(mine, "check");
        await district.InDbAsync(Centre, async db =>
        {
            (await db.FindAsync<CaseTask>(task))!.Claim(worker.Id, "Somebody");
            return await db.SaveChangesAsync();
        });
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        Assert.True((await http.DecideAsync(await district.TaskAsync(decided, "check"), "Accept")).IsSuccessStatusCode);

        await district.PassAsync(TimeSpan.FromDays(6));
        await district.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal([(LateNotice.Kind, 1)], (await district.OfAsync(worker.Id)).Where(n => n.Kind == LateNotice.Kind && n.Address.Contains($"{task}", StringComparison.Ordinal)).Select(n => (n.Kind, n.Count)));
        Assert.DoesNotContain(await district.OfAsync(staff.Id), n => n.Address.Contains($"{task}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_passed_on_for_being_late_is_told_to_those_who_may_decide_it_now_and_not_only_to_whoever_has_it()
    {
        var (worker, above) = (await district.StaffAsync("escalate-1"), await district.StaffAsync("escalate-2", role: DeliveredRoles.Head));
        var said = new JsonObject { ["Actions"] = new JsonArray("Accept"), ["Roles"] = new JsonArray(DeliveredRoles.CentreStaff), ["DueDays"] = 1, ["EscalateTo"] = new JsonArray(DeliveredRoles.Head), ["ActivityMetadata"] = new JsonObject { ["Title"] = "check" } };
        var task = await district.TaskAsync(await district.BeginAsync(Flows.Definition([Flows.Step("start", Flows.Start, isStart: true), Flows.Step("check", "UserTaskEvent", said.ToJsonString())], "start=Done>check")), "check");
        await district.InDbAsync(Centre, async db =>
        {
            (await db.FindAsync<CaseTask>(task))!.Claim(worker.Id, "Somebody");
            return await db.SaveChangesAsync();
        });
        await district.PassAsync(TimeSpan.FromDays(6));
        await district.PassAsync(TimeSpan.FromDays(1));
        foreach (var who in new[] { worker, above }) Assert.Contains(await district.OfAsync(who.Id), n => n.Kind == LateNotice.Kind && n.Address.Contains($"{task}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_of_a_workflow_tells_a_role_and_not_whoever_decided()
    {
        var (told, decides) = (await district.StaffAsync("flow-1", role: DeliveredRoles.Librarian), await district.StaffAsync("flow-2"));
        var definition = Flows.Definition([Flows.Step("start", Flows.Start, isStart: true), Flows.Decision("check", DeliveredRoles.CentreStaff, "Accept"), Flows.Step("tell", "NotifyTask", """{ "Roles": ["librarian", "centre_staff"], "Message": "Put out the books" }""")], "start=Done>check", "check=Accept>tell");
        var task = await district.TaskAsync(await district.BeginAsync(definition), "check");
        var browser = await district.ArmedAsync(decides);
        Assert.True((await browser.PostAsync($"/centre/Admin/Inbox/Show/{task}", new Dictionary<string, string> { ["Outcome"] = "Accept" })).IsRedirect);
        await district.AllAsync();
        Assert.Single(await district.OfAsync(told.Id), n => n.Kind == ToldNotice.Kind);
        Assert.DoesNotContain(await district.OfAsync(decides.Id), n => n.Kind == ToldNotice.Kind);
        Assert.Contains("For your information: Put out the books", await (await district.ArmedAsync(told)).ReadAsync("/centre/notices"), StringComparison.Ordinal);
    }

    private async Task DecideAsync(Guid application, string outcome, string reason)
    {
        await district.InTenantAsync(Centre, async services =>
        {
            var db = services.GetRequiredService<Integral.Platform.Data.Db>();
            await db.WriteAsync(() => services.GetRequiredService<IWorkflows>().DecideAsync(new(db, db.Tenant, "Clerk") { Outbox = services.GetRequiredService<Outbox>() }, Application.Kind, application, outcome, reason));
            return 0;
        });
        await district.AllAsync();
    }
}
