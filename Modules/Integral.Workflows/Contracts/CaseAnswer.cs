using System.Globalization;

namespace Integral.Workflows.Contracts;

/// <summary>How a question of a decision is answered.</summary>
public enum FormFieldKind
{
    [Display(Name = "A line of text")] Text,
    [Display(Name = "A longer text")] LongText,
    [Display(Name = "A number")] Number,
    [Display(Name = "A day")] Day,
    [Display(Name = "Yes or no")] YesNo,
    [Display(Name = "One of several answers")] Choice,
}

/// <summary>What somebody answered when they decided, as it stays in the history: with the question as it was asked, so that it can be read when nobody asks it any more.</summary>
/// <param name="Name">Of the question, in conditions.</param>
/// <param name="Label">The English source of a translated text, or the institution's own words.</param>
/// <param name="Value">As conditions compare it: numbers with a full stop, days as 2026-09-01.</param>
public sealed record CaseAnswer(string Name, string Label, FormFieldKind Kind, string Value)
{
    /// <summary>As a person reads it.</summary>
    public string Shown(Texts texts) => Kind switch
    {
        FormFieldKind.YesNo => Value == "true" ? texts["Yes"] : texts["No"],
        FormFieldKind.Day => DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d", CultureInfo.CurrentCulture) : Value,
        FormFieldKind.Number => decimal.TryParse(Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.CurrentCulture) : Value,
        FormFieldKind.Choice => texts[Value],
        _ => Value,
    };
}
