using Integral.Ui.TagHelpers;

namespace Integral.Ui.Gallery;

/// <summary>Days that stand out in the gallery's months.</summary>
internal static class GalleryMonths
{
    public static IReadOnlyDictionary<DateOnly, MonthDay> Days { get; } = new Dictionary<DateOnly, MonthDay>
    {
        [new(2026, 5, 1)] = new(Tone.Bad, "Free, a holiday"), [new(2026, 5, 2)] = new(Tone.Neutral, "Free"), [new(2026, 5, 3)] = new(Tone.Neutral, "Free"),
        [new(2026, 5, 16)] = new(Tone.Good, "Worked, in place of 2 January"), [new(2026, 6, 6)] = new(Tone.Neutral, "Free"), [new(2026, 6, 7)] = new(Tone.Neutral, "Free"),
    };
}
