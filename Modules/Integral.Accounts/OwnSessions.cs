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

    /// <summary>A browser and its system in words; enough to tell one's own devices apart.</summary>
    public static string DeviceOf(Session session, Texts texts)
    {
        if (session.Kind == SessionKind.Api) return texts["A program"];
        var agent = session.Device;
        var browser = First(agent, ("YaBrowser", "Яндекс"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"));
        var system = First(agent, ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"));
        return browser is null && system is null ? texts["Unknown device"] : string.Join(", ", new[] { browser, system }.OfType<string>());
    }

    private static string? First(string agent, params (string Mark, string Name)[] known) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
