using System.Globalization;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Content.ReferenceBooks;
using Microsoft.AspNetCore.Http;

namespace Integral.Content.Reading;

/// <summary>By what a list can be narrowed.</summary>
internal enum FilterKind { Term, Flag, Day, Moment }

/// <summary>A field by which visitors narrow a list.</summary>
/// <param name="Title">In the words of whoever described the type.</param>
/// <param name="Book">Code of the reference book; null of other kinds.</param>
internal sealed record ListFilter(string Part, string Field, string Title, FilterKind Kind, string? Book)
{
    private const int Most = 6;

    /// <summary>Of its controls, and in the address.</summary>
    public string Key => $"{Part}.{Field}";
    public bool IsOfDays => Kind is FilterKind.Day or FilterKind.Moment;

    public static IReadOnlyList<ListFilter> Of(TypeBook book, TypeShape type) =>
        [.. type.Parts.SelectMany(use => book.FieldsOf(use.Part).Select(f => Of(use, f))).OfType<ListFilter>().OrderBy(f => f.IsOfDays).Take(Most)];

    private static ListFilter? Of(PartUse use, Contracts.FieldUse field) => field.Kind switch
    {
        TermKind => new(use.Name, field.Name, field.Title, FilterKind.Term, field.Text(TermKind.Book.Name)),
        BooleanKind => new(use.Name, field.Name, field.Title, FilterKind.Flag, null),
        MomentKind => new(use.Name, field.Name, field.Title, FilterKind.Moment, null),
        DateKind => new(use.Name, field.Name, field.Title, FilterKind.Day, null),
        _ => null,
    };
}

/// <summary>A field by which a list can be sorted: one that every item of it has, so that none is missing then.</summary>
internal sealed record ListSort(string Part, string Field, string Title, bool IsNumber)
{
    public const string Newest = "", ByTitle = "title", Descending = "-";

    public string Key => $"{Part}.{Field}";

    public static IReadOnlyList<ListSort> Of(TypeBook book, TypeShape type) =>
        [.. type.Parts.SelectMany(use => book.FieldsOf(use.Part).Where(f => f is { IsRequired: true, Kind: NumberKind or DateKind }).Select(f => new ListSort(use.Name, f.Name, f.Title, f.Kind is NumberKind)))];
}

/// <summary>What a visitor asked of one filter.</summary>
internal sealed record Asked(ListFilter Filter)
{
    public string? Term { get; init; }
    public bool? Flag { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public bool IsEmpty => Term is null && Flag is null && From is null && To is null;

    /// <summary>What stands in the address; what can't be read there asks for nothing.</summary>
    public static Asked Read(ListFilter filter, IQueryCollection query, Shelf shelf)
    {
        var said = query[filter.Key].FirstOrDefault();
        return new(filter)
        {
            Term = filter.Kind == FilterKind.Term && said is { Length: > 0 } && shelf.Term(said) is { } term && shelf.BookOf(said) == shelf.Book(filter.Book) ? term.TermId : null,
            Flag = filter.Kind == FilterKind.Flag && bool.TryParse(said, out var flag) ? flag : null,
            From = filter.IsOfDays ? Day(query[$"{filter.Key}.from"]) : null, To = filter.IsOfDays ? Day(query[$"{filter.Key}.to"]) : null,
        };
    }

    /// <summary>As it stands in an address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Written()
    {
        if (Term is not null) yield return new(Filter.Key, Term);
        if (Flag is { } flag) yield return new(Filter.Key, flag ? "true" : "false");
        if (From is { } from) yield return new($"{Filter.Key}.from", Text(from));
        if (To is { } to) yield return new($"{Filter.Key}.to", Text(to));
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? said) => DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
