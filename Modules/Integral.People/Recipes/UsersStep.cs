using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Recipes;
using Microsoft.AspNetCore.Identity;

namespace Integral.People.Recipes;

/// <summary>
/// Adds people with accounts and memberships. Run again it changes nobody who is there. Hashes made elsewhere are refused:
/// nobody knows what they are worth.
/// </summary>
internal sealed class UsersStep(RoleBook book, HashQueue hashes, ILookupNormalizer normalizer, TimeProvider clock) : IRecipeStep
{
    private static readonly string[] Foreign = ["PasswordHash", "SecurityStamp"];

    public string Name => "Users";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        foreach (var (item, place) in step.Objects(step.Body, "Users", "Users", run))
        {
            if (Read(step, item, place, run) is not { } user) continue;
            await AddPersonAsync(user, run);
            // Hashing takes its time and must not hold the host's transaction.
            if (user.Password is { } password) user.Account.PasswordHash = await hashes.HashAsync(user.Account, password);
            run.Accounts[user.Account.NormalizedUserName!] = user.Account.Id;
            run.OnHost(host => AddAsync(host, user, run.Tenant));
            number++;
        }
        run.Did(T.Say("People written: {0}", number));
    }

    private RecipeUser? Read(RecipeStep step, JsonObject item, string place, RecipeRun run)
    {
        var before = run.Problems.Count;
        foreach (var foreign in Foreign.Where(f => item.Find(f) is not null))
            run.Problem(step, $"{place}.{foreign}", T.Say("Hashes made elsewhere aren't taken over. Give a Password."));
        var user = Tried(step, place, run, () => RecipeUser.Read(item, run.Tenant, clock.GetUtcNow().UtcDateTime, normalizer));
        if (user is null || run.Problems.Count > before) return null;
        foreach (var role in user.Roles.Where(r => book.Find(run.Tenant, r) is null && !run.Roles.Contains(r)))
            run.Problem(step, $"{place}.RoleNames", T.Say("There is no role '{0}' here.", role));
        return run.Problems.Count > before ? null : user;
    }

    private static RecipeUser? Tried(RecipeStep step, string place, RecipeRun run, Func<RecipeUser> read)
    {
        try
        {
            return read();
        }
        catch (RuleException rule)
        {
            run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence);
            return null;
        }
    }

    private async Task AddPersonAsync(RecipeUser user, RecipeRun run)
    {
        if (user.Name is not { } name || user.PersonId is not { } id) return;
        var people = run.Db.People.IgnoreQueryFilters();
        if (run.Db.People.Local.Any(p => p.Id == id) || await people.AnyAsync(p => p.Id == id)) return;
        var person = new Person(name, run.Tenant.Culture, id);
        person.Reach(user.Account.Email, null);
        if (user.BornOn is { } born) person.Identify(null, born, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        run.Db.Add(person);
    }

    private static async Task AddAsync(HostDb host, RecipeUser user, Tenant tenant)
    {
        var login = user.Account.NormalizedUserName;
        var account = host.Users.Local.FirstOrDefault(a => a.NormalizedUserName == login) ?? await host.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == login);
        if (account is null)
        {
            Rule.Require(user.Password is not null, T.Say("There is no account '{0}' yet: give it a Password.", user.Account.UserName!));
            host.Add(account = user.Account);
        }
        if (host.Memberships.Local.Any(m => m.TenantId == tenant.Id && m.AccountId == account.Id)) return;
        if (await host.Memberships.AnyAsync(m => m.TenantId == tenant.Id && m.AccountId == account.Id)) return;
        host.Add(new Membership { AccountId = account.Id, TenantId = tenant.Id, PersonId = user.PersonId, Roles = [.. user.Roles], Reach = user.Reach });
    }
}
