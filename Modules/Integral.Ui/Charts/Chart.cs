namespace Integral.Ui.Charts;

/// <summary>Figures as <c>ui-chart</c> draws them and tells them. All its words are in the reader's language.</summary>
/// <param name="Of">What stands at the left of a row: the heading of the table's first column.</param>
/// <param name="Series">Of what each row has a figure, at most three.</param>
public sealed record Chart(string Of, IReadOnlyList<string> Series, IReadOnlyList<ChartRow> Rows)
{
    public const int MostSeries = 3;

    /// <summary>The greatest sum of a row.</summary>
    public long MostOfRow => Rows.Max(r => r.Figures.Sum(f => f.Number));

    /// <summary>The greatest figure.</summary>
    public long Most => Rows.Max(r => r.Figures.Max(f => f.Number));
}

/// <param name="Figures">One for each series, in their order.</param>
public sealed record ChartRow(string Label, params IReadOnlyList<ChartFigure> Figures);

/// <param name="Number">Not below nought.</param>
/// <param name="Href">Of what it counts; null where the reader can't open that, or there is no such list.</param>
public sealed record ChartFigure(long Number, string? Href = null);

/// <summary>Bars: a row below the other, its figures one after the other. Course: rows are times from left to right; the first series stands in columns, the second goes over them as a line.</summary>
public enum ChartKind { Bars, Course }
