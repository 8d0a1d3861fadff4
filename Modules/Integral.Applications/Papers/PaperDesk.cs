using Integral.Applications.Data;
using Integral.Platform.Audit;
using Integral.Platform.Files;
using Integral.Platform.Jobs;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Integral.Applications.Papers;

/// <summary>Takes applicants' files and hands them out to whoever may see the application, always as downloads.</summary>
internal sealed class PaperDesk(Db db, NewFiles files, TenantFiles stored, PaperLimits limits, SenderLimits senders, Trail trail, Alarm alarm, Current current, TimeProvider clock)
{
    /// <summary>Those of one application, or of one that is yet to be sent, the oldest first.</summary>
    /// <param name="sent">Digest of the key under which it is sent.</param>
    public Task<List<Paper>> OfAsync(string sent) => db.Papers.AsNoTracking().Where(p => p.Sent == sent).OrderBy(p => p.Id).ToListAsync();

    public async Task<Paper> AddAsync(string sent, string? field, IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        return await AddAsync(sent, field, file.FileName, content, cancel);
    }

    /// <param name="sent">Digest of the key under which the application is, or was, sent.</param>
    /// <param name="field">Name of the question; null for what was asked for afterwards.</param>
    /// <param name="name">What its sender calls it: nothing in it is trusted.</param>
    /// <exception cref="RuleException">It is empty, too large, none of what is taken, or there are too many.</exception>
    public async Task<Paper> AddAsync(string sent, string? field, string name, Stream content, CancellationToken cancel)
    {
        senders.Count("files of applicants", limits.InAnHour, trail.From, T.Say("So many files came from your network that we pause for a while. Send the rest in an hour."));
        var called = PaperKinds.Called(name);
        await using var batch = files.Begin();
        var type = "";
        var taken = await batch.AddAsync(content, start =>
        {
            type = PaperKinds.Of(called, start);
            return limits.Largest;
        }, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        await alarm.SetAsync(current.Tenant.Id, ForsakenPapers.Alarm, now + PaperLimits.Kept);
        var paper = new Paper { Sent = sent, Field = field, Name = called, StoredName = taken.StoredName, MediaType = type, Length = taken.Length, Hash = taken.Hash, AddedAt = now };
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            Rule.Require(field is null || !await db.Applications.AnyAsync(a => a.Sent == sent), "This application was sent already.");
            Rule.Require(await db.Papers.CountAsync(p => p.Sent == sent) < PaperLimits.Most && await db.Papers.CountAsync(p => p.Sent == sent && p.Field == field) < PaperLimits.MostOfOne + (field is null ? PaperLimits.Most : 0),
                T.Say("There are {0} files here already: that is as many as can be sent. Put several pages into one file.", field is null ? PaperLimits.Most : PaperLimits.MostOfOne));
            db.Add(paper);
            await db.SaveChangesAsync(cancel);
            batch.Place();
        }, cancel);
        batch.Done();
        return paper;
    }

    /// <summary>Takes one back that wasn't sent yet.</summary>
    /// <exception cref="NotFoundException">There is none under that key.</exception>
    public async Task DropAsync(string sent, Guid id)
    {
        var name = "";
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var paper = await db.Papers.SingleOr404Async(p => p.Id == id && p.Sent == sent);
            Rule.Require(!await db.Applications.AnyAsync(a => a.Sent == sent), "This application was sent already.");
            db.Remove(paper);
            name = paper.StoredName;
            await db.SaveChangesAsync();
        });
        File.Delete(stored.PathOf(name));
    }

    /// <summary>One of an application's files, for whoever may see that.</summary>
    /// <exception cref="NotFoundException">It has none like that.</exception>
    public async Task<PhysicalFileResult> DownloadAsync(Application of, Guid id, HttpResponse response)
    {
        var sent = of.Sent;
        var paper = await db.Papers.AsNoTracking().SingleOr404Async(p => p.Id == id && p.Sent == sent);
        return SentFiles.Download(stored.PathOf(paper.StoredName), paper.MediaType, paper.Name, paper.Hash, response);
    }
}
