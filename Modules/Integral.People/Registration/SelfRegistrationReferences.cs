using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Audit;

namespace Integral.People.Registration;

/// <summary>Whoever merges a record that registered by itself has looked at it.</summary>
internal sealed class SelfRegistrationReferences(Db db, Trail trail) : IPersonReferences
{
    public Type Rows => typeof(SelfRegistration);
    public Sentence? What => null;

    public Task<int> CountAsync(Guid person) => db.SelfRegistrations.CountAsync(r => r.PersonId == person);

    public async Task MoveAsync(Guid from, Guid to)
    {
        foreach (var one in await db.SelfRegistrations.Where(r => r.PersonId == from || r.PersonId == to).ToListAsync())
        {
            one.PersonId = to;
            one.Check(trail.Who, trail.Now);
        }
    }
}

/// <summary>Contact persons of organisations who sign in here.</summary>
internal sealed class RepresentativeReferences(Db db) : IPersonReferences
{
    public Type Rows => typeof(Organisations.ContactPerson);
    public Sentence? What => T.Say("Represents organisations");

    public Task<int> CountAsync(Guid person) => db.ContactPersons.IgnoreQueryFilters().CountAsync(c => c.PersonId == person);

    public async Task MoveAsync(Guid from, Guid to) => (await db.ContactPersons.IgnoreQueryFilters().Where(c => c.PersonId == from).ToListAsync()).ForEach(c => c.Represent(to));
}
