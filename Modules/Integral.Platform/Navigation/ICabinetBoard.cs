namespace Integral.Platform.Navigation;

/// <summary>One thing that stands on a board, with the way to it.</summary>
/// <param name="Title">Translated, or as somebody wrote it.</param>
/// <param name="Meta">From whom and when.</param>
/// <param name="Href">Without the tenant's part: <c>/notices/announcements/…</c>.</param>
/// <param name="Mark">What is said beside it; null for what was read.</param>
/// <param name="IsPressing">Something is asked of the reader.</param>
public sealed record BoardLine(string Title, string Text, string Meta, string Href, string? Mark, bool IsPressing);

/// <summary>What a cabinet shows above its cards, so that it is read without opening anything.</summary>
/// <param name="Href">Where all of it stands, without the tenant's part.</param>
/// <param name="All">What the way there is called.</param>
public sealed record CabinetBoard(string Title, IReadOnlyList<BoardLine> Lines, string Href, string All);

/// <summary>A module's contribution to the top of the cabinet. At most one statement; null when there is nothing to be read.</summary>
public interface ICabinetBoard
{
    ValueTask<CabinetBoard?> ShowAsync();
}
