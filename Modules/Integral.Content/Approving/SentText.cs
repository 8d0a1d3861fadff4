using System.Text.Json.Nodes;
using Integral.Communication.Contracts;
using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Platform.Jobs;
using Integral.Workflows.Contracts;

namespace Integral.Content.Approving;

/// <summary>A case begins when somebody who may write but not publish sends a text.</summary>
internal sealed class TextSent : Activity
{
    public const string Kind = "ContentSentEvent";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A text is sent for publishing");
    public override bool IsStart => true;
    public override string? SubjectKind => SentTexts.OfContent;
    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(Done);
}

/// <summary>Gives an answer to whoever sent a text. The decision before it is the right to: who decides needn't be able to publish by himself.</summary>
internal abstract class TextAnswer(INotices notices) : Activity
{
    public override async Task<string?> DoAsync(Step step)
    {
        var item = await ItemAsync(step);
        Rule.Require(item is { SentVersion: { } sent, DeletedAt: null } && await step.Db.ContentVersions.AnyAsync(v => v.ItemId == item.Id && v.ContentItemVersionId == sent), "What was sent isn't there any more.");
        step.Kept = item.SentVersion;
        await AnswerAsync(step, item);
        item.Answer();
        if (item.SentById is { } author) notices.Tell(step.Acting.Outbox, [Told(step, item) with { About = About(item), Accounts = [author], Except = step.Acting.AccountId }]);
        return Done;
    }

    public override async Task UndoAsync(Step step)
    {
        var item = await ItemAsync(step);
        Rule.Require(item is { SentVersion: null, DeletedAt: null }, "It has been sent again since: what was decided stays.");
        await UnanswerAsync(step, item);
        notices.Withdraw(step.Acting.Outbox, Notice, About(item));
        item.Send(step.Kept!, item.SentById);
    }

    /// <summary>Kind of what its author is told.</summary>
    protected abstract string Notice { get; }
    protected abstract News Told(Step step, ContentItem item);
    protected abstract Task AnswerAsync(Step step, ContentItem item);
    protected abstract Task UnanswerAsync(Step step, ContentItem item);

    protected static string Address(ContentItem item) => $"/Admin/Content/Edit/{item.ContentItemId}";
    private static string About(ContentItem item) => $"{item.Id:N}";

    private static Task<ContentItem> ItemAsync(Step step)
    {
        var id = step.Subject.Id;
        return step.Db.ContentItems.SingleAsync(i => i.Id == id);
    }
}

/// <summary>Publishes the version that was sent, whatever has been drafted since; at once, or when the text itself says.</summary>
internal sealed class PublishText(Alarm alarm, INotices notices) : TextAnswer(notices)
{
    public override string Name => "PublishContentTask";
    public override Sentence Title => T.Say("Publishes the text that was sent");
    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [T.Say("Visitors see the text as it was sent."), T.Say("Whoever sent it is told.")];

    protected override string Notice => PublishedNotice.Kind;
    protected override News Told(Step step, ContentItem item) => new(PublishedNotice.Kind, Address(item)) { Values = new Dictionary<string, string> { [AnsweredNotice.ItsTitle] = step.Subject.Title } };

    protected override async Task AnswerAsync(Step step, ContentItem item)
    {
        var (id, sent) = (item.Id, item.SentVersion!);
        var data = JsonNode.Parse(await step.Db.ContentVersions.Where(v => v.ItemId == id && v.ContentItemVersionId == sent).Select(v => v.Data).SingleAsync())!.AsObject();
        var when = PublishingTimes.Later(data, step.Now) ?? step.Now;
        item.Schedule(sent, when, step.Now);
        // As what waits for its time: there it is rendered, gets its address and is offered to those below.
        await alarm.SetAsync(step.Acting.Tenant.Id, PublishingTimes.Alarm, when);
    }

    protected override Task UnanswerAsync(Step step, ContentItem item)
    {
        Rule.Require(item.ScheduledVersion == step.Kept, "Visitors see it already. Take it off the site instead.");
        item.ForgetSchedule(step.Now);
        return Task.CompletedTask;
    }
}

/// <summary>Gives it back to be written on, with the reason of the decision.</summary>
internal sealed class ReturnText(INotices notices) : TextAnswer(notices)
{
    public override string Name => "ReturnContentTask";
    public override Sentence Title => T.Say("Gives the text back to whoever sent it");
    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [T.Say("The text stays a draft."), T.Say("Whoever sent it is told, with the reason.")];

    protected override string Notice => ReturnedNotice.Kind;
    protected override News Told(Step step, ContentItem item) =>
        new(ReturnedNotice.Kind, Address(item)) { Values = new Dictionary<string, string> { [AnsweredNotice.ItsTitle] = step.Subject.Title, [AnsweredNotice.Reason] = step.Reason ?? AnsweredNotice.NoReason.Key } };

    protected override Task AnswerAsync(Step step, ContentItem item) => Task.CompletedTask;
    protected override Task UnanswerAsync(Step step, ContentItem item) => Task.CompletedTask;
}
