using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Jobs;

/// <summary>Has every institution's modules look for what they have planned, once a week and after an upgrade that brings it: of what was planned before, the host knows nothing.</summary>
internal sealed class WeeklyLook(Catalogue catalogue, Agenda agenda) : IHostJob
{
    public string Name => "planned";
    public Sentence Title => T.Say("Look for what institutions have planned");
    public TimeSpan Every => TimeSpan.FromDays(7);

    public Task RunAsync(CancellationToken cancel) => agenda.AllDueAsync([.. catalogue.All.Where(t => t.State == TenantState.Running).Select(t => t.Id)], DueWork.Planned);
}
