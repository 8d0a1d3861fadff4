using Microsoft.Extensions.Configuration;

namespace Integral.Applications.Papers;

/// <summary>How much an applicant may send: settings of the installation (docs/guide/run.md).</summary>
internal sealed class PaperLimits(IConfiguration configuration)
{
    /// <summary>Of one question, and of one application.</summary>
    public const int MostOfOne = 5, Most = 20;

    /// <summary>How long files are kept with which nothing was sent.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public long Largest { get; } = (long)configuration.GetValue("Integral:Applications:LargestFileMB", 10) << 20;

    public int InAnHour { get; } = configuration.GetValue("Integral:Applications:FilesInAnHourOfAnAddress", 100);
}
