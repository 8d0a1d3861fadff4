using System.Globalization;

namespace Integral.Applications.Forms;

/// <summary>An answer as it stands in an application for ever: with the question as it was asked, so that it can be read when nobody asks it any more.</summary>
/// <param name="Name">Of the question.</param>
/// <param name="Label">The question in the applicant's language.</param>
/// <param name="Values">As conditions compare them: names of what was chosen, numbers with a full stop, days as 2026-09-01.</param>
/// <param name="Words">Of what was chosen, in the applicant's language; null where nothing was chosen.</param>
internal sealed record KeptAnswer(string Name, AskedKind Kind, string Label, IReadOnlyList<string> Values, IReadOnlyList<string>? Words = null)
{
    /// <summary>As a person reads it.</summary>
    public string Shown(Texts texts) => Kind switch
    {
        AskedKind.YesNo => Values is ["true"] ? texts["Yes"] : texts["No"],
        AskedKind.Day => DateOnly.TryParseExact(Values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d", CultureInfo.CurrentCulture) : Values[0],
        AskedKind.Number => decimal.TryParse(Values[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.CurrentCulture) : Values[0],
        _ => string.Join(", ", Words ?? Values),
    };

    /// <summary>As a table has it.</summary>
    public string Plain(Texts texts) => Kind == AskedKind.YesNo ? Shown(texts) : string.Join("; ", Words ?? Values);
}
