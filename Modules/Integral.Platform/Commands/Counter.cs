using System.Globalization;

namespace Integral.Platform.Commands;

/// <summary>Says now and then how far a long verb is.</summary>
internal sealed class Counter(int total, TextWriter output) : IProgress<int>
{
    private const int Often = 50;

    public void Report(int done)
    {
        if (done > 0 && (done % Often == 0 || done == total)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done}/{total}"));
    }
}
