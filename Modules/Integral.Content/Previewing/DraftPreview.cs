using System.Text.Json.Nodes;
using Integral.Content.Blocks;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Publishing;
using Integral.Platform.Recipes;

namespace Integral.Content.Previewing;

/// <summary>An item as visitors would see it.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Culture">Two letters.</param>
/// <param name="Text">Rendered and cleaned as publishing does it.</param>
/// <param name="Blocks">With what they show of the site now.</param>
internal sealed record PreviewedItem(string Title, string Culture, Publication Text, IReadOnlyList<BlockView> Blocks)
{
    /// <summary>What its author would want to know; null where that wasn't asked.</summary>
    public IReadOnlyList<Sentence>? Noted { get; init; }

    /// <summary>Why it can't be shown; null where it can.</summary>
    public Sentence? Trouble { get; init; }
}

/// <summary>Shows what isn't published as if it were. Nothing is kept.</summary>
internal sealed class DraftPreview(PageBlocks blocks, Current current, Texts texts)
{
    public async Task<PreviewedItem> OfAsync(Sheet sheet)
    {
        var title = (sheet.Data[Known.Title] as JsonObject)?.Text("Title")?.Trim() is { Length: > 0 } said ? said : texts[sheet.Type.Title];
        try
        {
            var publisher = new Publisher(sheet.Form.Book, Publisher.Words(texts), current.Tenant.Zone);
            var text = publisher.Prepare(sheet.Type, sheet.Data, title, sheet.Culture, slug: "");
            return new(title, sheet.Culture, text, await blocks.ReadAsync(text.Blocks));
        }
        catch (RuleException rule) { return new(title, sheet.Culture, new(title), []) { Trouble = rule.Sentence }; }
    }
}
