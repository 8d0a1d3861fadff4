using Integral.Content.Data;
using Integral.Content.Reading;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Editing;

/// <summary>Items of the site from which a form chooses: the newest, those whose titles have certain words, and those that are chosen already, however old they are.</summary>
internal sealed class ItemChoices(Db db, ContentRights rights, Texts texts)
{
    /// <summary>How many of a type are in sight. The others are found by words of their titles.</summary>
    public const int Most = 30;

    private const int MostNamed = 300;

    /// <param name="types">Names of content types.</param>
    /// <param name="culture">Two letters: in which they are written.</param>
    /// <param name="words">Of their titles; null for the newest.</param>
    /// <returns>By type. One statement for each.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>>> OfAsync(IEnumerable<string> types, string culture, string? words = null)
    {
        var choices = new Dictionary<string, IReadOnlyList<SelectListItem>>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in types)
        {
            var items = db.ContentItems.Published().Where(i => i.ContentType == type && i.Culture == culture);
            items = words?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(items, DeskList.Named) ?? items;
            choices[type] = await items.OrderByDescending(i => i.PublishedAt).Take(Most).Select(i => new SelectListItem(i.DisplayText, i.ContentItemId)).ToListAsync();
        }
        return choices;
    }

    /// <summary>What items are called, by their ids. Those that aren't there any more, or of which one may know nothing, are missing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamedAsync(IEnumerable<string> ids)
    {
        var asked = ids.Distinct().Take(MostNamed).ToArray();
        if (asked.Length == 0) return new Dictionary<string, string>();
        var named = await (await rights.TodayAsync()).Within(db.ContentItems.AsNoTracking()).Where(i => EF.Parameter(asked).Contains(i.ContentItemId) && i.DeletedAt == null)
            .Select(i => new { i.ContentItemId, i.DisplayText, IsPublished = i.PublishedAt != null }).ToListAsync();
        return named.ToDictionary(i => i.ContentItemId, i => i.IsPublished ? i.DisplayText : texts["{0} (a draft)", i.DisplayText]);
    }

    /// <summary>What is chosen first, in its order, and then what else can be chosen: a form takes out what it doesn't show.</summary>
    public static IReadOnlyList<SelectListItem> With(IReadOnlyList<string> chosen, IEnumerable<SelectListItem> offered, IReadOnlyDictionary<string, string> named, Texts texts)
    {
        var others = offered.ToList();
        return [.. chosen.Select(id => others.Find(o => o.Value == id) ?? new(named.GetValueOrDefault(id) ?? texts["something that can’t be read any more"], id)), .. others.Where(o => !chosen.Contains(o.Value))];
    }
}
