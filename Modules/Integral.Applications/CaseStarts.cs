using System.Collections.Concurrent;
using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>Begins the cases of applications that were kept.</summary>
internal sealed class CaseStarts(IWorkflows workflows, ApplicationLetters letters, TimeProvider clock)
{
    /// <summary>After it, one that couldn't be begun is tried again.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(Guid Tenant, int Number), DateTime> putOff = new();

    /// <summary>Somebody has said how applications are decided.</summary>
    public Task<bool> AreDecidedAsync(Db db) => workflows.HasStartAsync(db, Activities.Submitted.Kind);

    /// <summary>It can't be begun for now: nobody else waits for that.</summary>
    public void PutOff(Guid tenant, int number) => putOff[(tenant, number)] = clock.GetUtcNow().UtcDateTime + Later;

    /// <summary>Those of a tenant that were put off and aren't due yet.</summary>
    public int[] PutOff(Guid tenant)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (of, until) in putOff.Where(p => p.Value <= now)) putOff.TryRemove(of, out _);
        return [.. putOff.Keys.Where(p => p.Tenant == tenant).Select(p => p.Number)];
    }

    /// <summary>To be called within a transaction.</summary>
    /// <returns>False where nobody has said how applications are decided: then none is begun.</returns>
    public async Task<bool> BeginAsync(Acting acting, IReadOnlyList<Application> some)
    {
        var (applications, ids) = (acting.Db.Set<Application>(), some.Select(a => a.Id).ToArray());
        await applications.Where(a => EF.Parameter(ids).Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.ToBegin, (int?)null));
        if (!await workflows.StartAsync(Activities.Submitted.Kind, [.. some.Select(a => (acting with { Who = a.FullName, AccountId = a.AccountId }, new CaseSubject(Application.Kind, a.Id, a.FullName, a.CaseNote)))])) return false;
        foreach (var application in some) letters.Received(acting, application);
        return true;
    }
}
