using Integral.Platform.Audit;

namespace Integral.People.Export;

/// <summary>An export as the head sees it.</summary>
/// <param name="Note">Null once the retention rule has erased it.</param>
internal sealed record NotedExport(Guid Id, DateTime At, string Login, string? Name, string From, ExportNote? Note);

/// <summary>Who took people's data out of the institution, newest first.</summary>
internal sealed class ExportBook(Db db, HostDb host, AuditTrail trail, TimeProvider clock)
{
    public const int Days = 30;

    public async Task<(IReadOnlyList<NotedExport> Exports, Guid? Next)> PageAsync(Guid? before)
    {
        var page = await trail.PageAsync(new(null, ExportNote.Kind, null, null, before));
        var actors = page.Entries.Select(e => e.AccountId).OfType<Guid>().Distinct().ToList();
        var names = await host.Users.AsNoTracking().Where(a => EF.Parameter(actors).Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name);
        return ([.. page.Entries.Select(e => new NotedExport(e.Id, e.At, e.Who, e.AccountId is { } id ? names.GetValueOrDefault(id) : null, e.From, e.Payload is { } kept ? Json.Read<ExportNote>(kept) : null))], page.Next);
    }

    /// <summary>How many there were in the last thirty days.</summary>
    public Task<int> CountAsync()
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-Days);
        return db.Set<AuditEntry>().CountAsync(e => e.Kind == ExportNote.Kind && e.At >= since);
    }
}
