using System.Text.Json;

namespace Integral.Platform.Changes;

/// <summary>A row that a mass action changed, or made.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Former">What its columns held before, by the names of its properties; null of one that was made.</param>
public sealed record FormerRow(Guid Id, IReadOnlyDictionary<string, JsonElement>? Former)
{
    /// <summary>A text that it held; null where it held none.</summary>
    public string? Text(string property) => Former?.GetValueOrDefault(property) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A moment that it held.</summary>
    public DateTime? Moment(string property) => Former?.GetValueOrDefault(property) is { ValueKind: JsonValueKind.String } moment && moment.TryGetDateTime(out var at) ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null;
}

/// <summary>
/// What a module knows of its rows when a mass action is taken back, on whichever screen: which can't be what they were, and what hangs on
/// them by no foreign key.
/// </summary>
public interface IUndoes
{
    /// <summary>The kind of its rows. Their key is an id.</summary>
    Type Rows { get; }

    /// <summary>Those that are to stay as they are, though nobody has changed them since.</summary>
    Task<IReadOnlySet<Guid>> KeptAsync(IReadOnlyList<FormerRow> rows);

    /// <summary>After the rows were put back, in the same transaction; what it changes is saved with it.</summary>
    /// <param name="back">Those that are as before.</param>
    /// <param name="left">Those that stay as they are.</param>
    Task FollowAsync(IReadOnlyList<FormerRow> back, IReadOnlyList<FormerRow> left);
}
