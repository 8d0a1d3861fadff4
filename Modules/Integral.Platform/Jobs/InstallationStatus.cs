using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Jobs;

/// <summary>A process that serves the installation.</summary>
/// <param name="IsSilent">It hasn't been heard of for a minute and didn't say good-bye: it was killed, or its machine is gone.</param>
public sealed record NodeStatus(string Name, string Version, DateTime StartedAt, DateTime BeatAt, bool IsSilent, bool IsThis);

/// <summary>Something that the installation does by itself.</summary>
/// <param name="Took">Null while it runs and before its first time.</param>
public sealed record JobStatus(Sentence Title, TimeSpan Every, DateTime? StartedAt, TimeSpan? Took, Sentence? Trouble, DateTime? NextAt);

/// <summary>What waits in one institution, as far as was known last: in its outbox, or to be copied into it.</summary>
/// <param name="AreLetters">For people's e-mails; else for other institutions.</param>
public sealed record SenderStatus(Tenant Tenant, int Waiting, DateTime? Since, Sentence? Trouble, bool AreLetters);

/// <param name="Waiting">Messages of all institutions.</param>
/// <param name="Since">Since when the oldest waits.</param>
/// <param name="Top">Those for whom most waits.</param>
public sealed record OutboxStatus(int Waiting, DateTime? Since, IReadOnlyList<SenderStatus> Top);

/// <param name="Bytes">The whole database; on SQLite the host's file and all institutions'.</param>
public sealed record DatabaseStatus(string Engine, string Version, long Bytes);

/// <summary>How the installation is doing, for its operator.</summary>
public sealed class InstallationStatus
{
    /// <summary>What a browser in the root tenant is told of when something here changes.</summary>
    public const string Topic = "status";

    private const int Top = 10;

    private readonly HostDb host;
    private readonly Catalogue catalogue;
    private readonly HostJobBook book;
    private readonly DatabaseSize database;
    private readonly Heartbeat heart;
    private readonly TenantUpgrades upgrades;

    internal InstallationStatus(HostDb host, Catalogue catalogue, HostJobBook book, DatabaseSize database, Heartbeat heart, TenantUpgrades upgrades) =>
        (this.host, this.catalogue, this.book, this.database, this.heart, this.upgrades) = (host, catalogue, book, database, heart, upgrades);

    /// <summary>Institutions that are out of service until somebody sees to them; each says why.</summary>
    public IReadOnlyList<Tenant> OutOfService => [.. catalogue.All.Where(t => t.State == TenantState.NeedsAttention).OrderBy(t => t.Name, NaturalOrder.Instance)];

    /// <summary>How many institutions' files are still of another version: each is brought up when it is visited, or by and by.</summary>
    public int ToBeUpgraded => upgrades.Pending.Count;

    public Task<IReadOnlyList<NodeStatus>> NodesAsync() => heart.NodesAsync(host);
    public Task<IReadOnlyList<JobStatus>> JobsAsync() => book.ReadAsync(host);

    public async Task<OutboxStatus> OutboxesAsync()
    {
        var waiting = host.DueWork.AsNoTracking().Where(d => (d.Kind == DueWork.Outbox || d.Kind == DueWork.Letters) && (d.Waiting > 0 || d.Trouble != null));
        var top = await waiting.OrderByDescending(d => d.Waiting).ThenBy(d => d.Since).Take(Top).ToListAsync();
        return new(await waiting.SumAsync(d => d.Waiting), await waiting.MinAsync(d => d.Since),
            Shown(top));
    }

    /// <summary>Institutions that couldn't take all that is offered above them; the longest first.</summary>
    public async Task<IReadOnlyList<SenderStatus>> CopiesAsync()
    {
        var waiting = await host.DueWork.AsNoTracking().Where(d => d.Kind == DueWork.Sharing && d.Waiting > 0).OrderBy(d => d.Since).Take(Top).ToListAsync();
        return Shown(waiting);
    }

    private IReadOnlyList<SenderStatus> Shown(IEnumerable<DueWork> found) => [.. found.Select(d => (Due: d, Tenant: catalogue.Of(d.TenantId))).Where(d => d.Tenant is not null)
        .Select(d => new SenderStatus(d.Tenant!, d.Due.Waiting, d.Due.Since, d.Due.Trouble is { } kept ? Sentences.Read(kept) : null, d.Due.Kind == DueWork.Letters))];

    public Task<DatabaseStatus> DatabaseAsync() => database.ReadAsync(host);
}

/// <summary>What is known of the host's jobs: how they went, and when they run next.</summary>
internal sealed class HostJobBook(IEnumerable<IHostJob> jobs, Timetable timetable)
{
    public async Task<IReadOnlyList<JobStatus>> ReadAsync(HostDb host)
    {
        var records = await host.JobRecords.AsNoTracking().ToDictionaryAsync(r => r.Name);
        var found = new List<JobStatus>();
        foreach (var job in jobs)
        {
            var last = records.GetValueOrDefault(job.Name);
            found.Add(new(job.Title, job.Every, last?.StartedAt, last?.EndedAt - last?.StartedAt, last?.Trouble is { } kept ? Sentences.Read(kept) : null, await timetable.NextAsync(job, default)));
        }
        return found;
    }
}

/// <summary>Which engine keeps the data, and how much there is.</summary>
internal sealed class DatabaseSize(Provider provider, DataFolder folder)
{
    public async Task<DatabaseStatus> ReadAsync(HostDb host)
    {
        if (provider == Provider.PostgreSql)
            return new("PostgreSQL", await host.Database.SqlQuery<string>($"SELECT current_setting('server_version') AS \"Value\"").SingleAsync(), await host.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync());
        var files = new DirectoryInfo(folder.Tenants).EnumerateFiles().Concat(new DirectoryInfo(folder.Root).EnumerateFiles("*.db*"));
        return new("SQLite", await host.Database.SqlQuery<string>($"SELECT sqlite_version() AS \"Value\"").SingleAsync(), files.Sum(f => f.Length));
    }
}
