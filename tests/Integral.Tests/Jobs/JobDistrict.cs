using System.Collections.Concurrent;
using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Integral.Platform.Settings;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Jobs;

/// <summary>What the tests send. Everyone receives it.</summary>
[Message("tests.said")]
internal sealed record Said(string Text);

/// <summary>What only those receive who have the public site.</summary>
[Message("tests.published")]
internal sealed record Published(string Text);

/// <summary>Writes down in the receiver's database what it is told; refuses what it was told to refuse.</summary>
internal sealed class Listener(Db db, Current current, Refusals refusals) : IReceives<Said>
{
    public const string Notes = "heard";

    public Task ReceiveAsync(Said message, Arrival arrival, CancellationToken cancel) => NoteAsync(message.Text, arrival);

    public async Task NoteAsync(string text, Arrival arrival)
    {
        refusals.Check(text);
        refusals.Tried.Enqueue($"{current.Tenant.Path}: {text}");
        // Read once: its concurrency token then refuses whoever was slower, and their message comes again.
        var row = await db.Set<Setting>().SingleOrDefaultAsync(s => s.Name == Notes);
        if (row is null) db.Add(row = new() { Name = Notes, Value = Json.Write(new Heard([])) });
        row.Value = Json.Write(new Heard([.. Json.Read<Heard>(row.Value)!.Texts, $"{arrival.SenderId}: {text}"]));
        await db.SaveChangesAsync(cancellationToken: default);
    }
}

[Feature("Integral.Content")]
internal sealed class SiteListener(Listener listener) : IReceives<Published>
{
    public Task ReceiveAsync(Published message, Arrival arrival, CancellationToken cancel) => listener.NoteAsync(message.Text, arrival);
}

internal sealed record Heard(IReadOnlyList<string> Texts);

/// <summary>Which texts are refused at present, and which were tried, in order.</summary>
internal sealed class Refusals
{
    public ConcurrentQueue<string> Tried { get; } = new();
    public ConcurrentDictionary<string, bool> Texts { get; } = new();

    public void Check(string text) => Rule.Require(!Texts.ContainsKey(text), T.Say("No '{0}' here.", text));
}

/// <summary>A clock that can be put forward.</summary>
internal sealed class MovingClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    public void Pass(TimeSpan time) => ahead += time;
}

/// <summary>The demo with receivers of the tests' own, where nothing is delivered until a test says so.</summary>
public class JobDistrict : District
{
    internal MovingClock Clock { get; } = new();
    internal Refusals Refusals { get; } = new();

    internal Agenda Agenda => Services.GetRequiredService<Agenda>();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Jobs:AtOnce", "0")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(Refusals);
            services.AddScoped<Listener>();
            services.AddReceiver<Said, Listener>(T.Say("Something said"));
            services.AddReceiver<Published, SiteListener>(T.Say("Something published"));
        });
    }

    /// <summary>Sends one message for each text, in one transaction.</summary>
    internal Task SendAsync(string from, string to, params string[] texts) => SendAsync(from, outbox =>
    {
        foreach (var text in texts) outbox.Add(new Said(text), Tenant(to).Id);
    });

    internal Task SendAsync(string from, Action<Outbox> add) => InTenantAsync(from, services =>
    {
        add(services.GetRequiredService<Outbox>());
        return services.GetRequiredService<Db>().SaveChangesAsync();
    });

    /// <summary>Gives so many tenants a turn.</summary>
    internal async Task<int> RoundAsync(int most = 1)
    {
        var taken = await Agenda.TakeAsync(most, default);
        foreach (var due in taken) await Services.GetRequiredService<Dispatcher>().ServeAsync(due);
        return taken.Count;
    }

    /// <summary>Gives turns until nothing is due.</summary>
    internal virtual async Task AllAsync()
    {
        for (var i = 0; await RoundAsync(10) > 0; i++) Assert.True(i < 1000, "something stays due for ever");
    }

    internal async Task PassAsync(TimeSpan time)
    {
        Clock.Pass(time);
        await Services.GetRequiredService<Heartbeat>().BeatAsync();     // its timer keeps to the real time
        await AllAsync();
    }

    /// <summary>What a tenant has heard, in order, from whomever.</summary>
    internal Task<List<string>> HeardAsync(string tenant) =>
        InDbAsync(tenant, async db => (await db.SettingAsync<Heard>(Listener.Notes) ?? new([])).Texts.Select(t => t[(t.IndexOf(": ", StringComparison.Ordinal) + 2)..]).ToList());

    internal Task<int> WaitingAsync(string tenant) => InDbAsync(tenant, db => db.Set<OutboxMessage>().CountAsync());
}
