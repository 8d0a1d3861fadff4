using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Ui.Sheets;

/// <summary>Which column of an uploaded table says this: <c>&lt;partial name="_ColumnFields" for="Form.Columns" /&gt;</c> asks it of each field.</summary>
public sealed class ColumnForm
{
    private const int LongestSample = 60;

    public string Field { get; set; } = "";
    [StringLength(1000)] public string? Heading { get; set; }

    [BindNever] public string Label { get; private set; } = "";

    /// <summary>What stands in the first row that has something there.</summary>
    [BindNever] public string? Sample { get; private set; }
    [BindNever] public IReadOnlyList<SelectListItem> Headings { get; private set; } = [];

    public static List<ColumnForm> Of<TField>(Columns<TField> columns) where TField : struct, Enum =>
        [.. Enum.GetValues<TField>().Select(f => new ColumnForm { Field = $"{f}", Heading = columns.HeadingOf(f) })];

    /// <exception cref="RuleException">The file has no such heading.</exception>
    public static void Correct<TField>(IEnumerable<ColumnForm> said, Columns<TField> columns) where TField : struct, Enum
    {
        foreach (var form in said.DistinctBy(f => f.Field))
            if (Enum.TryParse<TField>(form.Field, out var field) && Enum.IsDefined(field)) columns.Correct(field, form.Heading ?? "");
    }

    /// <summary>What the fields are called, and what the file has to choose from.</summary>
    public static void Show<TField>(IEnumerable<ColumnForm> forms, Columns<TField> columns, Sheet sheet, Texts texts) where TField : struct, Enum
    {
        IReadOnlyList<SelectListItem> headings = [.. columns.Header.Where(h => h.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Select(h => new SelectListItem(h, h))];
        foreach (var form in forms)
        {
            if (!Enum.TryParse<TField>(form.Field, out var field)) continue;
            (form.Label, form.Headings) = (texts.Say(field.Word()), headings);
            if (columns.At(field) is >= 0 and var at && sheet.Rows.Select(r => r[at]).FirstOrDefault(v => v.Length > 0) is { } value)
                form.Sample = texts["For example: {0}", value.Length > LongestSample ? value[..LongestSample] + "…" : value];
        }
    }
}
