using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Live;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Tests.Jobs;

/// <summary>Long work, looked at from the node on which it doesn't run.</summary>
public sealed class WorksTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    private static readonly SignedIn Who = new(Guid.CreateVersion7(), Guid.Empty, "who", "Who", null, null, new HashSet<string>(), new HashSet<string>());

    [Fact]
    public async Task The_other_node_shows_how_far_it_is_and_what_came_of_it()
    {
        var go = new TaskCompletionSource();
        var work = await StartAsync(async progress =>
        {
            progress.Report(new(40, T.Say("Row {0}", 4)));
            await go.Task;
            return new("~/Admin", [T.Say("Made: {0}", 7)]) { Secret = "the-first-password" };
        });
        await Until.TrueAsync(async () => (await ElsewhereAsync(work.Id)).Step.Percent == 40, "it isn't written down");
        var running = await ElsewhereAsync(work.Id);
        Assert.Equal((WorkState.Running, "Row 4", "typed"), (running.State, running.Step.Says.ToString(), running.InputAs<Typed>()!.Text));

        go.SetResult();
        await Until.TrueAsync(async () => (await ElsewhereAsync(work.Id)).State == WorkState.Done, "it isn't written down");
        var done = (await ElsewhereAsync(work.Id)).Result!;
        Assert.Equal(("~/Admin", "Made: 7", "the-first-password"), (done.Link, Assert.Single(done.Says).ToString(), done.Secret));
        Assert.DoesNotContain("the-first-password", await district.InHostAsync(host => host.Works.Where(w => w.Id == work.Id).Select(w => w.Result + w.Secret + w.Input).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_it_failed_is_told_there_too()
    {
        var work = await StartAsync(_ => throw new RuleException("It can't be done."));
        await Until.TrueAsync(async () => (await ElsewhereAsync(work.Id)).State == WorkState.Failed, "it isn't written down");
        Assert.Equal("It can't be done.", (await ElsewhereAsync(work.Id)).Trouble!.ToString());
    }

    [Fact]
    public async Task Work_of_a_node_that_is_gone_has_failed()
    {
        var work = await StartAsync(async _ => { await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken); return new(null, []); });
        await district.InHostAsync(ForgetNodesAsync);
        Assert.Equal("The server was stopped. Start it again.", (await ElsewhereAsync(work.Id)).Trouble?.ToString());
        await district.Services.GetRequiredService<Heartbeat>().BeatAsync();
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        var work = await StartAsync(_ => Task.FromResult(new WorkResult(null, [])));
        await Assert.ThrowsAsync<NotFoundException>(() => ElsewhereAsync(work.Id, Who with { AccountId = Guid.CreateVersion7() }));
        await Assert.ThrowsAsync<NotFoundException>(() => ElsewhereAsync(work.Id, tenant: "school-2"));
    }

    private static async Task<int> ForgetNodesAsync(HostDb host)
    {
        host.RemoveRange(await host.Nodes.ToListAsync());
        return await host.SaveChangesAsync();
    }

    private Task<Work> StartAsync(Func<IProgress<WorkStep>, Task<WorkResult>> run) =>
        district.Services.GetRequiredService<Works>().StartAsync(In("school-1", Who), T.Say("Work"), (_, progress, _) => run(progress), new Typed("typed"));

    private async Task<Work> ElsewhereAsync(Guid id, SignedIn? who = null, string tenant = "school-1")
    {
        var services = district.Services;
        using var other = new Works(services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, services.GetRequiredService<IHostApplicationLifetime>(), services.GetRequiredService<LiveNews>(),
            services.GetRequiredService<WorkBook>(), services.GetRequiredService<ILogger<Works>>());
        return await other.FindAsync(id, In(tenant, who ?? Who));
    }

    private Current In(string tenant, SignedIn who)
    {
        var current = new Current();
        current.Enter(district.Tenant(tenant));
        current.Enter(who);
        return current;
    }

    private sealed record Typed(string Text);
}
