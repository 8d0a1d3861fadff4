using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Audit;
using Integral.Platform.Reporting;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>
/// Takes applications in, for the form, the API and recipes alike. In a rush nobody waits for a transaction of their own: what waits at one moment is kept in
/// one, and only then, by a turn of its own, decided by a workflow.
/// </summary>
internal sealed class Intake(IntakeLines lines, Keeping keeping, CaseStarts starts, TimeProvider clock)
{
    /// <summary>Keeps it, once however often it is sent under the same key.</summary>
    /// <param name="tenant">Where to.</param>
    /// <param name="by">Who sends it and from where.</param>
    /// <param name="opening">Id of what it is for.</param>
    /// <param name="said">What was sent.</param>
    /// <param name="key">Of the form, or the program's own.</param>
    /// <exception cref="NotFoundException">There is no such opening, or visitors don't see it.</exception>
    /// <exception cref="RuleException">It can't be applied for now, somebody can't be called so, or has applied already.</exception>
    public Task<Application> SendAsync(Tenant tenant, Trail by, Guid opening, NewApplication said, string key)
    {
        SentForm form;
        try
        {
            form = new(opening, Checked(tenant, said), Secrets.Digest(key)) { AccountId = by.AccountId, Trail = by };
        }
        catch (RuleException fault) { form = new(opening, said, Secrets.Digest(key)) { Fault = fault }; }
        return Aside.WaitAsync(lines.Of(tenant.Id).PutAsync(tenant, form));
    }

    /// <summary>Keeps those of a list, in its order; what was checked before isn't checked again.</summary>
    /// <returns>Of each why it couldn't be kept; null where it was.</returns>
    public Task<RuleException?[]> SendAsync(Tenant tenant, Trail by, ApplicationList list, IReadOnlyList<(NewPerson Who, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, string Sent)> people)
    {
        var line = lines.Of(tenant.Id);
        return Aside.WaitAsync(Task.WhenAll(people.Select(p => RefusedAsync(line.PutAsync(tenant, new(list.ForId, new(p.Who, null, list.Consent, list.Culture) { Answers = p.Answers }, p.Sent) { List = list, Trail = by })))));
    }

    private static async Task<RuleException?> RefusedAsync(Task<Application> sent)
    {
        try
        {
            await sent;
            return null;
        }
        catch (RuleException refused) { return refused; }
    }

    /// <summary>Keeps one that arrived before and begins its case, within the transaction that is open.</summary>
    /// <exception cref="RuleException">Something in it can't be so, or nobody has said how applications are decided.</exception>
    public async Task<Application> KeepAsync(Acting acting, Opening opening, NewApplication said, ApplicationList? list = null)
    {
        var form = new SentForm(opening.Id, Checked(acting.Tenant, said, list), Secrets.Digest($"{Guid.NewGuid()}")) { Opening = opening with { Closed = null, IsShown = true }, At = acting.At, AccountId = acting.AccountId, List = list };
        await keeping.KeepAsync(acting.Db, [form]);
        if (form.Outcome.Kept is not { } kept) throw form.Outcome.Refused!;
        Rule.Require(await starts.BeginAsync(acting, [kept]), Keeping.NotDecided);
        await acting.Db.SaveChangesAsync();
        return kept;
    }

    // Whoever sends a list can be reached for all who are on it.
    private NewApplication Checked(Tenant tenant, NewApplication said, ApplicationList? list = null)
    {
        Rule.Require(said.Consent is not null || said.Agrees, "Without this consent we may not keep what you write.", "Consent");
        var who = said.Who.Checked(Figures.DayIn(tenant, clock));
        Rule.Require(list is not null || who.Email is not null || who.Phone is not null, "Leave an e-mail or a phone number, so that we can reach you.", "Email");
        return said with { Who = who };
    }
}
