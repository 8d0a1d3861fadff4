using Integral.Platform.Data;

namespace Integral.Platform.Security;

/// <summary>A group of people who work together, as a commission does.</summary>
public sealed record WorkingGroup(Guid Id, string Name);

/// <summary>Groups of people who work together: besides by roles, matters can be given to them. Who is in one is told for a day. The module that keeps groups is the one that knows.</summary>
public abstract class WorkingGroups
{
    /// <summary>Those of a day, by name.</summary>
    public abstract Task<IReadOnlyList<WorkingGroup>> AllAsync(Db db, DateOnly on);

    /// <summary>The persons who are in each on a day, by group. One statement for any number of them.</summary>
    public abstract Task<ILookup<Guid, Guid>> PeopleAsync(Db db, IReadOnlyCollection<Guid> groups, DateOnly on);

    /// <summary>What they are called, also those that are over.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Db db, IReadOnlyCollection<Guid> groups);
}

/// <summary>Where no module keeps groups.</summary>
internal sealed class NoWorkingGroups : WorkingGroups
{
    public override Task<IReadOnlyList<WorkingGroup>> AllAsync(Db db, DateOnly on) => Task.FromResult<IReadOnlyList<WorkingGroup>>([]);
    public override Task<ILookup<Guid, Guid>> PeopleAsync(Db db, IReadOnlyCollection<Guid> groups, DateOnly on) => Task.FromResult(Array.Empty<Guid>().ToLookup(g => g));
    public override Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Db db, IReadOnlyCollection<Guid> groups) => Task.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>());
}
