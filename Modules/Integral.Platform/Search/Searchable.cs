using Integral.Platform.Data;

namespace Integral.Platform.Search;

/// <summary>A record as it is to be found.</summary>
/// <param name="Kind">Of records, as <see cref="SearchedRecords.Kind"/> says.</param>
/// <param name="RecordId">By which its module knows it.</param>
/// <param name="Culture">Two letters.</param>
public sealed record Searchable(string Kind, string RecordId, string Culture)
{
    /// <summary>Characters of a text that are looked at.</summary>
    public const int LongestText = 200_000;

    /// <summary>Every visitor may read it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>What people filter by.</summary>
    public required string Type { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>Plain.</summary>
    public string Text { get; init; } = "";

    /// <summary>Plain text that stands elsewhere, in a file that the record shows: it is found by it, and less so than by its own words. It isn't kept with it.</summary>
    public string Attached { get; init; } = "";

    /// <summary>Within the site; null where it has none.</summary>
    public string? Address { get; init; }
    public string? TextSet { get; init; }

    /// <summary>Who finds it while it isn't public.</summary>
    public string? Owner { get; init; }
    public required DateTime At { get; init; }

    internal Shelf Shelf => new(Culture, IsPublic);
}

/// <summary>Tells of one kind of rows how they are found. The index follows whatever saves such a row, in the same transaction.</summary>
public abstract class SearchedRecords
{
    public abstract string Kind { get; }

    /// <summary>The entity.</summary>
    public abstract Type Rows { get; }
    public abstract string IdOf(object row);

    /// <summary>Null of what nobody is to find.</summary>
    public abstract ValueTask<Searchable?> OfAsync(Db db, object row);

    /// <summary>Rows in the order of their ids, those after one.</summary>
    /// <param name="db">Of the tenant.</param>
    /// <param name="after">Empty for the first.</param>
    /// <param name="most">Rows.</param>
    public abstract Task<IReadOnlyList<object>> ReadAsync(Db db, string after, int most);

    /// <summary>What else is derived of these rows and may be missing, when they are looked through anyway.</summary>
    /// <param name="services">Of the tenant.</param>
    /// <param name="db">In a transaction that is saved afterwards.</param>
    /// <param name="rows">As <see cref="ReadAsync"/> gave them.</param>
    public virtual Task TendAsync(IServiceProvider services, Db db, IReadOnlyList<object> rows) => Task.CompletedTask;
}
