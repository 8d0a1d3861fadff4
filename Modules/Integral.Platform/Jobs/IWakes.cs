namespace Integral.Platform.Jobs;

/// <summary>Something of a module that is to happen in a tenant at a time of its own: a text is published, a deadline has come. Registered as a scoped service.</summary>
public interface IWakes
{
    /// <summary>By which the <see cref="Alarm"/> is set; at most 60 characters, beginning with the module's name.</summary>
    string Kind { get; }

    /// <summary>Does what is due by now. It may be called when nothing is, and again after having been cut short.</summary>
    /// <returns>When the next is due (UTC); null where nothing is planned.</returns>
    Task<DateTime?> WakeAsync(CancellationToken stopping);
}
