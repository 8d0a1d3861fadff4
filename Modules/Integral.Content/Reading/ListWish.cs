using System.Globalization;
using Integral.Content.ReferenceBooks;
using Microsoft.AspNetCore.Http;

namespace Integral.Content.Reading;

/// <summary>What a visitor wants of a list: which items, in which order, from where on. All of it stands in the address.</summary>
internal sealed record ListWish(ListedType List, IReadOnlyList<Asked> Asked)
{
    private const char Between = '~';

    /// <summary>Null for the newest first, or by title.</summary>
    public ListSort? Sort { get; init; }
    public bool IsByTitle { get; init; }
    public bool IsDescending { get; init; }

    /// <summary>The place from which it goes on; null at the beginning.</summary>
    public string? From { get; init; }

    public IEnumerable<Asked> Chosen => Asked.Where(a => !a.IsEmpty);
    public bool IsNarrowed => Chosen.Any();

    /// <summary>Whether so many others may want the same that it is worth keeping: everybody's own dates aren't, and neither are all combinations.</summary>
    public bool IsCommon => Chosen.Count() <= 1 && Chosen.All(a => a.From is null && a.To is null);

    /// <summary>How the order is called in the address.</summary>
    public string SortKey => IsByTitle ? ListSort.ByTitle : Sort is null ? ListSort.Newest : $"{(IsDescending ? ListSort.Descending : "")}{Sort.Key}";

    public static ListWish Read(ListedType list, IQueryCollection query, Shelf shelf)
    {
        var (sort, isDescending) = (query["sort"].FirstOrDefault() ?? "", false);
        if (sort.StartsWith(ListSort.Descending, StringComparison.Ordinal)) (sort, isDescending) = (sort[1..], true);
        return new(list, [.. list.Filters.Select(f => Reading.Asked.Read(f, query, shelf))])
        {
            Sort = list.Sorts.FirstOrDefault(s => s.Key == sort), IsByTitle = sort == ListSort.ByTitle, IsDescending = isDescending, From = query["cursor"].FirstOrDefault() is { Length: > 0 } cursor ? cursor : null,
        };
    }

    /// <summary>The address of a part of it.</summary>
    /// <param name="at">Of the whole list.</param>
    /// <param name="cursor">Where the part begins; null for the first.</param>
    public string Address(string at, string? cursor)
    {
        var said = Chosen.SelectMany(a => a.Written()).ToList();
        if (SortKey.Length > 0) said.Add(new("sort", SortKey));
        if (cursor is not null) said.Add(new("cursor", cursor));
        return said.Count == 0 ? at : $"{at}?{string.Join('&', said.Select(s => $"{Uri.EscapeDataString(s.Key)}={Uri.EscapeDataString(s.Value)}"))}";
    }

    /// <summary>The place after an item: what it is sorted by, and its id.</summary>
    public string After(ListedRow last) => IsByTitle ? $"{last.SortKey}{Between}{last.Row.ContentItemId}"
        : Sort is null ? $"{Cursor.After(last.Row.PublishedAt, last.Row.ContentItemId)}"
        : string.Create(CultureInfo.InvariantCulture, $"{(Sort.IsNumber ? last.Number!.Value.ToString("R", CultureInfo.InvariantCulture) : last.Moment!.Value.Ticks)}{Between}{last.Row.ContentItemId}");

    /// <summary>That place, read again.</summary>
    /// <exception cref="RuleException">It isn't one of ours.</exception>
    public (string Value, string ContentItemId)? Place()
    {
        if (From is null) return null;
        var parts = From.Split(Between);
        var isGood = parts is [_, { Length: 26 }] && (IsByTitle || Sort is null || (Sort.IsNumber ? double.TryParse(parts[0], CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            : long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks));
        Rule.Require(isGood, "The address of this part of the list is damaged. Begin from the first one.", "cursor");
        return (parts[0], parts[1]);
    }
}

/// <summary>An item of a list, and what lists are sorted by.</summary>
internal sealed record ListedRow(ItemRow Row, string SortKey, DateTime? Moment, double? Number);

/// <param name="Rows">In the order that was asked for.</param>
/// <param name="Next">Where the next part begins; null at the end.</param>
/// <param name="Total">Null where nobody asked for less than all, and further down the list.</param>
internal sealed record ListPart(IReadOnlyList<ItemRow> Rows, string? Next, ListTotal? Total);

/// <summary>How many were found.</summary>
/// <param name="IsMore">There are more than that: nobody counts all.</param>
internal sealed record ListTotal(int Count, bool IsMore);
