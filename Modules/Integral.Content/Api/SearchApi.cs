using System.Globalization;
using Integral.Content.Searching;
using Integral.Platform.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>What the search page finds.</summary>
internal static class SearchApi
{
    private const int MostItems = 100;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/search", FindAsync).WithTags("Content").AllowAnonymous().WithSummary("Texts of the site that answer a question, the best first; one's own drafts and what else one may see too").Produces<FoundList>();

    private static async Task<IResult> FindAsync(string? q, string? type, DateOnly? from, DateOnly? to, string? after, int? limit, FoundItems found, Current current, Texts texts)
    {
        var most = limit ?? 20;
        Rule.Require(most is >= 1 and <= MostItems, T.Say("A list has from 1 to {0} items.", MostItems), "limit");
        var skip = 0;
        Rule.Require(string.IsNullOrEmpty(after) || int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out skip) && skip <= SiteSearch.MostHits, T.Say("The address of this part of the list is damaged. Begin from the first one."), "after");
        var page = await found.FindAsync(new(q, string.IsNullOrEmpty(type) ? null : type, from, to), skip, most);
        var next = skip + most < page.All ? (skip + most).ToString(CultureInfo.InvariantCulture) : null;
        return Results.Json(new FoundList([.. page.Items.Select(FoundText.Of)], next, page.Nearest)
        {
            Records = [.. page.Records.SelectMany(g => g.Records.Select(r => new FoundOther(texts.Say(g.Title), r.Title, current.Base + r.Address, r.Says)))],
        });
    }
}

/// <param name="Next">The cursor of the next part; null when this is the last.</param>
/// <param name="Nearest">What was looked for in place of words that aren't there.</param>
internal sealed record FoundList(IReadOnlyList<FoundText> Items, string? Next, string? Nearest)
{
    /// <summary>What only some may see, such as people; with the first part of the list.</summary>
    public required IReadOnlyList<FoundOther> Records { get; init; }
}

/// <param name="Kind">In the reader's language.</param>
/// <param name="Address">Of its page.</param>
/// <param name="Says">What else is to be known of it; null for nothing.</param>
internal sealed record FoundOther(string Kind, string Title, string Address, string? Says);

/// <param name="Passage">Pieces of the text, of which some are what was looked for.</param>
/// <param name="FileName">Of the file in which the passage stands; null where it stands in the text itself.</param>
/// <param name="FilePath">In the media folder.</param>
internal sealed record FoundText(string ContentItemId, string ContentType, string Culture, string Title, string Address, bool IsPublished, DateTime At, IReadOnlyList<PassagePart> Passage, string? FileName, string? FilePath)
{
    public static FoundText Of(FoundItem item) => new(item.Hit.RecordId, item.Hit.Type, item.Hit.Culture, item.Hit.Title, item.Address, item.Hit.IsPublic, item.Hit.At, item.Passage.Parts, item.File?.Name, item.File?.Path);
}
