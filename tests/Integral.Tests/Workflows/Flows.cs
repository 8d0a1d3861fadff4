using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Workflows;

/// <summary>Workflows of tests' own, about subjects that nobody knows.</summary>
internal static class Flows
{
    public const string Centre = "centre", Start = "ApplicationSubmittedEvent", Inbox = "/centre/api/v1/inbox";

    public static JsonObject Step(string id, string kind, string? properties = null, bool isStart = false) =>
        new() { ["ActivityId"] = id, ["Name"] = kind, ["IsStart"] = isStart, ["Properties"] = JsonNode.Parse(properties ?? "{}") };

    /// <summary>Ways as <c>from=Outcome>to</c>.</summary>
    public static JsonObject Definition(IEnumerable<JsonObject> steps, params string[] ways) => new()
    {
        ["WorkflowTypeId"] = "test", ["Name"] = "Test", ["Activities"] = new JsonArray([.. steps]),
        ["Transitions"] = new JsonArray([.. ways.Select(w => w.Split('=', '>')).Select(w => new JsonObject { ["SourceActivityId"] = w[0], ["SourceOutcomeName"] = w[1], ["DestinationActivityId"] = w[2] })]),
    };

    public static JsonObject Decision(string id, string role, params string[] actions) => Step(id, "UserTaskEvent", JsonSerializer.Serialize(new { Actions = actions, Roles = new[] { role }, ActivityMetadata = new { Title = id } }));

    /// <summary>Begins a case by this definition and no other.</summary>
    /// <param name="about">What it is about; something that nobody knows where it is left out.</param>
    public static Task<Guid> BeginAsync(this District district, JsonObject definition, CaseSubject? about = null) => district.InTenantAsync(Centre, async services =>
    {
        var (db, subject) = (services.GetRequiredService<Db>(), about?.Id ?? Guid.NewGuid());
        var type = new WorkflowType { WorkflowTypeId = $"{Guid.NewGuid():N}" };
        var version = type.Say("Test", Start, true, definition.ToJsonString(), "", TimeProvider.System.GetUtcNow().UtcDateTime);
        var one = new WorkflowCase(version.Id, about ?? new("test", subject, $"Case {subject:N}", ""), TimeProvider.System.GetUtcNow().UtcDateTime);
        await db.WriteAsync(async () =>
        {
            db.AddRange(type, version, one);
            await new CaseTurn(new(db, district.Tenant(Centre), ""), one, new(type.Id, Graph.Read(version.Definition)), services.GetRequiredService<CaseMeans>()).StartAsync();
            type.Switch(false);       // the demo's own applications aren't to go by it
            return await db.SaveChangesAsync();
        });
        return subject;
    });

    /// <summary>Id of the open task of that title.</summary>
    public static Task<Guid> TaskAsync(this District district, Guid subject, string title) =>
        district.InDbAsync(Centre, async db => await db.CaseTasks.Where(t => t.IsOpen && t.Title == title && db.Set<WorkflowCase>().Any(c => c.Id == t.CaseId && c.SubjectId == subject)).Select(t => t.Id).SingleAsync());

    public static Task<List<string>> OpenAsync(this District district, Guid subject) =>
        district.InDbAsync(Centre, db => db.CaseTasks.Where(t => t.IsOpen && db.Set<WorkflowCase>().Any(c => c.Id == t.CaseId && c.SubjectId == subject)).OrderBy(t => t.Title).Select(t => t.Title).ToListAsync());

    public static Task<string> HistoryAsync(this District district, Guid subject) => district.InDbAsync(Centre, async db =>
        string.Join(' ', await db.CaseSteps.Where(s => db.Set<WorkflowCase>().Any(c => c.Id == s.CaseId && c.SubjectId == subject)).OrderBy(s => s.Id).Select(s => $"{s.Title}={s.Outcome}").ToListAsync()));

    public static Task<CaseStatus> StatusAsync(this District district, Guid subject) => district.InDbAsync(Centre, db => db.WorkflowCases.Where(c => c.SubjectId == subject).Select(c => c.Status).SingleAsync());

    public static Task<HttpResponseMessage> DecideAsync(this HttpClient http, Guid task, string outcome, string? reason = null) => http.PostAsJsonAsync($"{Inbox}/{task}/decide", new { outcome, reason });
}
