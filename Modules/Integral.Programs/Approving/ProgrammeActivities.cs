using System.Text.Json.Nodes;
using Integral.Communication.Contracts;
using Integral.Programs.Data;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Approving;

/// <summary>A case begins when a programme, or the next version of one, is sent for approval.</summary>
internal sealed class ProgrammeSent : Activity
{
    public const string Kind = "ProgrammeSentEvent";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A programme is sent for approval");
    public override bool IsStart => true;
    public override string? SubjectKind => SentProgrammes.OfProgramme;
    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(Done);
}

/// <summary>Gives an answer to whoever sent a programme. The decision before it is the right to: who decides needn't be able to publish by themselves.</summary>
internal abstract class ProgrammeReply(INotices notices) : Activity
{
    protected INotices Notices { get; } = notices;

    public override async Task<string?> DoAsync(Step step)
    {
        var id = step.Subject.Id;
        var sent = await step.Db.Programmes.Where(p => (p.Id == id || p.DraftOfId == id) && p.SentAt != null).Select(p => (Guid?)p.Id).SingleOrDefaultAsync();
        Rule.Require(sent is not null, "What was sent isn't there any more.");
        var written = await ProgrammeBook.FindAsync(step.Db, sent.Value);
        written.Answer();
        if (written.SentById is { } author) Notices.Tell(step.Acting.Outbox, [Told(step) with { About = About(step), Accounts = [author], Except = step.Acting.AccountId }]);
        await AnswerAsync(step, written);
        return Done;
    }

    /// <summary>What its author is told.</summary>
    protected abstract News Told(Step step);
    protected abstract Task AnswerAsync(Step step, Programme written);

    protected static string Address(Step step) => $"/Admin/Programmes/Approval/{step.Subject.Id}";
    protected static string About(Step step) => $"{step.Subject.Id:N}";
}

/// <summary>Has visitors see the programme exactly as it was sent: nothing of it could be changed since.</summary>
internal sealed class PublishProgramme(INotices notices, Publication publication) : ProgrammeReply(notices)
{
    public override string Name => "PublishProgrammeTask";
    public override Sentence Title => T.Say("Puts the programme that was sent into the catalogue");
    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [T.Say("Visitors see the programme as it was sent."), T.Say("Whoever sent it is told.")];

    public override Task UndoAsync(Step step) => throw new RuleException(T.Say("Visitors see it already. Take it out of the catalogue instead."));

    protected override News Told(Step step) => new(ProgrammeApprovedNotice.Kind, Address(step)) { Values = new Dictionary<string, string> { [ProgrammeAnsweredNotice.ItsName] = step.Subject.Title } };

    protected override async Task AnswerAsync(Step step, Programme written)
    {
        await publication.PublishAsync(step.Acting, written, step.Now);
        step.Acting.Outbox?.Add(new ProgrammesShown());
    }
}

/// <summary>Gives it back to be written on, with the reason of the decision.</summary>
internal sealed class ReturnProgramme(INotices notices) : ProgrammeReply(notices)
{
    public override string Name => "ReturnProgrammeTask";
    public override Sentence Title => T.Say("Gives the programme back to whoever sent it");
    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [T.Say("Visitors see what they saw, and the programme can be written on."), T.Say("Whoever sent it is told, with the reason.")];

    /// <summary>It waits again, as long as nobody has gone on writing it.</summary>
    public override async Task UndoAsync(Step step)
    {
        var kept = Json.Read<Returned>(step.Kept!)!;
        var id = kept.Programme;
        var written = await step.Db.Programmes.Include(p => p.Draft).Include(p => p.Modules).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id);
        Rule.Require(written is not null && written.Version == kept.Version && !written.IsSent, "Somebody has gone on writing the programme: what was decided stays.");
        Notices.Withdraw(step.Acting.Outbox, ProgrammeReturnedNotice.Kind, About(step));
        written.Send(kept.Account, kept.Who, step.Now);
    }

    protected override News Told(Step step) => new(ProgrammeReturnedNotice.Kind, Address(step))
    {
        Values = new Dictionary<string, string> { [ProgrammeAnsweredNotice.ItsName] = step.Subject.Title, [ProgrammeAnsweredNotice.Reason] = step.Reason ?? ProgrammeAnsweredNotice.NoReason.Key },
    };

    protected override Task AnswerAsync(Step step, Programme written)
    {
        step.Kept = Json.Write(new Returned(written.Id, written.Version, written.SentById, written.SentBy ?? ""));
        return Task.CompletedTask;
    }
}

/// <summary>What taking the decision back has to know.</summary>
/// <param name="Programme">Where it was written.</param>
/// <param name="Version">In which state it was given back.</param>
internal sealed record Returned(Guid Programme, int Version, Guid? Account, string Who);
