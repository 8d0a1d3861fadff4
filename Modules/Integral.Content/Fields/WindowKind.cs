using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Platform.Recipes;
using Integral.Ui;

namespace Integral.Content.Fields;

/// <summary>From when until when visitors see an item: typed by the institution's clock, kept in UTC.</summary>
internal sealed class WindowKind : FieldKind
{
    private const string From = "From", Until = "Until", Typed = "yyyy-MM-dd'T'HH:mm";

    public override string Name => "PublishWindowPart";
    public override Sentence Title => T.Say("When visitors see it");
    public override bool IsOffered => false;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        yield return form.Input(field, "datetime-local", From, Written(value, From, form.Zone)) with { Label = form.Texts["Publish not before"], Hint = form.Texts["Left empty, it is published at once. Otherwise press “Publish” now: it appears by itself."] };
        yield return form.Input(field, "datetime-local", Until, Written(value, Until, form.Zone)) with { Label = form.Texts["Take off the site at"], Hint = form.Texts["Left empty, it stays."] };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers)
    {
        foreach (var name in (ReadOnlySpan<string>)[From, Until]) value[name] = answers.Text(name) is { Length: > 0 } text ? Kept(text, answers.Zone) : null;
    }

    public override bool IsEmpty(JsonObject value) => string.IsNullOrWhiteSpace(value.Text(From)) && string.IsNullOrWhiteSpace(value.Text(Until));
    public override string Plain(JsonObject value) => string.Join(" – ", new[] { value.Text(From), value.Text(Until) }.Select(t => t?.Replace("T", " ", StringComparison.Ordinal).TrimEnd('Z'))).Trim();

    public override Sentence? Fault(FieldUse field, JsonObject value)
    {
        foreach (var name in (ReadOnlySpan<string>)[From, Until])
            if (value.Text(name) is { Length: > 0 } text && Moment(value, name) is null) return T.Say("'{0}' isn't a date.", text);
        return FromOf(value) is { } from && UntilOf(value) is { } until && until <= from ? T.Say("It would be taken off the site before it is published.") : null;
    }

    /// <summary>UTC; null where it may be published at once.</summary>
    public static DateTime? FromOf(JsonObject? value) => value is null ? null : Moment(value, From);

    /// <summary>UTC; null where it stays.</summary>
    public static DateTime? UntilOf(JsonObject? value) => value is null ? null : Moment(value, Until);

    private static string? Written(JsonObject value, string name, TimeZoneInfo zone) =>
        Moment(value, name) is { } moment ? TimeZoneInfo.ConvertTimeFromUtc(moment, zone).ToString(Typed, CultureInfo.InvariantCulture) : value.Text(name);

    private static DateTime? Moment(JsonObject value, string name) =>
        DateTime.TryParse(value.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static string Kept(string text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, [Typed, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local)
            ? $"{TimeZoneInfo.ConvertTimeToUtc(local, zone):yyyy-MM-ddTHH:mm:ssZ}" : text;
}
