using Integral.Platform.Messaging;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Reporting;

/// <summary>
/// The way of figures upward (design §3): a tenant's work says how many there are of something, in the transaction of what it counted, and
/// the installation keeps it by tenant, day, indicator and dimensions. It goes by the tenant's outbox, so it arrives, and in order.
/// </summary>
public sealed class Figures
{
    private readonly Outbox outbox;
    private readonly IExtensions<Indicator> indicators;
    private readonly Current current;
    private readonly TimeProvider clock;

    internal Figures(Outbox outbox, IExtensions<Indicator> indicators, Current current, TimeProvider clock) =>
        (this.outbox, this.indicators, this.current, this.clock) = (outbox, indicators, current, clock);

    /// <summary>The tenant's day.</summary>
    public DateOnly Today => DayIn(current.Tenant, clock);

    /// <summary>Puts a day's count beside what <c>Db</c> is about to save. It replaces the whole count of that indicator and day.</summary>
    /// <exception cref="InvalidOperationException">No feature that is on declares the indicator.</exception>
    public void Report(string indicator, DateOnly day, params IReadOnlyList<Figure> figures)
    {
        if (indicators.All(i => i.Id != indicator)) throw new InvalidOperationException($"Nobody declares the indicator '{indicator}': services.AddScoped<Indicator, …>() at the module's door.");
        outbox.Add(DayCount.Of(indicator, day, clock.GetUtcNow().UtcDateTime, figures));
    }

    /// <summary>The day it is in a tenant, for work that has none of its own yet, such as a recipe.</summary>
    public static DateOnly DayIn(Tenant tenant, TimeProvider clock) =>
        tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime);
}

/// <summary>Takes a tenant's counts out of its outbox into the host's table. Only the tenant's own: nobody counts for another.</summary>
internal sealed class FigureIntake(FigureBook book, Current current) : IReceives<DayCount>
{
    public Task ReceiveAsync(DayCount message, Arrival arrival, CancellationToken cancel) =>
        arrival.SenderId == current.Tenant.Id ? book.WriteAsync(current.Tenant.Id, message, cancel) : Task.CompletedTask;
}
