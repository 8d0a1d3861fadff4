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
    public bool IsList { get; init; }
    public string? ListId { get; init; }
    public IReadOnlyList<ContentField> Fields { get; init; } = [];
}
