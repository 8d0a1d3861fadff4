using Integral.Applications;
using Integral.People.Contracts;
using Integral.Programs;
using Integral.Tests.Kit;
using Integral.Workflows.Calls;
using Integral.Workflows.Cases;
using Integral.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Isolation;

/// <summary>A programme, an application for it and what waits for a decision of it, in school 1.</summary>
internal static class Matters
{
    private const string Definition = """
        { "Activities": [ { "ActivityId": "start", "Name": "ApplicationSubmittedEvent", "IsStart": true }, { "ActivityId": "check", "Name": "UserTaskEvent", "Properties": { "Actions": ["Accept"], "Roles": ["head"] } } ],
          "Transitions": [ { "SourceActivityId": "start", "SourceOutcomeName": "Done", "DestinationActivityId": "check" } ] }
        """;

    public static Task<(Guid Task, Guid Workflow, Application Application, Guid Recruitment, Programme Programme, string List, Guid Paper)> SampleAsync(District district) => district.InDbAsync("school-1", async db =>
    {
        var (school, now) = (district.Tenant("school-1"), TimeProvider.System.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(now);
        var (programme, type) = (new Programme(), new WorkflowType { WorkflowTypeId = $"{Guid.NewGuid():N}" });
        programme.Describe(new("Sample", "", "", 1, StudyForm.InPerson, "", ""), "ru", now);
        programme.Address($"sample-{Guid.NewGuid():N}");
        programme.Show(true, now);
        var version = type.Say("Sample", "ApplicationSubmittedEvent", false, Definition, "", now);
        db.AddRange(programme, type, version);
        var recruitment = new Recruitment(programme.Id, await GroupSeats.FindOrAddAsync(db, school, $"Sample {Guid.NewGuid():N}", today, null, null), today, today.AddDays(9));
        var number = 1 + (await db.Set<Application>().MaxAsync(a => (int?)a.Number) ?? 0);
        var application = new Application(new("programme", recruitment.Id, "Sample", "/programmes/sample"), new("Sample", "", null, null, "sample@example.org", null), number, Guid.NewGuid().ToString("N"), Integral.Platform.Web.FormTickets.NewKey(), now, today) { Consent = "", Culture = "ru" };
        var list = new ApplicationList(new("programme", recruitment.Id, "Sample", "/programmes/sample"), new("Sample", "Sample", "sample@example.org", null), Guid.NewGuid().ToString("N"), Integral.Platform.Web.FormTickets.NewKey(), now, today) { Consent = "", Culture = "ru" };
        var one = new WorkflowCase(version.Id, new(Application.Kind, application.Id, "Sample", ""), now);
        var stage = new Stage { TypeId = type.Id, Activity = "check", Title = "check", RoleNames = "head", Place = 0 };
        var task = new CaseTask(one, stage, new(Guid.NewGuid(), "check", null), new("check", "UserTaskEvent", "check", false, new() { ["Actions"] = new System.Text.Json.Nodes.JsonArray("Accept") }), now, null);
        var paper = new Integral.Applications.Papers.Paper { Sent = application.Sent, Field = null, Name = "sample.pdf", StoredName = "no-such-file", MediaType = "application/pdf", Length = 1, Hash = new('0', 64), AddedAt = now };
        db.AddRange(paper, recruitment, list, application, one, stage, task);
        await db.SaveChangesAsync();
        return (task.Id, type.Id, application, recruitment.Id, programme, list.Key, paper.Id);
    });

    /// <summary>A call of a workflow to another system that was given up.</summary>
    public static Task<Guid> CallAsync(District district) => district.InDbAsync("school-1", async db =>
    {
        var call = new WebhookCall { CaseId = await db.Set<WorkflowCase>().OrderBy(c => c.Id).Select(c => c.Id).FirstAsync(), Step = "Sample", Address = "https://sample.example/", Body = "{}", CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime };
        for (var n = 0; n < 8; n++) call.Know(new("The other system doesn't answer."), call.CreatedAt);
        db.Add(call);
        await db.SaveChangesAsync();
        return call.Id;
    });
}
