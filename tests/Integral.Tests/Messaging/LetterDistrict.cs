using System.Collections.Concurrent;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Messaging;

/// <summary>A mail server that does what a test tells it to. A real one refuses nothing and is never gone when it should be.</summary>
internal sealed class FakePost : IPost
{
    public ConcurrentQueue<Letter> Sent { get; } = new();
    public ConcurrentDictionary<string, Exception> Refuses { get; } = new();
    public bool IsGone { get; set; }
    public TimeSpan Takes { get; set; }

    /// <summary>How many it was given.</summary>
    public int Begun => begun;

    private int begun;

    public bool IsOn => true;

    public async Task SendAsync(Letter letter, Guid id, CancellationToken cancel)
    {
        var takes = Takes;
        Interlocked.Increment(ref begun);
        await Task.Delay(takes, cancel);
        if (IsGone) throw new UnreachableException(new IOException("No route to host"));
        if (Refuses.TryGetValue(letter.To, out var refused)) throw refused;
        Sent.Enqueue(letter);
    }
}

/// <summary>Letters are sent when a test says so.</summary>
public class LetterDistrict : JobDistrict
{
    internal FakePost Post { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [.. base.Settings, new("Integral:Mail:InAnHourOfATenant", "25"), new("Integral:PublicUrl", "http://localhost")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IPost>(Post));
    }

    /// <summary>Also what a turn has only just put among the letters: that there is one is told a moment after its save, and who came before that found nothing due.</summary>
    internal override async Task AllAsync()
    {
        await base.AllAsync();
        await Until.TrueAsync(() => InHostAsync(async host =>
        {
            var told = await host.DueWork.AsNoTracking().Where(d => d.Kind == DueWork.Letters).ToDictionaryAsync(d => d.TenantId, d => d.Waiting);
            var there = await host.PostedLetters.Where(l => l.EndedAt == null && !l.IsDead).GroupBy(l => l.TenantId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
            return there.TrueForAll(t => told.GetValueOrDefault(t.Key) >= t.Count);
        }), "nobody is told of a letter");
        await base.AllAsync();
    }

    internal IEnumerable<string> SentTo => Post.Sent.Select(l => l.To);

    /// <summary>Letters that a save of the host's causes in a tenant's name.</summary>
    internal async Task WriteAsync(string tenant, DateTime? expiresAt, params string[] to)
    {
        await InTenantAsync(tenant, services =>
        {
            var host = services.GetRequiredService<HostDb>();
            foreach (var address in to) services.GetRequiredService<Letters>().Add(host, Tenant(tenant).Id, new(address, "Subject", "with a link", expiresAt));
            return host.SaveChangesAsync();
        });
        await Until.TrueAsync(() => InHostAsync(host => { var due = host.DueWork; return due.AnyAsync(d => d.TenantId == Tenant(tenant).Id && d.Kind == DueWork.Letters && d.Waiting > 0); }), "nobody is told of them");
    }

    internal Task<List<PostedLetter>> RowsAsync(string tenant) => InHostAsync(host => host.Set<PostedLetter>().AsNoTracking().Where(l => l.TenantId == Tenant(tenant).Id).OrderBy(l => l.CreatedAt).ToListAsync());
}
