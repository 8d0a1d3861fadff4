namespace Integral.Load.Wire;

/// <summary>What a run came to.</summary>
internal sealed class Figures
{
    private readonly int[] sorted;

    public Figures(IEnumerable<int> microseconds, TimeSpan took, int errors, string? complaint)
    {
        sorted = [.. microseconds.Order()];
        (PerSecond, Errors, Complaint) = (sorted.Length / took.TotalSeconds, errors, complaint);
    }

    public int Count => sorted.Length;
    public double PerSecond { get; }
    public int Errors { get; }
    public string? Complaint { get; }

    /// <summary>Milliseconds under which this share of the answers came.</summary>
    public double At(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] / 1000.0;

}
