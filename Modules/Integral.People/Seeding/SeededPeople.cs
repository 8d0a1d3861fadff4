using Integral.People.Contracts;
using Integral.Platform.Recipes;
using Integral.Platform.Seeding;
using Microsoft.AspNetCore.Identity;

namespace Integral.People.Seeding;

/// <summary>
/// A head, a deputy and a registrar; two teachers a class, of whom one is its class teacher; the pupils. Each is a person with an account and a
/// membership. Every past day the phone number of one pupil of each class was corrected.
/// </summary>
internal sealed class SeededPeople(ILookupNormalizer normalizer, TimeProvider clock) : ISeeds
{
    private const int Names = 1, Phones = 2, TeachersOfAClass = 2;

    public async Task FillAsync(SeededTenant seeded, RecipeRun run)
    {
        var (names, chance) = (NameStock.Of(run.Tenant.Culture), seeded.Chance(Names));
        var (groups, members) = (seeded.Plan.Groups, seeded.Plan.Members);
        var people = new List<(Person Person, string Login, string[] Roles)>();
        Add("head", DeliveredRoles.Head);
        Add("deputy", DeliveredRoles.DeputyHead);
        Add("registrar", DeliveredRoles.Registrar);
        for (var i = 0; i < groups * TeachersOfAClass; i++) Add($"teacher-{i + 1:D3}", i < groups ? [DeliveredRoles.ClassTeacher, DeliveredRoles.Teacher] : [DeliveredRoles.Teacher]);
        var staff = people.Count;
        for (var i = 0; i < groups * members; i++) Add($"pupil-{i + 1:D4}", DeliveredRoles.Learner);

        run.Db.AddRange(people.Select(p => p.Person));
        await run.Db.SaveChangesAsync();
        await LiveAsync(seeded, run, [.. people.Skip(staff).Select(p => p.Person)]);
        run.OnHost(host =>
        {
            foreach (var (person, login, roles) in people) Join(host, seeded, run.Tenant, person, login, roles);
            return Task.CompletedTask;
        });

        void Add(string who, params string[] roles) => people.Add((new(names.Next(chance), run.Tenant.Culture), $"{seeded.Code}-{who}", roles));
    }

    private static async Task LiveAsync(SeededTenant seeded, RecipeRun run, List<Person> pupils)
    {
        var (chance, ofAClass) = (seeded.Chance(Phones), seeded.Plan.Members);
        if (ofAClass == 0) return;
        for (var day = 0; day < seeded.Plan.Days; day++)
        {
            for (var first = 0; first < pupils.Count; first += ofAClass) pupils[first + chance.Next(ofAClass)].Reach(null, $"+0 000 {chance.Next(1_000_000):D6}");
            await run.Db.SaveChangesAsync();
        }
    }

    private void Join(HostDb host, SeededTenant seeded, Tenant tenant, Person person, string login, string[] roles)
    {
        var account = new Account
        {
            Name = new PersonName(person.FamilyName, person.GivenName, null).Greeting, UserName = login, NormalizedUserName = normalizer.NormalizeName(login),
            CreatedAt = clock.GetUtcNow().UtcDateTime, SecurityStamp = Secrets.New(), PasswordHash = seeded.PasswordHash,
        };
        host.Add(account);
        host.Add(new Membership { AccountId = account.Id, TenantId = tenant.Id, PersonId = person.Id, Roles = [.. roles] });
    }
}
