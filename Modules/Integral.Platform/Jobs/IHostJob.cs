using Integral.Platform.Localization;

namespace Integral.Platform.Jobs;

/// <summary>Something that the installation does by itself now and then, on one node at a time. A handful: what concerns a tenant is due work.</summary>
internal interface IHostJob
{
    /// <summary>By which it is known from one start to the next.</summary>
    string Name { get; }
    Sentence Title { get; }
    TimeSpan Every { get; }

    /// <summary>At what time of day (UTC) its first time is; null for at once.</summary>
    TimeOnly? At => null;

    Task RunAsync(CancellationToken cancel);
}

/// <summary>How a host job went the last time, for the operator.</summary>
internal sealed class JobRecord
{
    public required string Name { get; init; }
    public DateTime StartedAt { get; set; }

    /// <summary>Null while it runs, and when its process died.</summary>
    public DateTime? EndedAt { get; set; }
    public string? Trouble { get; set; }
}
