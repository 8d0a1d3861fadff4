using System.Globalization;
using Integral.Platform.Messaging;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Approving;

/// <summary>Sends programmes for approval and takes them back, for the screens and the API alike. Who decides is the institution's workflow to say; without one, only those who may publish do.</summary>
internal sealed class Approvals(Db db, Current current, ProgrammeBook book, IWorkflows workflows, ICases cases, Publication publication, Outbox outbox, Texts texts, TimeProvider clock)
{
    public static readonly Sentence NoWorkflow = T.Say("There is no workflow here by which programmes are approved.");

    private static readonly Sentence NewOne = T.Say("A new programme"), NextOne = T.Say("The next version of a programme");

    /// <summary>What is sent, in a word.</summary>
    public static Sentence KindOf(Programme written) => written.DraftOfId is null ? NewOne : NextOne;

    /// <summary>The programme that visitors see or will see, and where it is written: in a draft, or itself.</summary>
    /// <param name="id">Of either.</param>
    /// <exception cref="NotFoundException">There is none here.</exception>
    public async Task<(Programme Of, Programme Written)> FindAsync(Guid id)
    {
        var of = await book.FindAsync(id);
        if (of.DraftOfId is { } shown) of = await book.FindAsync(shown);
        return (of, of.Draft is { } draft ? await book.FindAsync(draft.Id) : of);
    }

    /// <summary>Whether somebody can be asked to publish it.</summary>
    public async Task<bool> IsOfferedAsync(Programme written) => written.MayBeSent && await workflows.HasStartAsync(db, ProgrammeSent.Kind);

    /// <summary>Whoever sent it may, and whoever could publish it anyway.</summary>
    public bool MayTakeBack(Programme written) => written.IsSent && (written.SentById == current.Account!.AccountId || current.Can(ProgramsModule.Manage));

    /// <summary>What waits for a decision of it, and what was decided before.</summary>
    public Task<CaseView> CaseAsync(Programme of) => cases.OfAsync(SentProgrammes.OfProgramme, of.ShownId);

    /// <exception cref="RuleException">No workflow says who decides, it waits already, visitors see it, or its hours don't add up.</exception>
    public async Task SendAsync(Programme written)
    {
        Rule.Require(await workflows.HasStartAsync(db, ProgrammeSent.Kind), NoWorkflow);
        await db.WriteAsync(() => SendAsync(workflows, texts, Acting, written, Now));
    }

    /// <summary>Sends it and begins its case, within the transaction that is open.</summary>
    /// <exception cref="RuleException">As above.</exception>
    public static async Task SendAsync(IWorkflows workflows, Texts texts, Acting acting, Programme written, DateTime at)
    {
        written.Send(acting.AccountId, acting.Who, at);
        await acting.Db.SaveChangesAsync();
        var note = texts.Say(KindOf(written), CultureInfo.GetCultureInfo(acting.Tenant.Culture));
        Rule.Require(await workflows.StartAsync(ProgrammeSent.Kind, [(acting, new(SentProgrammes.OfProgramme, written.ShownId, written.Name, note))]), NoWorkflow);
    }

    /// <summary>Nobody has to decide on it any more.</summary>
    /// <exception cref="RuleException">It doesn't wait.</exception>
    /// <exception cref="NotAllowedException">Somebody else has sent it.</exception>
    public async Task TakeBackAsync(Programme written)
    {
        Rule.Require(written.IsSent, "This doesn't have to be decided any more.");
        if (!MayTakeBack(written)) throw new NotAllowedException();
        await db.WriteAsync(async () =>
        {
            await EndAsync(written);
            await db.SaveChangesAsync();
        });
    }

    /// <summary>Publishes it by one's own right; where somebody was asked, they don't have to decide any more.</summary>
    /// <returns>The programme that visitors see.</returns>
    public Task<Programme> PublishAsync(Programme written) => db.WriteAsync(async () =>
    {
        await EndAsync(written);
        var shown = await publication.PublishAsync(Acting, written, Now);
        await db.SaveChangesAsync();
        return shown;
    });

    private async Task EndAsync(Programme written)
    {
        if (!written.IsSent) return;
        written.Answer();
        await workflows.CancelAsync(Acting, SentProgrammes.OfProgramme, written.ShownId, null);
    }

    private Acting Acting => new(db, current.Tenant, current.Account?.Name ?? "", current.Account?.AccountId) { Outbox = outbox };
    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
