using System.Globalization;
using Integral.Platform.Sheets;
using Integral.Ui.Charts;
using Microsoft.AspNetCore.WebUtilities;

namespace Integral.Applications.Control;

/// <summary>A part of the figures under its own heading.</summary>
/// <param name="Label">What is counted.</param>
internal sealed record ControlChart(string Title, string Label, ChartKind Kind, Chart Of);

/// <summary>Figures of applications in the reader's language, each with the list behind it where the reader may open that: as drawings, and as rows of a table.</summary>
internal sealed class ControlCharts(Current current, Texts texts)
{
    public IReadOnlyList<ControlChart> Of(ControlView view) =>
    [
        new(texts["How far they are"], texts["Applications that were sent in this period, by how far they are today"], ChartKind.Bars,
            new(texts["State"], [texts["Applications"]], [.. view.Stages.Select(s => new ChartRow(texts.Say(s.Status.Word()), new ChartFigure(s.Count, List(view.Of.Sent, ("Status", $"{s.Status}")))))])),
        new(texts["Week by week"], texts["Columns: applications that arrived. Dashed line: those that were decided for the first time."], ChartKind.Course,
            new(texts["Week"], [texts["Arrived"], texts["First decisions"]], [.. view.Weeks.Select(w => Row(view.Of, w))])),
        new(texts["Days to the decision"], texts["Working days of the institution from arrival to the first decision, of those that were decided in this period"], ChartKind.Bars,
            new(texts["Working days"], [texts["Applications"]], [.. view.Days.Buckets.Select(b => new ChartRow(Said(b), new ChartFigure(b.Count, List(view.Of.Decided with { DaysFrom = b.From, DaysUntil = b.Until }))))])),
        new(texts["Seats"], texts["Groups for which one could apply in this period and that aren't over, as they are today, whoever has applied"], ChartKind.Bars,
            new(texts["For what"], [texts["Seats taken"], texts["Free seats"], texts["On the waiting list"]], [.. view.Seats.Select(Row)])),
        new(texts["What waits for a decision"], texts["Where applications wait today, whenever they were sent"], ChartKind.Bars,
            new(texts["Step"], [texts["In time"], texts["Late"]], [.. view.Steps.Select(s => new ChartRow(texts[s.Title], new ChartFigure(s.Waiting - s.Late, Inbox(s.Stage, false)), new ChartFigure(s.Late, Inbox(s.Stage, true))))])),
    ];

    /// <summary>All figures, a line for each.</summary>
    public async Task WriteAsync(ControlView view, SheetFormat format, Stream to)
    {
        await using var sheet = SheetWriter.Open(format, to);
        await sheet.RowAsync([texts["Part"], texts["What is counted"], texts["Of which"], texts["Number"]]);
        foreach (var chart in Of(view))
            foreach (var row in chart.Of.Rows)
                for (var n = 0; n < row.Figures.Count; n++) await sheet.RowAsync([chart.Title, row.Label, chart.Of.Series[n], row.Figures[n].Number.ToString(CultureInfo.InvariantCulture)]);
        if (view.Days is not { Median: { } median, Ninetieth: { } ninetieth }) return;
        await sheet.RowAsync([texts["Days to the decision"], texts["Half of them within"], texts["Working days"], median.ToString(CultureInfo.InvariantCulture)]);
        await sheet.RowAsync([texts["Days to the decision"], texts["Nine of ten within"], texts["Working days"], ninetieth.ToString(CultureInfo.InvariantCulture)]);
    }

    private ChartRow Row(ControlFilter of, ControlWeek week) => new(week.From == week.Until ? Said(week.From) : $"{Said(week.From)} – {Said(week.Until)}",
        new ChartFigure(week.Arrived, List(of.Whose with { From = week.From, Until = week.Until })), new ChartFigure(week.Decided, List(of.Whose with { DecidedFrom = week.From, DecidedUntil = week.Until })));

    private ChartRow Row(ControlSeats one) => new(one.Title,
        new ChartFigure(one.Taken, Group(one.GroupId)), new ChartFigure(one.Free), new ChartFigure(one.Waiting, List(new(), ("For", $"{one.Id}"), ("Status", $"{ApplicationStatus.Waiting}"))));

    private string Said(DaysBucket bucket) => bucket.IsOneDay ? $"{bucket.From}" : bucket.Until is { } until ? $"{bucket.From}–{until}" : texts["{0} and more", bucket.From];

    private string? List(Narrowing narrow, params IEnumerable<(string Name, string Value)> more) => !current.Can(ApplicationsModule.View) ? null
        : QueryHelpers.AddQueryString($"{current.Base}/Admin/Applications", narrow.ToValues().Concat(more.Select(m => KeyValuePair.Create(m.Name, m.Value))).Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)));

    private string? Group(Guid group) => current.Can(People.PeopleModule.ViewGroups) ? $"{current.Base}/Admin/Groups/Show/{group}" : null;

    // A step that isn't the reader's own has nothing in their inbox.
    private string? Inbox(Guid stage, bool isLate) => !current.Can(Workflows.WorkflowsModule.Work) ? null : $"{current.Base}/Admin/Inbox?Stage={stage}{(isLate ? "&Due=Late" : "")}";

    private static string Said(DateOnly day) => day.ToString("d MMM", CultureInfo.CurrentCulture);
}
