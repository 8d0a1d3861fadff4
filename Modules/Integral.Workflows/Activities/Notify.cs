using System.Text.Json.Nodes;
using Integral.Communication.Contracts;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Activities;

/// <summary>Tells people of some <c>Roles</c> something, the <c>Message</c>: who decides nothing here and is to know.</summary>
internal sealed class Notify(INotices notices, IEnumerable<CaseSubjects> subjects) : Activity
{
    public const string Kind = "NotifyTask", Message = "Message";

    public const int LongestMessage = 200;

    // The latter: as much as notices compare.
    private const int MostRoles = 10, MostAbout = 100;

    public override string Name => Kind;
    public override Sentence Title => T.Say("Tells people something");

    public override IReadOnlyList<ActivitySetting> Settings =>
    [
        new(UserTask.Roles, T.Say("Who is told"), SettingKind.Roles), new(Message, T.Say("What they are told"), SettingKind.Text) { Hint = T.Say("It may go out in a letter: name nobody in it. What the matter is about stands below it by itself.") },
    ];

    public override Sentence? Fault(JsonObject said)
    {
        if (Node.Texts(said, UserTask.Roles).Count is 0 or > MostRoles) return T.Say("Say who is told: from 1 to {0} roles.", MostRoles);
        return Said(said).Length is 0 or > LongestMessage ? T.Say("Say what they are told, in at most {0} characters.", LongestMessage) : null;
    }

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [T.Say("People are told: {0}", new Sentence(Said(said)))];

    public override async Task<string?> DoAsync(Step step)
    {
        if (step.Acting.Outbox is not { } outbox) return Done;
        var message = Said(step.Said);
        var card = subjects.FirstOrDefault(s => s.Kind == step.Subject.Kind) is { } kind ? await kind.ShowAsync(step.Db, step.Subject.Id) : null;
        notices.Tell(outbox, new News(ToldNotice.Kind, card?.Address ?? "/notices")
        {
            Roles = Node.Texts(step.Said, UserTask.Roles), Except = step.Acting.AccountId, About = message[..Math.Min(message.Length, MostAbout)], Together = "/notices",
            Values = new Dictionary<string, string> { [ToldNotice.Message] = message, [TaskNotices.Matter] = step.Subject.Note },
        });
        return Done;
    }

    /// <summary>What was told can't be untold: whoever was told sees from the matter how it stands.</summary>
    public override Task UndoAsync(Step step) => Task.CompletedTask;

    private static string Said(JsonObject said) => $"{said[Message]}".Trim();
}

/// <summary>What a workflow tells.</summary>
internal sealed class ToldNotice : NoticeKind
{
    public const string Kind = "workflows.told", Message = "message";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A workflow tells me something");
    public override Sentence Subject => T.Say("For your information: {0}", $"{{{Message}}}");
    public override Sentence Text => T.Say("What it is about: {0}", $"{{{TaskNotices.Matter}}}");
    public override IReadOnlyList<NoticeValue> Values => [new(Message, T.Say("What the workflow tells"), "The text is published"), .. TaskNotices.Values.Where(v => v.Name == TaskNotices.Matter)];
    public override string Permission => WorkflowsModule.Work;
}
