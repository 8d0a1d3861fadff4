using System.Text.Json.Nodes;
using Integral.Content.Definitions;

namespace Integral.Content.Recipes;

/// <summary>A content item as a recipe says it, with what isn't known here already left out.</summary>
internal sealed record ImportedItem(TypeShape Type, JsonObject Data, string Place)
{
    public required string ContentItemId { get; init; }

    /// <summary>Null where the recipe leaves it to us.</summary>
    public string? VersionId { get; init; }
    public required string DisplayText { get; init; }
    public required string Culture { get; init; }
    public required string LocalizationSet { get; init; }
    public bool IsLatest { get; init; }
    public bool IsPublished { get; init; }
    public DateTime? CreatedAt { get; init; }
    public DateTime? ModifiedAt { get; init; }
    public DateTime? PublishedAt { get; init; }
    public string? Owner { get; init; }
    public string? Author { get; init; }
}
