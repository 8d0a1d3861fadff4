namespace Integral.Content.ReferenceBooks;

/// <summary>What somebody says of a term.</summary>
/// <param name="Names">Of the term.</param>
internal sealed record TermSaid(TermNames Names)
{
    /// <summary>Null for none.</summary>
    public string? Code { get; init; }

    /// <summary>TermId of the one above it; null at the top.</summary>
    public string? Under { get; init; }

    /// <summary>The first and the last day on which it can be chosen; null for no end.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

/// <summary>One of the things that a reference book offers.</summary>
internal sealed class ReferenceTerm
{
    public const int LongestCode = 60;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required Guid BookId { get; init; }
    public Guid? ParentId { get; set; }

    /// <summary>26 characters: what items and recipes name it by, the same in every institution that has the book.</summary>
    public required string TermId { get; init; }
    public string? Code { get; private set; }

    /// <summary>Among those under the same one.</summary>
    public int Position { get; set; }

    /// <summary>JSON: <see cref="TermNames"/>.</summary>
    public string Names { get; private set; } = "{}";

    /// <summary>By the institution's calendar: outside of these days it isn't chosen anew, and stays where it was.</summary>
    public DateOnly? ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The term that it was merged into: what names this one is found by that.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>The institution above that keeps it; null for an own one.</summary>
    public Guid? OriginId { get; init; }

    /// <summary>Nobody above keeps it any more; it stays because something here names it.</summary>
    public bool IsLeft { get; set; }
    public int Version { get; private set; } = 1;

    public TermNames Called => TermNames.Read(Names);
    public bool IsOwn => OriginId is null || IsLeft;

    public void Describe(TermSaid said)
    {
        var code = string.IsNullOrWhiteSpace(said.Code) ? null : said.Code.Trim();
        if ((Names, Code, ValidFrom, ValidTo) == (said.Names.Text, code, said.From, said.To)) return;
        (Names, Code, ValidFrom, ValidTo) = (said.Names.Text, code, said.From, said.To);
        Version++;
    }
}
