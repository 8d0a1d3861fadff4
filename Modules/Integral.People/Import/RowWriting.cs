using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Import;

/// <summary>Writes a few rows as they were planned: the institution's data in one transaction, then the host's rows in one.</summary>
internal sealed class RowWriting(Db db, HostDb host, NewAccounts accounts, HostChanges changes, ImportRuns runs, TimeProvider clock)
{
    private Tenant Here => db.Tenant;
    private DateOnly Today => Here.Zone.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <returns>First passwords of the accounts that were made.</returns>
    /// <exception cref="RuleException">One of the rows can't be written; none of their accounts was.</exception>
    /// <exception cref="ImportGivenUpException">None was: the import isn't to go on.</exception>
    public async Task<IReadOnlyList<Slip>> WriteAsync(Guid run, IReadOnlyList<RowPlan> plans)
    {
        var persons = await PersonsAsync(plans);
        var newcomers = plans.Where(p => p.MakesAccount).ToList();
        var made = await MakeAsync(newcomers, persons);
        await db.WriteAsync(async () =>
        {
            await runs.GoOnAsync(run);
            await db.SaveChangesAsync();
        });
        await ChangeHostAsync(plans, newcomers, made);
        return [.. newcomers.Select((p, i) => new Slip(p.PersonId!.Value, persons[p.PersonId.Value].FullName, made[i].Account.UserName!, made[i].Password))];
    }

    private async Task<Dictionary<Guid, Person>> PersonsAsync(IReadOnlyList<RowPlan> plans)
    {
        var (ids, people) = (plans.Select(p => p.PersonId).OfType<Guid>().ToList(), db.People);
        var persons = await people.Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var plan in plans.Where(p => p.PersonId is not null && (p.IsNew || p.Changes.Count > 0 || p.MakesAccount || p.AccountId is not null)))
        {
            var id = plan.PersonId!.Value;
            if (!persons.TryGetValue(id, out var person))
            {
                if (!plan.IsNew) throw new RuleException("This person isn't here any more.");
                db.Add(person = persons[id] = new Person(plan.Row.NameOver(null), Here.Culture, id));
            }
            Write(plan.Row, person);
        }
        return persons;
    }

    private void Write(PersonRow row, Person person)
    {
        var present = new PersonName(person.FamilyName, person.GivenName, person.Patronymic);
        var name = row.NameOver(present);
        if (name != present) person.Call(name, Here.Culture);
        if (Differ(row.Email, person.Email) || Differ(row.Phone, person.Phone)) person.Reach(row.Email ?? person.Email, row.Phone ?? person.Phone);
        if (Differ(row.Code, person.Code) || row.BornOn is { } born && born != person.BornOn) person.Identify(row.Code ?? person.Code, row.BornOn ?? person.BornOn, Today);
    }

    // Before anything is written: a login that somebody else took meanwhile, and the hashes, which take their time.
    private async Task<(Account Account, string Password)[]> MakeAsync(List<RowPlan> newcomers, Dictionary<Guid, Person> persons)
    {
        if (newcomers.Count == 0) return [];
        var issued = await accounts.IssueAsync([.. newcomers.Select(p => persons[p.PersonId!.Value].FamilyName)], Here.Culture);
        var logins = newcomers.Select((p, i) => p.Login ?? issued[i]).ToList();
        await accounts.RequireFreeAsync(logins);
        return await Task.WhenAll(newcomers.Select((p, i) => MakeAsync(persons[p.PersonId!.Value], logins[i])));
    }

    private async Task<(Account, string)> MakeAsync(Person person, string login)
    {
        var password = FirstPasswords.New();
        return (await accounts.MakeAsync(login, new PersonName(person.FamilyName, person.GivenName, null).Greeting, person.Email, password, mustChange: true), password);
    }

    private async Task ChangeHostAsync(IReadOnlyList<RowPlan> plans, List<RowPlan> newcomers, (Account Account, string Password)[] made)
    {
        var (changed, joined) = (plans.Where(p => p is { MembershipId: not null, Standing: not null }).ToList(), plans.Where(p => p is { AccountId: not null, Standing: not null }).ToList());
        host.AddRange(made.Select(m => m.Account));
        host.AddRange(newcomers.Select((p, i) => MembershipOf(p, made[i].Account.Id)).Concat(joined.Select(p => MembershipOf(p, p.AccountId!.Value))));
        if (changed.Count == 0)
        {
            await host.SaveChangesAsync();      // who is only added takes no administrator away
            return;
        }
        var ids = changed.Select(p => p.MembershipId!.Value).ToList();
        await changes.ApplyAsync([Here.Id], async () =>
        {
            var memberships = await host.Memberships.Where(m => m.TenantId == Here.Id && EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id);
            foreach (var plan in changed)
                plan.Standing!.Give(memberships.GetValueOrDefault(plan.MembershipId!.Value) ?? throw new RuleException("This person has no account here any more."));
        });
    }

    private Membership MembershipOf(RowPlan plan, Guid account)
    {
        var membership = new Membership { AccountId = account, TenantId = Here.Id, PersonId = plan.PersonId };
        plan.Standing!.Give(membership);
        return membership;
    }

    private static bool Differ(string? wanted, string? present) => wanted is not null && wanted != present;
}
