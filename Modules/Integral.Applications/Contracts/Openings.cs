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

    /// <summary>So many are shown together.</summary>
    public const int MostWatched = 60;

    public abstract string Kind { get; }

    /// <summary>What staff call all of them together.</summary>
    public abstract Sentence Title { get; }

    /// <param name="db">Of the tenant.</param>
    /// <param name="id">Of the opening.</param>
    /// <param name="today">By the institution's clock.</param>
    /// <returns>Null where there is none.</returns>
    public abstract Task<Opening?> FindAsync(Db db, Guid id, DateOnly today);

    /// <summary>Those that visitors see and for which one can apply today or later: schools of the district can send lists of their staff for them.</summary>
    public virtual Task<IReadOnlyList<OfferedPlaces>> OfferedAsync(Db db, DateOnly today) => Task.FromResult<IReadOnlyList<OfferedPlaces>>([]);

    /// <summary>Those for which one could apply on some of these days, the latest first, at most <see cref="MostWatched"/>. A fixed number of statements.</summary>
    /// <param name="db">Of the tenant.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last one.</param>
    /// <param name="today">On which seats are counted, by the institution's clock.</param>
    public virtual Task<IReadOnlyList<WatchedOpening>> WatchedAsync(Db db, DateOnly from, DateOnly until, DateOnly today) => Task.FromResult<IReadOnlyList<WatchedOpening>>([]);

    /// <summary>Ids of those that belong to something: of all groups of a programme.</summary>
    public virtual Task<IReadOnlyList<Guid>> OfAsync(Db db, Guid of) => Task.FromResult<IReadOnlyList<Guid>>([]);

    /// <summary>The id of the one that a recipe names; null where there is none.</summary>
    public abstract Task<Guid?> NamedAsync(Db db, string name);
}

/// <summary>What schools of the district are told of something for which one can apply.</summary>
/// <param name="Id">Of the opening.</param>
/// <param name="Address">Of the public page, without the tenant's part.</param>
/// <param name="FromOn">The first day on which one can apply.</param>
/// <param name="UntilOn">The last one.</param>
public sealed record OfferedPlaces(Guid Id, string Title, string Address, DateOnly FromOn, DateOnly UntilOn);

/// <summary>Something for which one can apply, for whoever watches over all of it.</summary>
/// <param name="Id">Of the opening.</param>
/// <param name="GroupId">With its seats.</param>
/// <param name="Title">As the inbox says it.</param>
/// <param name="OfId">What it belongs to, as a programme to which several groups belong; null where it stands alone.</param>
/// <param name="OfTitle">What that is called.</param>
/// <param name="Seats">Null where there are any number, or none.</param>
/// <param name="Taken">How many of them are.</param>
/// <param name="IsOver">Nobody learns there any more: seats don't matter.</param>
public sealed record WatchedOpening(Guid Id, Guid GroupId, string Title, Guid? OfId, string OfTitle, int? Seats, int Taken, bool IsOver);
