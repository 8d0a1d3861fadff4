namespace Integral.Platform.Search;

/// <summary>What somebody looks for, within bounds: of a longer text the beginning is looked for.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Culture">Two letters: the reader's.</param>
/// <param name="Own">The institution's: what isn't translated is found in it.</param>
public sealed record Question(string Text, string Culture, string Own)
{
    public const int MostCharacters = 200, MostWords = 12;

    /// <summary>As <see cref="Searchable.Type"/> says; null for all.</summary>
    public string? Type { get; init; }
    public DateTime? From { get; init; }

    /// <summary>The first moment that isn't looked through any more.</summary>
    public DateTime? To { get; init; }

    /// <summary>What isn't public is looked for: of this owner, of everybody where it is empty. Null for visitors.</summary>
    public string? DraftsOf { get; init; }

    internal bool IsFiltered => Type is not null || From is not null || To is not null;
    internal string Read => Text.Length <= MostCharacters ? Text : Text[..MostCharacters];
}

/// <summary>A record that answers.</summary>
/// <param name="Number">Of its document.</param>
/// <param name="Score">Whatever is higher stands before.</param>
public sealed record Hit(long Number, string Kind, string RecordId, string Culture, bool IsPublic, string Type, string Title, string Summary, string? Address, DateTime At, double Score)
{
    internal string? TextSet { get; init; }

    /// <summary>The terms that were found in it.</summary>
    internal IReadOnlySet<string> Terms { get; init; } = new HashSet<string>();
}

/// <summary>What was found, the best first.</summary>
/// <param name="Hits">At most <see cref="SiteSearch.MostHits"/>.</param>
/// <param name="Nearest">What was looked for in place of words that nothing has; null where all were found as they are.</param>
public sealed record Answer(IReadOnlyList<Hit> Hits, string? Nearest)
{
    public static Answer Nothing { get; } = new([], null);

    /// <summary>There are more than are told of.</summary>
    public bool HasMore => Hits.Count == SiteSearch.MostHits;
}
