using Integral.Platform.Localization;

namespace Integral.Platform.Jobs;

/// <summary>Says of work on a table how many of its rows are done.</summary>
public sealed class RowsDone(int all, IProgress<WorkStep> progress) : IProgress<int>
{
    public void Report(int value) => progress.Report(new(all == 0 ? 100 : (int)(100L * value / all), T.Say("{0} of {1} rows", value, all)));
}
