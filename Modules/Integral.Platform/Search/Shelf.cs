namespace Integral.Platform.Search;

/// <summary>
/// Which documents are looked through: those of one language that every visitor may read, or those that only who writes them may. A term stands in the index
/// by its shelf, so what somebody may not find isn't even counted for them.
/// </summary>
/// <param name="Culture">Two letters.</param>
internal readonly record struct Shelf(string Culture, bool IsPublic)
{
    public const int Length = 3;

    public override string ToString() => Culture + (IsPublic ? "+" : "-");
}
