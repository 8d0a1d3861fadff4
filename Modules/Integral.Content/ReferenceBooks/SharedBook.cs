using System.Text.Json.Nodes;

namespace Integral.Content.ReferenceBooks;

/// <summary>A book as the institutions below take it.</summary>
internal sealed record SharedBook(string Code, JsonObject Names, string? Description, bool MayBeExtended, IReadOnlyList<SharedTerm> Terms)
{
    /// <summary>What it is offered as.</summary>
    public const string Kind = "content.book";

    public static SharedBook Of(BookTree tree)
    {
        var ids = tree.All.ToDictionary(t => t.Id, t => t.TermId);
        return new(tree.Book.Code, tree.Book.Called.Object, tree.Book.Description, tree.Book.MayBeExtended, [.. tree.All.OrderBy(t => t.TermId, StringComparer.Ordinal).Select(t => new SharedTerm(t.TermId, t.Code, t.Called.Object, t.Position)
        {
            Under = t.ParentId is { } parent ? ids.GetValueOrDefault(parent) : null, MergedInto = t.MergedIntoId is { } into ? ids.GetValueOrDefault(into) : null, From = t.ValidFrom, To = t.ValidTo,
        })]);
    }
}

internal sealed record SharedTerm(string TermId, string? Code, JsonObject Names, int Position)
{
    public string? Under { get; init; }
    public string? MergedInto { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}
