namespace Integral.Platform.Search;

/// <summary>
/// Which documents are looked through: those of one language that every visitor may read, or those that only who writes them may. A term stands in the index
/// by its shelf, so what somebody may not find isn't even counted for them.
/// </summary>
/// <param name="Culture">Two letters.</param>
internal readonly record struct Shelf(string Culture, bool IsPublic)
{
    public const int Length = 3;

    // A restored text may be of a language that isn't known here.
    public override string ToString() => Culture[..Math.Min(Culture.Length, Length - 1)] + (IsPublic ? "+" : "-");
}
