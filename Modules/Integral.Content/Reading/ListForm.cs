using Integral.Content.ReferenceBooks;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Reading;

/// <summary>The form with which visitors narrow and sort a list, as it was answered.</summary>
/// <param name="wish">What was asked for.</param>
/// <param name="shelf">The reference books.</param>
/// <param name="site">In whose language terms are called.</param>
/// <param name="here">The address of the whole list.</param>
/// <param name="total">How many were found, where that was asked.</param>
internal sealed class ListForm(ListWish wish, Shelf shelf, PublicSite site, string here, ListTotal? total)
{
    public string Here => here;

    /// <summary>Something is asked for that isn't the whole list from its beginning.</summary>
    public bool IsNarrowed => wish.IsNarrowed;
    public bool IsWorthAsking => Asked.Any();

    /// <summary>The filters that have anything to choose from.</summary>
    public IEnumerable<Asked> Asked => wish.Asked.Where(a => a.Filter.Kind != FilterKind.Term || shelf.Book(a.Filter.Book) is { Terms.Count: > 0 });

    /// <summary>The controls of a filter.</summary>
    public IEnumerable<FieldInput> Inputs(Asked asked, Texts texts)
    {
        var (filter, title) = (asked.Filter, texts[asked.Filter.Title]);
        if (filter.IsOfDays)
        {
            yield return new($"{filter.Key}.from", texts["{0}: from", title], "date") { Value = asked.From is { } from ? Reading.Asked.Text(from) : null };
            yield return new($"{filter.Key}.to", texts["{0}: until", title], "date") { Value = asked.To is { } to ? Reading.Asked.Text(to) : null };
            yield break;
        }
        var (items, chosen) = filter.Kind == FilterKind.Flag
            ? ([new(texts["Yes"], "true"), new(texts["No"], "false")], asked.Flag is { } flag ? flag ? "true" : "false" : null)
            : (shelf.Book(filter.Book)!.Terms.Select(t => new SelectListItem(BookWords.Indented(t.Names.In(site.Culture, site.Own), t.Level), t.TermId)), asked.Term);
        yield return new(filter.Key, title, "select") { Items = [new(texts["Any"], ""), .. items], Chosen = chosen is null ? [""] : [chosen] };
    }

    public FieldInput Order(Texts texts) => new("sort", texts["Sorted by"], "select")
    {
        Items =
        [
            new(texts["The newest first"], ListSort.Newest), new(texts["By title"], ListSort.ByTitle),
            .. wish.List.Sorts.SelectMany(s => new SelectListItem[] { new(texts["{0}: descending", texts[s.Title]], ListSort.Descending + s.Key), new(texts["{0}: ascending", texts[s.Title]], s.Key) }),
        ],
        Chosen = [wish.SortKey],
    };

    public string? Found(Texts texts) => total switch
    {
        null or { Count: 0 } => null,
        { IsMore: true } => texts["Found: {0}", texts["more than {0}", total.Count]],
        _ => texts["Found: {0}", total.Count],
    };

    /// <summary>What to ask less of; null where nothing was asked.</summary>
    public string? Loosen(Texts texts) => wish.IsNarrowed ? texts["Nothing fits all of it. Leave something out: {0}.", string.Join(", ", wish.Chosen.Select(a => texts[a.Filter.Title]))] : null;
}
