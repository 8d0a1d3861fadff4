using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Organisations;

/// <summary>Organisations for which somebody cares.</summary>
internal sealed class OrganisationReferences(Db db) : IPersonReferences
{
    public Type Rows => typeof(Organisation);
    public Sentence? What => T.Say("Organisations");

    public Task<int> CountAsync(Guid person) => db.Organisations.CountAsync(o => o.OwnerId == person);

    public async Task MoveAsync(Guid from, Guid to) => (await db.Organisations.Where(o => o.OwnerId == from).ToListAsync()).ForEach(o => o.BelongTo(to));
}

/// <summary>Tasks about organisations that somebody was given.</summary>
internal sealed class TaskReferences(Db db) : IPersonReferences
{
    public Type Rows => typeof(Interaction);
    public Sentence? What => T.Say("Tasks");

    public Task<int> CountAsync(Guid person) => db.Interactions.CountAsync(i => i.AssigneeId == person);

    public async Task MoveAsync(Guid from, Guid to) => (await db.Interactions.Where(i => i.AssigneeId == from).ToListAsync()).ForEach(i => i.BelongTo(to));
}
