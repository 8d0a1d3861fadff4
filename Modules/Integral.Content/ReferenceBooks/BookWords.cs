using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.ReferenceBooks;

/// <summary>What books and terms are called in the reader's language.</summary>
internal sealed class BookWords(Current current, Catalogue catalogue, Texts texts)
{
    // What a screen reader reads as it is and a list keeps at the beginning of a line.
    private const string Step = "\u2007\u2007";

    public string Of(TermNames names) => names.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, current.Tenant.Culture);

    /// <summary>The institution above that keeps it; null for an own one.</summary>
    public string? OriginOf(Guid? origin) => origin is { } id ? catalogue.Of(id)?.Name : null;

    /// <summary>Terms to choose from, each above those below it and set in by its level.</summary>
    /// <param name="tree">Of the book.</param>
    /// <param name="without">It and what stands below it are left out.</param>
    /// <param name="levels">Only so many.</param>
    public IReadOnlyList<SelectListItem> Options(BookTree tree, ReferenceTerm? without, int levels)
    {
        var options = new List<SelectListItem>();
        Add(null, 0);
        return options;

        void Add(Guid? parent, int level)
        {
            if (level >= levels) return;
            foreach (var term in tree.Under(parent).Where(t => t != without))
            {
                options.Add(new(Indented(Of(term.Called), level), term.TermId));
                Add(term.Id, level + 1);
            }
        }
    }

    public static string Indented(string name, int level) => level == 0 ? name : $"{string.Concat(Enumerable.Repeat(Step, level))}{name}";

    /// <summary>The days on which a term can be chosen, in words; nothing for always.</summary>
    public string? Validity(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } first, null) => texts["from {0}", first.ToString("d", CultureInfo.CurrentCulture)],
        (null, { } last) => texts["until {0}", last.ToString("d", CultureInfo.CurrentCulture)],
        ({ } first, { } last) => texts["from {0} until {1}", first.ToString("d", CultureInfo.CurrentCulture), last.ToString("d", CultureInfo.CurrentCulture)],
    };
}
