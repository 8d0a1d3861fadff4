using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Reading;
using Integral.Content.Rendering;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;

namespace Integral.Content.Blocks;

/// <summary>A block as its view reads it. Its texts are plain and are encoded by the view; only <see cref="Html"/> is HTML, and clean.</summary>
/// <param name="Data">As <see cref="PublishedBlocks"/> wrote it.</param>
internal sealed record BlockView(JsonObject Data)
{
    public string Type => Data.Text("Type") ?? "";
    public string View => BlockTypes.ViewOf(Type);

    /// <summary>The institution above whose page this is; null for the own.</summary>
    public Guid? Origin { get; init; }

    /// <summary>2 on a page, 3 within another block.</summary>
    public int Level { get; init; } = 2;

    /// <summary>Items that it names or that it lists.</summary>
    public IReadOnlyList<BlockItem> Items { get; init; } = [];

    /// <summary>Where the whole list is that it shows the beginning of.</summary>
    public PublicLink? More { get; init; }

    public string Text(string field) => (Data[field] as JsonObject)?.Text("Text")?.Trim() ?? "";
    public string? Said(string field) => Text(field) is { Length: > 0 } text ? text : null;
    public string Html(string field) => (Data[field] as JsonObject)?.Text("Html") ?? "";

    /// <summary>HTML of a block that no view knows.</summary>
    public string WholeHtml => Data.Text("Html") ?? "";

    public IReadOnlyList<string> Ids(string field) => [.. ((Data[field] as JsonObject)?.Find("ContentItemIds") as JsonArray ?? []).Select(i => $"{i}").Where(i => i.Length > 0)];
    public int Number(string field, int otherwise) => double.TryParse((Data[field] as JsonObject)?.Text("Value"), CultureInfo.InvariantCulture, out var number) ? (int)number : otherwise;

    /// <summary>Paths in the media folder with the texts that stand for the pictures.</summary>
    public IReadOnlyList<(string Path, string Text)> Pictures(string field)
    {
        if (Data[field] is not JsonObject value) return [];
        var texts = value.Find("MediaTexts") as JsonArray ?? [];
        return [.. (value.Find("Paths") as JsonArray ?? []).Select((path, at) => ($"{path}", at < texts.Count ? $"{texts[at]}" : "")).Where(p => p.Item1.Length > 0)];
    }

    /// <summary>Paths of all pictures in it and in the blocks within it, whatever fields it has.</summary>
    public IEnumerable<string> Shown =>
    [
        .. Data.Select(f => f.Key).SelectMany(f => Pictures(f).Select(p => p.Path).Concat(Media.Pictures.In(Data[f] is JsonObject ? Html(f) : ""))), .. Media.Pictures.In(WholeHtml), .. Within.SelectMany(b => b.Shown),
    ];

    /// <summary>Null where nobody said one, or where it may not be followed.</summary>
    public PublicLink? Link(string field)
    {
        if (Data[field] is not JsonObject value || SafeAddress.ForLink(value.Text("Url") ?? "") is not { } address) return null;
        return new(value.Text("Text") is { Length: > 0 } text ? text : address, address);
    }

    /// <summary>Degrees; null where nobody said a place.</summary>
    public (double Latitude, double Longitude)? Place(string field) =>
        Data[field] is JsonObject value && double.TryParse(value.Text("Latitude"), CultureInfo.InvariantCulture, out var latitude) && double.TryParse(value.Text("Longitude"), CultureInfo.InvariantCulture, out var longitude) ? (latitude, longitude) : null;

    /// <summary>The blocks within it.</summary>
    public IReadOnlyList<BlockView> Within => [.. (Data.Find("Blocks") as JsonArray ?? []).OfType<JsonObject>().Select(b => new BlockView(b) { Origin = Origin, Level = Level + 1 })];
}

/// <summary>An item in a block.</summary>
/// <param name="BodyHtml">Clean; empty where the block doesn't show it.</param>
internal sealed record BlockItem(ItemRow Row, string BodyHtml);
