namespace Integral.Applications.Contracts;

/// <summary>Something for which one can apply.</summary>
/// <param name="Kind">Of an <see cref="Openings"/>.</param>
/// <param name="Title">As the form and the inbox say it.</param>
/// <param name="Address">Of the public page that tells of it, without the tenant's part: <c>/programmes/…</c>.</param>
public sealed record Opening(string Kind, Guid Id, string Title, string Address)
{
    /// <summary>Why nobody can apply today; null where one can.</summary>
    public Sentence? Closed { get; init; }

    /// <summary>Visitors see it.</summary>
    public bool IsShown { get; init; }

    /// <summary>Into which those are put who get a seat; null where there are no seats.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>No seat is free: whoever applies is put on the waiting list.</summary>
    public bool IsFull { get; init; }

    /// <summary>Of what it consists, where whoever applies has chosen that.</summary>
    public IReadOnlyList<Sentence> Contents { get; init; } = [];

    /// <summary>Of the page on which staff work with it, without the tenant's part: <c>/Admin/…</c>; null where its group is all they need.</summary>
    public string? StaffAddress { get; init; }

    /// <summary>Without it that page can't be opened.</summary>
    public string StaffPermission { get; init; } = "";
}

/// <summary>A kind of what one can apply for: places of a programme, later events and vacancies. Modules add kinds as singletons of this type.</summary>
public abstract class Openings
{
    /// <summary>
    /// Of the alarm by which a module says that what can be applied for has changed: <c>alarm.RingAsync(tenant, Openings.Changed)</c> after the commit. Schools of the district
    /// are told then.
    /// </summary>
    public const string Changed = "applications.offers";

    public abstract string Kind { get; }

    /// <param name="db">Of the tenant.</param>
    /// <param name="id">Of the opening.</param>
    /// <param name="today">By the institution's clock.</param>
    /// <returns>Null where there is none.</returns>
    public abstract Task<Opening?> FindAsync(Db db, Guid id, DateOnly today);

    /// <summary>Those that visitors see and for which one can apply today or later: schools of the district can send lists of their staff for them.</summary>
    public virtual Task<IReadOnlyList<OfferedPlaces>> OfferedAsync(Db db, DateOnly today) => Task.FromResult<IReadOnlyList<OfferedPlaces>>([]);

    /// <summary>The id of the one that a recipe names; null where there is none.</summary>
    public abstract Task<Guid?> NamedAsync(Db db, string name);
}

/// <summary>What schools of the district are told of something for which one can apply.</summary>
/// <param name="Id">Of the opening.</param>
/// <param name="Address">Of the public page, without the tenant's part.</param>
/// <param name="FromOn">The first day on which one can apply.</param>
/// <param name="UntilOn">The last one.</param>
public sealed record OfferedPlaces(Guid Id, string Title, string Address, DateOnly FromOn, DateOnly UntilOn);
