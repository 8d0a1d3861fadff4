using System.Globalization;
using Integral.Platform.Sheets;

namespace Integral.Content.ReferenceBooks;

/// <summary>A column of a book's table.</summary>
internal enum TermField
{
    [Display(Name = "Code")] Code,
    [Display(Name = "Code of the term above")] Parent,
    [Display(Name = "Name in Russian")] Ru,
    [Display(Name = "Name in Kazakh")] Kk,
    [Display(Name = "Name in Ukrainian")] Uk,
    [Display(Name = "Name in English")] En,
    [Display(Name = "Can be chosen from")] From,
    [Display(Name = "Can be chosen until")] To,
}

/// <summary>Which column of a table says what: by the headings that we write in each of the languages, and by short ones.</summary>
internal sealed class TermColumns : Columns<TermField>
{
    private TermColumns(IReadOnlyList<string> header, Headings<TermField> headings) : base(header, headings) { }

    public static TermColumns Find(Sheet sheet, Texts texts)
    {
        var phrases = Enum.GetValues<TermField>().ToDictionary(f => f, f => Texts.Cultures.Select(c => HeadingText.Plain(texts.Say(f.Word(), CultureInfo.GetCultureInfo(c)))).Append(HeadingText.Plain($"{f}")).Distinct().ToArray());
        return new(sheet.Header, new(phrases, []));
    }

    /// <summary>Such a table has a name in one language at least.</summary>
    /// <exception cref="RuleException">It has none.</exception>
    public void Check() => Rule.Require(new[] { TermField.Ru, TermField.Kk, TermField.Uk, TermField.En }.Any(f => At(f) >= 0),
        T.Say("The file has no column with names. It can be called: {0}.", string.Join(", ", Texts.Cultures)));

    public string? Cell(SheetRow row, TermField field) => SafeCell.Plain(row[At(field)]).Trim() is { Length: > 0 } text ? text : null;
}
