using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>Begins the cases of applications that were kept.</summary>
internal sealed class CaseStarts(IWorkflows workflows, ApplicationLetters letters)
{
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
