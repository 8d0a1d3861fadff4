using Integral.Platform.Localization;

namespace Integral.Platform.Search;

/// <summary>A record of the cabinet that answers.</summary>
/// <param name="Address">Within the institution, with a slash before it.</param>
/// <param name="Says">What else is to be known of it; null for nothing.</param>
public sealed record FoundRecord(string Title, string Address, string? Says = null);

/// <summary>
/// Records that no visitor may find, and that whoever may see them finds in the same box as the site's texts. They aren't in the index of texts: their module
/// asks its own tables, with the reader's rights and reach in the query. A scoped service.
/// </summary>
public interface IFindsRecords
{
    /// <summary>What they are called together.</summary>
    Sentence Title { get; }

    /// <param name="text">As it was typed; at most <see cref="Question.MostCharacters"/> of it are looked for.</param>
    /// <param name="most">Records.</param>
    /// <returns>In the order in which they are shown; none where the reader may not see them.</returns>
    Task<IReadOnlyList<FoundRecord>> FindAsync(string text, int most);
}
