using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Platform.Recipes;
using Integral.Ui;

namespace Integral.Content.Fields;

internal sealed class NumberKind : FieldKind
{
    private static readonly FieldOption Least = new("Minimum", T.Say("The least"), "number"), Most = new("Maximum", T.Say("The most"), "number");

    public override string Name => "NumericField";
    public override Sentence Title => T.Say("Number");
    public override bool HasFacts => true;
    public override IReadOnlyList<FieldOption> Options => [Least, Most];
    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) => [form.Input(field, "number", "Value", value.Text("Value"))];
    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => value["Value"] = answers.Text("Value") is { Length: > 0 } text ? Written(text) : null;
    public override bool IsEmpty(JsonObject value) => string.IsNullOrWhiteSpace(value.Text("Value"));
    public override string Plain(JsonObject value) => Number(value)?.ToString(CultureInfo.InvariantCulture) ?? value.Text("Value") ?? "";

    public override Sentence? Fault(FieldUse field, JsonObject value)
    {
        if (Number(value) is not { } number) return T.Say("'{0}' isn't a number.", value.Text("Value")!);
        if (field.Number(Least.Name) is { } least && number < least) return T.Say("At least {0}.", least);
        return field.Number(Most.Name) is { } most && number > most ? T.Say("At most {0}.", most) : null;
    }

    public override void Show(FieldUse field, JsonObject value, PageText page)
    {
        if (field.IsFact && Number(value) is { } number) page.Fact(field.Title, number.ToString(CultureInfo.InvariantCulture));
    }

    public override IEnumerable<FieldKey> Keys(JsonObject value) => Number(value) is { } number ? [new(Number: number)] : [];

    private static JsonValue Written(string text) => FieldAnswers.Number(text) is double number ? JsonValue.Create(number) : JsonValue.Create(text);

    private static double? Number(JsonObject value) =>
        double.TryParse(value.Text("Value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

internal sealed class BooleanKind : FieldKind
{
    public override string Name => "BooleanField";
    public override Sentence Title => T.Say("Yes or no");

    // Not needed even where the type says so: one that isn't ticked is an answer.
    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) =>
        [form.Input(field, "checkbox", "Value", value.Flag("Value") ? "true" : "false") with { IsRequired = false }];

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => value["Value"] = answers.IsTicked("Value");
    public override bool IsEmpty(JsonObject value) => false;
    public override string Plain(JsonObject value) => value.Flag("Value") ? "✓" : "";
    public override IEnumerable<FieldKey> Keys(JsonObject value) => [new(Flag: value.Flag("Value"))];
}

/// <summary>A day, kept as its first moment, as Orchard Core keeps it.</summary>
internal class DateKind : FieldKind
{
    public override string Name => "DateField";
    public override Sentence Title => T.Say("Date");
    public override bool HasFacts => true;
    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) =>
        [form.Input(field, "date", "Value", Moment(value) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.Text("Value"))];

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => value["Value"] = answers.Text("Value") is { Length: > 0 } text ? Kept(text, answers) : null;
    public override bool IsEmpty(JsonObject value) => string.IsNullOrWhiteSpace(value.Text("Value"));
    public override string Plain(JsonObject value) => Moment(value)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).Replace(" 00:00", "", StringComparison.Ordinal) ?? value.Text("Value") ?? "";
    public override Sentence? Fault(FieldUse field, JsonObject value) => Moment(value) is null ? T.Say("'{0}' isn't a date.", value.Text("Value")!) : null;

    public override void Show(FieldUse field, JsonObject value, PageText page)
    {
        if (field.IsFact && Moment(value) is { } day) page.Fact(field.Title, day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
    }

    public override IEnumerable<FieldKey> Keys(JsonObject value) => Moment(value) is { } moment ? [new(Moment: moment)] : [];

    protected virtual string Kept(string text, FieldAnswers answers) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? $"{day:yyyy-MM-dd}T00:00:00Z" : text;

    protected static DateTime? Moment(JsonObject value) =>
        DateTime.TryParse(value.Text("Value"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}

/// <summary>A moment: typed by the institution's clock, kept in UTC.</summary>
internal sealed class MomentKind : DateKind
{
    private const string Typed = "yyyy-MM-dd'T'HH:mm";

    public override string Name => "DateTimeField";
    public override Sentence Title => T.Say("Date and time");
    public override bool HasFacts => false;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) =>
        [form.Input(field, "datetime-local", "Value", Moment(value) is { } moment ? TimeZoneInfo.ConvertTimeFromUtc(moment, form.Zone).ToString(Typed, CultureInfo.InvariantCulture) : value.Text("Value"))];

    public override void Show(FieldUse field, JsonObject value, PageText page)
    {
        if (field.IsFact && Moment(value) is { } moment) page.Fact(field.Title, TimeZoneInfo.ConvertTimeFromUtc(moment, page.Zone).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture));
    }

    protected override string Kept(string text, FieldAnswers answers) =>
        DateTime.TryParseExact(text, [Typed, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !answers.Zone.IsInvalidTime(local)
            ? $"{TimeZoneInfo.ConvertTimeToUtc(local, answers.Zone):yyyy-MM-ddTHH:mm:ssZ}" : text;
}

/// <summary>A place on the map, in degrees.</summary>
internal sealed class GeoKind : FieldKind
{
    private static readonly (string Name, Sentence Title, double Most)[] Axes = [("Latitude", T.Say("latitude"), 90), ("Longitude", T.Say("longitude"), 180)];

    public override string Name => "GeoPointField";
    public override Sentence Title => T.Say("Place on the map");

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) =>
        Axes.Select(a => (form with { First = Axes[0].Name }).Input(field, "number", a.Name, value.Text(a.Name), a.Title) with { IsRequired = field.IsRequired });

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers)
    {
        foreach (var (name, _, _) in Axes)
            value[name] = answers.Text(name) is { Length: > 0 } text ? FieldAnswers.Number(text) is double number ? JsonValue.Create(number) : JsonValue.Create(text) : null;
    }

    public override string Plain(JsonObject value) => string.Join(", ", Axes.Select(a => value.Text(a.Name)).Where(t => t is { Length: > 0 }));
    public override bool IsEmpty(JsonObject value) => Axes.All(a => string.IsNullOrWhiteSpace(value.Text(a.Name)));

    public override Sentence? Fault(FieldUse field, JsonObject value)
    {
        foreach (var (name, title, most) in Axes)
            if (Degrees(value, name) is not { } degrees || Math.Abs(degrees) > most) return T.Say("{0}: a number from {1} to {2}.", title, -most, most);
        return null;
    }

    public override void Show(FieldUse field, JsonObject value, PageText page)
    {
        if (Degrees(value, "Latitude") is { } latitude && Degrees(value, "Longitude") is { } longitude)
            page.Link(field.Title, FormattableString.Invariant($"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=16/{latitude}/{longitude}"), FormattableString.Invariant($"{latitude}, {longitude}"));
    }

    private static double? Degrees(JsonObject value, string name) =>
        double.TryParse(value.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : null;
}
