namespace Integral.Content.ReferenceBooks;

/// <summary>What somebody says of a reference book.</summary>
/// <param name="Names">Of the book.</param>
/// <param name="Code">By which fields and recipes name it; null for one made of its name.</param>
internal sealed record BookSaid(TermNames Names, string? Code)
{
    public string? Description { get; init; }

    /// <summary>The institutions below get it.</summary>
    public bool IsShared { get; init; }

    /// <summary>They may add terms of their own.</summary>
    public bool MayBeExtended { get; init; }
}

/// <summary>A list of terms from which those who write choose, and by which visitors find: kinds of documents, fields of education.</summary>
internal sealed class ReferenceBook
{
    public const int LongestCode = 60, LongestDescription = 500, Most = 200;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>26 characters, the same in every institution that has the book; fields in Orchard's recipes name it by this.</summary>
    public required string BookId { get; init; }

    /// <summary>Letters, digits and hyphens: document-kinds.</summary>
    public required string Code { get; set; }

    /// <summary>JSON: <see cref="TermNames"/>.</summary>
    public string Names { get; private set; } = "{}";
    public string? Description { get; private set; }
    public bool IsShared { get; private set; }
    public bool MayBeExtended { get; private set; }

    /// <summary>The institution above that keeps it; null for an own one.</summary>
    public Guid? OriginId { get; init; }

    /// <summary>Nobody above keeps it any more; it stays because something here is chosen from it.</summary>
    public bool IsLeft { get; set; }
    public int Version { get; private set; } = 1;

    public TermNames Called => TermNames.Read(Names);

    /// <summary>Whether it is changed here, and not above.</summary>
    public bool IsOwn => OriginId is null || IsLeft;

    public void Describe(BookSaid said)
    {
        var description = string.IsNullOrWhiteSpace(said.Description) ? null : said.Description.Trim();
        if ((Names, Description, IsShared, MayBeExtended) == (said.Names.Text, description, said.IsShared, said.MayBeExtended)) return;
        (Names, Description, IsShared, MayBeExtended) = (said.Names.Text, description, said.IsShared, said.MayBeExtended);
        Touch();
    }

    /// <summary>With each change of its terms: two of them at the same moment don't both go through.</summary>
    public void Touch() => Version++;
}
