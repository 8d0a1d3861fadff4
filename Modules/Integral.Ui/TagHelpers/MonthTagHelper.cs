using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>A day that stands out in a <c>ui-month</c>.</summary>
/// <param name="Tone">Neutral for one that is only free.</param>
/// <param name="Says">What is read aloud after its number, and shown to whoever points at it.</param>
public sealed record MonthDay(Tone Tone, string Says);

/// <summary>
/// Months side by side, as many as there is room for.
/// <code><![CDATA[<ui-months><ui-month first="@day" days="Model.Days" /></ui-months>]]></code>
/// </summary>
[HtmlTargetElement("ui-months")]
public sealed class MonthsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", "months");
}

/// <summary>A month as a table of weeks from Monday on; days that stand out do so by more than their colour.</summary>
[HtmlTargetElement("ui-month", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MonthTagHelper : UiTag
{
    private const int Week = 7;

    /// <summary>Any day of the month.</summary>
    public required DateOnly First { get; set; }
    public required IReadOnlyDictionary<DateOnly, MonthDay> Days { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (first, names) = (new DateOnly(First.Year, First.Month, 1), CultureInfo.CurrentCulture.DateTimeFormat);
        output.Become("table", "month");
        output.Content.AppendHtml(Markup.Element("caption", null, first.ToString("MMMM yyyy", CultureInfo.CurrentCulture)));
        output.Content.AppendHtml(Markup.Element("thead", null, Markup.Element("tr", null, Weekdays().Select(d =>
            Markup.Element("th", null, names.GetShortestDayName(d)).With("scope", "col").With("abbr", names.GetDayName(d))))));
        output.Content.AppendHtml(Markup.Element("tbody", null, Weeks(first)));
    }

    private static IEnumerable<DayOfWeek> Weekdays() => Enumerable.Range(1, Week).Select(i => (DayOfWeek)(i % Week));

    private IEnumerable<IHtmlContent> Weeks(DateOnly first)
    {
        var monday = first.AddDays(-(((int)first.DayOfWeek + Week - 1) % Week));
        for (var week = monday; week < first.AddMonths(1); week = week.AddDays(Week))
            yield return Markup.Element("tr", null, Enumerable.Range(0, Week).Select(i => week.AddDays(i)).Select(day => day.Month == first.Month ? Cell(day) : new TagBuilder("td")));
    }

    private TagBuilder Cell(DateOnly day)
    {
        var number = day.Day.ToString(CultureInfo.InvariantCulture);
        if (!Days.TryGetValue(day, out var one)) return Markup.Element("td", null, number);
        return Markup.Element("td", $"month-day {Tones.Css(one.Tone)}", number, Markup.Element("span", "visually-hidden", $": {one.Says}")).With("title", one.Says);
    }
}
