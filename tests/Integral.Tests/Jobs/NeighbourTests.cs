using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Tests.Jobs;

/// <summary>A second node on the data of a district, which delivers by itself.</summary>
internal sealed class Neighbour(District district, Refusals refusals, IHostJob? job = null) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(log => log.ClearProviders());
        foreach (var (key, value) in Engine.Settings(district.Database, district.Folder)) if (value is not null) builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton(refusals);
            services.AddScoped<Listener>();
            services.AddReceiver<Said, Listener>(T.Say("Something said"));
            if (job is not null) services.AddSingleton(job);
        });
    }
}

/// <summary>Two nodes on one PostgreSQL.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class NeighbourTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task What_one_node_is_told_another_delivers()
    {
        await using var neighbour = new Neighbour(district, district.Refusals);
        using var started = neighbour.CreateClient();
        await district.SendAsync("school-1", "centre", "over there");        // this node delivers nothing

        await Until.TrueAsync(async () => (await district.HeardAsync("centre")).Contains("over there"), "the neighbour didn't deliver it");
    }

    [Fact]
    public async Task Of_many_messages_and_two_nodes_that_deliver_each_takes_effect_once_and_in_order()
    {
        await using var one = new Neighbour(district, district.Refusals);
        await using var two = new Neighbour(district, district.Refusals);
        using var startedOne = one.CreateClient();
        using var startedTwo = two.CreateClient();
        var senders = new[] { "", "school-1", "school-2" };
        for (var i = 0; i < 20; i++) foreach (var sender in senders) await district.SendAsync(sender, "centre", $"{sender} {i:00}", $"{sender} {i:00} and");

        await Until.TrueAsync(async () => (await district.HeardAsync("centre")).Count(t => t.EndsWith("and", StringComparison.Ordinal)) >= 60, "not all were delivered");
        var heard = await district.HeardAsync("centre");
        foreach (var sender in senders)
            Assert.Equal(Enumerable.Range(0, 20).SelectMany(i => new[] { $"{sender} {i:00}", $"{sender} {i:00} and" }), heard.Where(t => t.StartsWith($"{sender} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_two_nodes_one_runs_a_job_and_both_are_seen()
    {
        await using var one = new NodeDistrict();
        await one.InitializeAsync();
        await using var two = new Neighbour(one, new(), one.Job);
        await Task.WhenAll(Task.Run(() => one.CreateClient().Dispose()), Task.Run(() => two.CreateClient().Dispose()));

        await Until.TrueAsync(() => one.InHostAsync(host => host.Set<JobRecord>().AnyAsync(r => r.Name == one.Job.Name && r.EndedAt != null)), "neither ran it");
        Assert.Equal(1, one.Job.Runs);
        await Until.TrueAsync(async () => await one.InHostAsync(host => host.Set<NodeBeat>().CountAsync()) == 2, "not both nodes are seen");
    }
}
