namespace Integral.Platform.Jobs;

/// <summary>Wakes a tenant when something of it is due. Set before the tenant's own commit: waking in vain costs nothing, sleeping on does.</summary>
public sealed class Alarm
{
    private readonly Agenda agenda;

    internal Alarm(Agenda agenda) => this.agenda = agenda;

    /// <param name="tenant">Its id.</param>
    /// <param name="kind">Of an <see cref="IWakes"/>.</param>
    /// <param name="at">UTC. An earlier time that was set before stays.</param>
    public Task SetAsync(Guid tenant, string kind, DateTime at) => agenda.ComeBackAsync(tenant, kind, at);

    /// <summary>After the commit: it is due now. What fails here fails nobody's work, if it was set before.</summary>
    public Task RingAsync(Guid tenant, string kind) => agenda.RingAsync(tenant, kind);
}
