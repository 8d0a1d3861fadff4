using System.Globalization;
using Integral.Load.Wire;

namespace Integral.Load;

/// <summary>Prints figures with what they are to be compared with. A figure that misses its line is printed all the same.</summary>
internal sealed class Report(TextWriter to)
{
    /// <summary>A wrong answer or a lost save: worse than slow.</summary>
    public bool HasMistakes { get; private set; }

    public void Title(string text)
    {
        to.WriteLine();
        to.WriteLine($"== {text}");
    }

    public void Say(FormattableString text) => to.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    public void Must(FormattableString figure, bool isMet) => Say($"   {(isMet ? "met " : "MISS")} {figure.ToString(CultureInfo.InvariantCulture)}");

    public void Mistake(FormattableString what)
    {
        HasMistakes = true;
        Say($"   WRONG {what.ToString(CultureInfo.InvariantCulture)}");
    }

    public static string Head => "          req/s   p50 ms   p95 ms   p99 ms  errors | /health/live  ratio  select 1  flushes";

    public void Row(string name, Figures figures, Baseline beside)
    {
        Say($"   {name,-6}{figures.PerSecond,7:N0} {figures.At(.5),8:N2} {figures.At(.95),8:N2} {figures.At(.99),8:N2} {figures.Errors,7} | {beside.Live,12:N0} {figures.PerSecond / beside.Live,6:N2} {beside.Selects,9:N0} {beside.Flushes,8:N0}");
        if (figures.Errors > 0) Mistake($"{figures.Errors} answers: {figures.Complaint}");
    }
}
