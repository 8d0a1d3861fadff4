using Integral.Platform.Jobs;
using Integral.Platform.Security;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>A server that is killed when it has done what a case waited for by the clock.</summary>
[Trait("Speed", "Slow")]
public sealed class WakeKillTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task After_kill_9_a_timer_that_went_on_does_not_go_on_again_and_the_next_one_does()
    {
        var (one, other) = (await BeginAsync(), Guid.Empty);
        await using (var first = await StartAsync())
        {
            await Until.TrueAsync(async () => (await district.OpenAsync(one)).Count == 1, "the timer doesn't go on");
            await first.KillAsync();
        }
        other = await BeginAsync();
        await FreeAsync();
        await using var second = await StartAsync();
        await Until.TrueAsync(async () => (await district.OpenAsync(other)).Count == 1, "the timer doesn't go on after the kill");
        foreach (var subject in new[] { one, other }) Assert.Equal("ApplicationSubmittedEvent=Done TimerEvent=Done", await district.HistoryAsync(subject));
    }

    private Task<Guid> BeginAsync() => district.BeginAsync(Definition([Step("start", Start, isStart: true), Step("wait", "TimerEvent", """{ "Date": "2026-01-01" }"""), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>wait", "wait=Done>check"));

    // What the dead process held is free after two minutes: as if they had passed, and as if it had died before it said that it was done.
    private Task<bool> FreeAsync() => district.InHostAsync(async host =>
    {
        var (centre, now) = (district.Tenant(Centre).Id, district.Clock.GetUtcNow().UtcDateTime);
        await host.WriteAsync(() => host.Set<DueWork>().Where(d => d.TenantId == centre && d.Kind == CaseTimes.Alarm).ExecuteUpdateAsync(d => d.SetProperty(x => x.LeasedUntil, (DateTime?)null).SetProperty(x => x.DueAt, now)));
        return true;
    });

    private Task<HostProcess> StartAsync() => HostProcess.StartAsync(district.Folder,
        [.. Engine.Settings(district.Database, district.Folder).Where(s => s.Value is not null).Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value!))]);
}
