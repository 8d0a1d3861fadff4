using Integral.Programs.Data;

namespace Integral.Programs.Requests;

/// <param name="Who">Only those that this account has sent; null for all.</param>
internal sealed record RequestFilter(Guid? Who = null, RequestStatus? Status = null, string? After = null);

internal sealed record RequestRow(Guid Id, string Title, string Organisation, int People, RequestStatus Status, DateTime SentAt);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record RequestPage(IReadOnlyList<RequestRow> Rows, string? Next);

/// <summary>Requests for programmes, the latest first: one's own, or all for the staff.</summary>
internal sealed class RequestBook(Db db, Current current)
{
    public const int PageSize = 50;

    public Guid Me => current.Account!.AccountId;

    public async Task<RequestPage> PageAsync(RequestFilter filter, int size = PageSize)
    {
        var requests = db.ProgrammeRequests.AsNoTracking();
        if (filter.Who is { } who) requests = requests.Where(r => r.AccountId == who);
        if (filter.Status is { } status) requests = requests.Where(r => r.Status == status);
        if (Guid.TryParseExact(filter.After, "N", out var last)) requests = requests.Where(r => r.Id < last);
        var rows = await requests.OrderByDescending(r => r.Id).Take(size + 1).Select(r => new RequestRow(r.Id, r.Title, r.Organisation, r.People, r.Status, r.SentAt)).ToListAsync();
        return rows.Count > size ? new(rows[..size], $"{rows[size - 1].Id:N}") : new(rows, null);
    }

    /// <summary>How many there are in each state.</summary>
    public async Task<IReadOnlyDictionary<RequestStatus, int>> CountsAsync() => await db.ProgrammeRequests.GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <summary>Any, for the staff.</summary>
    /// <exception cref="NotFoundException">There is none here.</exception>
    public Task<ProgrammeRequest> FindAsync(Guid id) => db.ProgrammeRequests.Include(r => r.History).SingleOr404Async(r => r.Id == id);

    /// <summary>One of one's own.</summary>
    /// <exception cref="NotFoundException">One has sent none like that.</exception>
    public Task<ProgrammeRequest> OwnAsync(Guid id)
    {
        var me = Me;
        return db.ProgrammeRequests.Include(r => r.History).SingleOr404Async(r => r.Id == id && r.AccountId == me);
    }

    /// <summary>The programme that was written of it; null where there is none.</summary>
    public async Task<Programme?> ProgrammeAsync(ProgrammeRequest request) => request.ProgrammeId is { } id ? await db.Programmes.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id) : null;

    /// <summary>The request of which a programme was written; null where there was none.</summary>
    public async Task<(Guid Id, string Organisation)?> OfAsync(Guid programme) =>
        await db.ProgrammeRequests.Where(r => r.ProgrammeId == programme).Select(r => new { r.Id, r.Organisation }).FirstOrDefaultAsync() is { } found ? (found.Id, found.Organisation) : null;
}
