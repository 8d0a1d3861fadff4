using Integral.Content.Editing;
using Integral.Platform.Messaging;
using Integral.Workflows.Contracts;

namespace Integral.Content.Approving;

/// <summary>Sends texts for publishing, for those who may write and not publish. Who decides is the institution's workflow to say.</summary>
internal sealed class Approvals(Db db, ContentDesk desk, ContentRights rights, TypeWords words, Current current, IWorkflows workflows, ICases cases, Outbox outbox, SentCases sent)
{
    public static readonly Sentence NoWorkflow = T.Say("There is no workflow here by which texts are published.");

    /// <summary>Whether the current person sends texts of a type and doesn't publish them.</summary>
    public async Task<bool> IsOfferedAsync(string type)
    {
        var may = await rights.TodayAsync();
        return may.MayWrite(type) && !may.MayPublish(type) && await IsOnAsync();
    }

    /// <summary>What waits for a decision of a text and what happened to it; null where it was never sent.</summary>
    public async Task<CaseView?> CaseAsync(ContentItem? item) => item is { SentVersion: not null } or { SentById: not null } && IsOn ? await cases.OfAsync(SentTexts.OfContent, item.Id) : null;

    /// <summary>Keeps what a sheet holds and sends it. What was sent before doesn't have to be decided any more.</summary>
    /// <param name="sheet">What was written.</param>
    /// <param name="with">What is written together with the draft.</param>
    /// <exception cref="SheetException">It couldn't be published as it is.</exception>
    /// <exception cref="NotAllowedException">It isn't theirs to change.</exception>
    public async Task<ContentItem> SendAsync(Sheet sheet, Func<Task>? with = null)
    {
        Rule.Require(await IsOnAsync(), NoWorkflow);
        sheet.Form.Arrange(sheet.Data);
        if (sheet.Form.Faults(sheet.Data, isPublished: true, ContentDesk.Data(sheet.Item?.Latest)).ToList() is { Count: > 0 } faults) throw new SheetException(faults);
        // As one: what couldn't be sent isn't kept either, and the form is as it was.
        return await db.WriteAsync(async () =>
        {
            if (sheet.Item is { } there) await sent.EndAsync(there, null);
            var item = await desk.SaveAsync(sheet, isPublished: false, with);
            item.Send(item.Latest!.ContentItemVersionId, current.Account!.AccountId);
            await db.SaveChangesAsync();
            Rule.Require(await workflows.StartAsync(TextSent.Kind, [(Acting, new(SentTexts.OfContent, item.Id, item.Latest.Title is { Length: > 0 } title ? title : item.DisplayText, words.Of(sheet.Type)))]), NoWorkflow);
            return item;
        });
    }

    /// <summary>Nobody has to decide on it any more: whoever may change it takes it back.</summary>
    /// <exception cref="NotAllowedException">It isn't theirs to change.</exception>
    public async Task TakeBackAsync(string contentItemId)
    {
        var item = (await desk.OpenAsync(contentItemId)).Item!;
        if (!(await rights.TodayAsync()).MayChange(item)) throw new NotAllowedException();
        Rule.Require(item.SentVersion is not null, "This doesn't have to be decided any more.");
        await db.WriteAsync(async () =>
        {
            await sent.EndAsync(item, null);
            await db.SaveChangesAsync();
        });
    }

    private Acting Acting => new(db, current.Tenant, current.Account!.Name, current.Account.AccountId) { Outbox = outbox };
    private bool IsOn => current.Tenant.Has(ContentModule.Approval);
    private async Task<bool> IsOnAsync() => IsOn && await workflows.HasStartAsync(db, TextSent.Kind);
}

/// <summary>Ends the cases of texts that were sent, where something else was done with them.</summary>
internal sealed class SentCases(Db db, Current current, IWorkflows workflows)
{
    /// <summary>Within the transaction in which it is done.</summary>
    public async Task EndAsync(ContentItem item, string? why)
    {
        if (item.SentVersion is null) return;
        item.Answer();
        await workflows.CancelAsync(new(db, current.Tenant, current.Account?.Name ?? "", current.Account?.AccountId), SentTexts.OfContent, item.Id, why);
    }
}
