using System.Text.Json.Nodes;
using Integral.Platform.Jobs;
using Integral.Workflows.Calls;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;

namespace Integral.Workflows.Activities;

/// <summary>
/// Tells another system at <c>Url</c> what became of the matter: its kind and id, what it is for and what was decided, without anybody's name. The case goes on at
/// once; the call is made a moment later, and again while it isn't taken. What another system has been told can't be taken back, and so neither what led to it.
/// </summary>
internal sealed class Webhook(WebhookHosts hosts, Alarm alarm) : Activity
{
    private const string Url = "Url";

    public override string Name => "WebhookTask";
    public override Sentence Title => T.Say("Tells another system");
    public override IReadOnlyList<ActivitySetting> Settings => [new(Url, T.Say("At which address"), SettingKind.Text) { Hint = T.Say("https://… of a host that the operator has allowed. No names are sent.") }];
    public override Sentence? Fault(JsonObject said) => hosts.Fault(AddressOf(said));
    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [T.Say("Another system is told: {0}", AddressOf(said))];

    public override async Task<string?> DoAsync(Step step)
    {
        if (step.Acting.Outbox is null) return Done;        // a demo's past
        await alarm.SetAsync(step.Acting.Tenant.Id, CallSending.Alarm, step.Now);
        step.Db.Add(new WebhookCall { CaseId = step.CaseId, Step = step.Title, Address = AddressOf(step.Said), Body = BodyOf(step), CreatedAt = step.Now, DueAt = step.Now });
        var longAgo = step.Now - WebhookCall.Kept;
        await step.Db.WebhookCalls.Where(c => c.EndedAt < longAgo).ExecuteDeleteAsync();
        return Done;
    }

    private static string AddressOf(JsonObject said) => $"{said[Url]}".Trim();

    private static string BodyOf(Step step) => new JsonObject
    {
        ["type"] = "workflow.step", ["timestamp"] = step.Now.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["data"] = new JsonObject { ["kind"] = step.Subject.Kind, ["id"] = $"{step.Subject.Id}", ["about"] = step.Subject.Note, ["case"] = $"{step.CaseId}", ["step"] = step.Title, ["decided"] = step.Decision },
    }.ToJsonString(Json.Options);
}
