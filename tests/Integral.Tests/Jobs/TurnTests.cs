using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integral.Tests.Jobs;

/// <summary>Whose turn it is, and what becomes of a turn whose process has died.</summary>
public sealed class TurnTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task An_institution_that_floods_the_others_gets_one_turn_as_they_do()
    {
        await district.PassAsync(Agenda.LastLook);
        await district.SendAsync("school-1", "centre", [.. Enumerable.Range(0, 10 * OutboxTurn.AtMost).Select(i => $"flood {i}")]);
        district.Clock.Pass(TimeSpan.FromSeconds(1));
        foreach (var other in new[] { "", "school-2", "centre" }) await district.SendAsync(other, "school-1", $"from {other}");

        for (var turn = 0; turn < 4; turn++) await district.RoundAsync();
        Assert.Equal(["from ", "from centre", "from school-2"], (await district.HeardAsync("school-1")).Where(t => t.StartsWith("from ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(OutboxTurn.AtMost, (await district.HeardAsync("centre")).Count(t => t.StartsWith("flood", StringComparison.Ordinal)));

        await district.AllAsync();
        Assert.Equal(10 * OutboxTurn.AtMost, (await district.HeardAsync("centre")).Count(t => t.StartsWith("flood", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_dead_node_had_taken_another_takes_when_the_lease_has_run_out()
    {
        await district.PassAsync(Agenda.LastLook);
        await district.SendAsync("school-2", "centre", "taken over");
        Assert.Single(await Another().TakeAsync(5, default));        // and dies

        Assert.Equal(0, await district.RoundAsync());
        district.Clock.Pass(Agenda.LeasedFor + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await district.RoundAsync());
        Assert.Contains("taken over", await district.HeardAsync("centre"));
    }

    [Fact]
    public async Task A_node_that_was_taken_for_dead_does_not_let_go_of_what_another_holds()
    {
        await district.PassAsync(Agenda.LastLook);
        await district.SendAsync("school-2", "centre", "held");
        var slow = Another();
        var taken = Assert.Single(await slow.TakeAsync(5, default));
        district.Clock.Pass(Agenda.LeasedFor + TimeSpan.FromSeconds(1));
        var mine = Assert.Single(await district.Agenda.TakeAsync(5, default));
        await slow.LetGoAsync(taken, Left.Nothing);

        Assert.Equal(mine.LeasedBy, await district.InHostAsync(host => host.Set<DueWork>().Where(d => d.TenantId == taken.TenantId).Select(d => d.LeasedBy).SingleAsync()));
        await district.Services.GetRequiredService<Dispatcher>().ServeAsync(mine);
        Assert.Contains("held", await district.HeardAsync("centre"));
    }

    [Fact]
    public async Task Two_nodes_that_take_at_once_never_take_the_same()
    {
        await district.PassAsync(Agenda.LastLook);
        foreach (var sender in new[] { "", "school-1", "school-2", "centre" }) await district.SendAsync(sender, "centre", "shared");
        var nodes = Enumerable.Range(0, 8).Select(_ => Another()).ToList();
        var taken = (await Task.WhenAll(nodes.Select(n => n.TakeAsync(1, default)))).SelectMany(t => t).Select(t => t.TenantId).ToList();

        Assert.Equal(taken.Distinct().Count(), taken.Count);
        Assert.Equal(4, taken.Count + (await district.Agenda.TakeAsync(10, default)).Count);
    }

    [Theory, InlineData(0), InlineData(60)]
    public async Task What_is_sent_during_a_turn_makes_the_sender_due_again(int minutes)
    {
        await district.PassAsync(Agenda.LastLook);
        await district.SendAsync("school-1", "school-2", "before");
        district.Clock.Pass(TimeSpan.FromMinutes(minutes));     // after an hour there is nothing more to look for, and the row would go
        var taken = Assert.Single(await district.Agenda.TakeAsync(5, default));
        var left = await district.Services.GetRequiredService<OutboxTurn>().ServeAsync(district.Tenant("school-1"), default);
        await district.SendAsync("school-1", "school-2", "meanwhile");
        await district.Agenda.LetGoAsync(taken, left);
        await district.AllAsync();

        Assert.Equal(["before", "meanwhile"], (await district.HeardAsync("school-2")).TakeLast(2));
    }

    [Fact]
    public async Task A_server_delivers_by_itself()
    {
        await using var busy = new BusyDistrict();
        await busy.InitializeAsync();
        await busy.SendAsync("school-1", "centre", "quickly");

        await Until.TrueAsync(async () => (await busy.HeardAsync("centre")).Count == 1, "nobody delivered it");
    }

    private Agenda Another() =>
        new(district.Services.GetRequiredService<Databases>(), new Node(district.Clock), district.Clock, NullLogger<Agenda>.Instance);

    private sealed class BusyDistrict : JobDistrict
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [];
    }
}
