using Integral.Communication.Contracts;
using Integral.Programs.Data;
using Integral.Programs.Requests;
using Integral.Programs.Versions;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Approving;

/// <summary>Has visitors see a programme, for whoever publishes by their own right and for workflows alike.</summary>
internal sealed class Publication(INotices notices)
{
    /// <summary>Beside what is about to be saved. A draft becomes the programme whose next version it is; organisations that asked for it are told.</summary>
    /// <param name="acting">Who does it.</param>
    /// <param name="written">With its modules.</param>
    /// <param name="at">UTC.</param>
    /// <returns>The programme that visitors see.</returns>
    /// <exception cref="RuleException">It is a template, or its hours don't add up.</exception>
    public async Task<Programme> PublishAsync(Acting acting, Programme written, DateTime at)
    {
        var db = acting.Db;
        var shown = written.DraftOfId is { } of ? await ProgrammeBook.FindAsync(db, of) : written;
        await VersionBook.BeginAsync(db, shown);
        if (shown != written)
        {
            written.RequireWhole();
            db.RemoveRange(shown.Rewrite(KeptProgramme.Of(written), acting.Tenant.Culture, at));
            db.Remove(written);
        }
        shown.Show(true, at);
        var id = shown.Id;
        // Once, however often it is shown again.
        foreach (var request in await db.ProgrammeRequests.Include(r => r.History).Where(r => r.ProgrammeId == id).ToListAsync())
            if (request.Publish(acting.Who, at)) notices.Tell(acting.Outbox, RequestPublishedNotice.Of(request, shown));
        await VersionBook.KeepAsync(db, shown, acting.Who.Length > 0 ? acting.Who : null, at);
        return shown;
    }
}
