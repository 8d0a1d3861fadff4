namespace Integral.Accounts;

/// <summary>The sign-ins of one's own account.</summary>
internal sealed class OwnSessions(HostDb host, Current current, TimeProvider clock)
{
    private Guid Account => current.Account!.AccountId;
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<List<Session>> ListAsync() =>
        Valid().Where(s => s.Kind != SessionKind.Personal).OrderByDescending(s => s.SeenAt).Take(100).ToListAsync();

    public Task<List<Session>> TokensAsync() =>
        Valid().Where(s => s.Kind == SessionKind.Personal).OrderByDescending(s => s.CreatedAt).Take(100).ToListAsync();

    /// <exception cref="NotFoundException">It isn't one's own.</exception>
    public async Task EndAsync(Guid id)
    {
        var ended = 0;
        await host.WriteAsync(async () => ended = await host.Sessions.Where(s => s.AccountId == Account && s.Id == id).ExecuteDeleteAsync());
        if (ended == 0) throw new NotFoundException();
    }

    public Task EndOthersAsync() =>
        host.WriteAsync(() => host.Sessions.Where(s => s.AccountId == Account && s.Id != current.Account!.SessionId && s.Kind != SessionKind.Personal).ExecuteDeleteAsync());

    private IQueryable<Session> Valid() => host.Sessions.AsNoTracking().Where(s => s.AccountId == Account && s.ExpiresAt > Now);
}
