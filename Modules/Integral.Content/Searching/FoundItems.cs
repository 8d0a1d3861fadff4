using Integral.Content.Editing;
using Integral.Content.Reading;
using Integral.Platform.Search;

namespace Integral.Content.Searching;

/// <summary>What somebody looks for on the site.</summary>
/// <param name="Text">Words.</param>
/// <param name="Type">Name of a content type; null for all.</param>
/// <param name="From">First day, by the institution's clock.</param>
/// <param name="To">Last day.</param>
internal sealed record SiteQuestion(string? Text, string? Type, DateOnly? From, DateOnly? To)
{
    public bool IsFiltered => Type is not null || From is not null || To is not null;
}

/// <param name="Kind">What its list is called; null where it is in none.</param>
/// <param name="Address">With the institution's part.</param>
/// <param name="File">In which the passage stands; null where it is the item's own.</param>
internal sealed record FoundItem(Hit Hit, string? Kind, string Address, Passage Passage, FoundFile? File);

/// <param name="All">How many were found; more than are told of where it is <see cref="SiteSearch.MostHits"/>.</param>
internal sealed record FoundPage(IReadOnlyList<FoundItem> Items, int All, string? Nearest)
{
    public static FoundPage Nothing { get; } = new([], 0, null);

    /// <summary>What only some may see, with the first of the items; none where a kind or days are asked for, which these don't have.</summary>
    public IReadOnlyList<FoundGroup> Records { get; init; } = [];
}

/// <param name="Title">What they are called together.</param>
internal sealed record FoundGroup(Sentence Title, IReadOnlyList<FoundRecord> Records);

/// <summary>The search of a site, for its page and the API alike. Visitors find what is published; whoever writes finds their drafts too.</summary>
internal sealed class FoundItems(SiteSearch search, FoundInFiles files, IExtensions<IFindsRecords> finders, PublicSite site, ContentRights rights, Current current)
{
    private const int MostRecords = 10;

    public async Task<FoundPage> FindAsync(SiteQuestion question, int skip, int most)
    {
        var page = await TextsAsync(question, skip, most);
        return skip > 0 || question.IsFiltered || current.Account is null || string.IsNullOrWhiteSpace(question.Text) ? page : page with { Records = await RecordsAsync(question.Text) };
    }

    // One after the other: they share the connection.
    private async Task<IReadOnlyList<FoundGroup>> RecordsAsync(string text)
    {
        var groups = new List<FoundGroup>();
        foreach (var finder in finders)
            if (await finder.FindAsync(text, MostRecords) is { Count: > 0 } some) groups.Add(new(finder.Title, some));
        return groups;
    }

    private async Task<FoundPage> TextsAsync(SiteQuestion question, int skip, int most)
    {
        var zone = current.Tenant.Zone;
        var answer = await search.FindAsync(new(question.Text ?? "", site.Culture, site.Own)
        {
            Type = question.Type, From = Midnight(question.From, zone), To = Midnight(question.To?.AddDays(1), zone), DraftsOf = await DraftsOfAsync(),
        });
        var hits = answer.Hits.Skip(skip).Take(most).ToList();
        if (hits.Count == 0) return new([], answer.Hits.Count, answer.Nearest);
        var (passages, lists) = (await search.PassagesAsync(hits), (await site.ListsAsync()).ToDictionary(l => l.Name, l => l.Title));
        var inFiles = await files.FindAsync([.. hits.Where(h => h.IsPublic && !passages[h.Number].Parts.Any(p => p.IsFound))]);
        return new([.. hits.Select(h => inFiles.GetValueOrDefault(h.Number) is { } file
            ? new FoundItem(h, lists.GetValueOrDefault(h.Type), AddressOf(h), file.Passage, file) : new(h, lists.GetValueOrDefault(h.Type), AddressOf(h), passages[h.Number], null))], answer.Hits.Count, answer.Nearest);
    }

    // The search knows whose a draft is and not of which type: who may see others' drafts of some types only finds their own here.
    private async Task<string?> DraftsOfAsync() => !current.Can(ContentModule.Write) ? null : await rights.TodayAsync() is { MaySeeAll: false } may ? may.Owner : "";

    private string AddressOf(Hit hit) => hit.IsPublic ? site.To(hit.Address ?? "") : $"{current.Base}/Admin/Content/Edit/{hit.RecordId}";

    private static DateTime? Midnight(DateOnly? day, TimeZoneInfo zone) => day is { } on ? zone.MomentOf(on) : null;
}
