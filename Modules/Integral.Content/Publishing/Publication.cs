using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Integral.Content.Contracts;

namespace Integral.Content;

/// <summary>What publishing a version puts before visitors.</summary>
internal sealed record Publication(string Title)
{
    public string? Slug { get; init; }
    public string Summary { get; init; } = "";
    public string? SeoTitle { get; init; }
    public string? SeoDescription { get; init; }
    public string? ImagePath { get; init; }
    public string BodyHtml { get; init; } = "";

    /// <summary>JSON of the blocks that pages show by views of their own; null where there are none.</summary>
    public string? Blocks { get; init; }

    /// <summary>When it is to be taken off the site; null for never. UTC.</summary>
    public DateTime? Until { get; init; }
    public bool IsList { get; init; }
    public string? ListId { get; init; }

    /// <summary>LocalizationSet of the page under which it stands; null at the top.</summary>
    public string? ParentId { get; init; }

    /// <summary>Null where nobody said one.</summary>
    public int? Position { get; init; }
    public IReadOnlyList<ContentField> Fields { get; init; } = [];

    /// <summary>What of the site the published version names. A copy of another institution's text names what is there.</summary>
    [JsonIgnore]
    public IReadOnlySet<FieldReference> References { get; init; } = FrozenSet<FieldReference>.Empty;
}
