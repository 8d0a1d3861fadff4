using Integral.Applications.Data;
using Integral.People.Contracts;

namespace Integral.Applications;

/// <summary>Applications by which somebody has a seat. What was sent stays as it was sent.</summary>
internal sealed class ApplicationReferences(Db db) : IPersonReferences
{
    public Type Rows => typeof(Application);
    public Sentence? What => T.Say("Applications");

    public Task<int> CountAsync(Guid person) => db.Applications.CountAsync(a => a.PersonId == person);

    public async Task MoveAsync(Guid from, Guid to) => (await db.Applications.Where(a => a.PersonId == from).ToListAsync()).ForEach(a => a.Seat(to));
}
