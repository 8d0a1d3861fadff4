using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Audit;

/// <summary>How a trail was found.</summary>
/// <param name="Sealed">How many links its chain has.</param>
/// <param name="Head">The last link; empty where there is none. Kept elsewhere, it tells later whether the end of the trail was cut off.</param>
/// <param name="Erased">Entries whose payload the retention rule has erased.</param>
/// <param name="Faults">At most <see cref="AuditCheck.ToldAtMost"/> of what is changed, missing or unsealed.</param>
internal sealed record CheckedTrail(long Sealed, string Head, long Erased, long FaultCount, IReadOnlyList<Sentence> Faults);

/// <summary>Reads trails from end to end, a thousand entries at a time, and compares them with their seals.</summary>
internal sealed class AuditCheck(Databases databases, TenantUpgrades upgrades, TimeProvider clock)
{
    public const int ToldAtMost = 20;
    private const int AtOnce = 1000;

    // The sealer comes within a second; what is younger than this isn't told of.
    private static readonly TimeSpan SealedBy = TimeSpan.FromMinutes(1);

    public async Task<CheckedTrail> HostAsync(CancellationToken cancel)
    {
        await using var host = databases.OpenHost("audit verify", clock);
        return await CheckAsync(host, cancel);
    }

    public async Task<CheckedTrail> OfAsync(Tenant tenant, CancellationToken cancel)
    {
        tenant = await upgrades.RequireAsync(tenant);
        await using var db = databases.Open(tenant, () => new(null, "audit verify", "audit verify", tenant.Id, clock));
        return await CheckAsync(db, cancel);
    }

    private async Task<CheckedTrail> CheckAsync(DbContext db, CancellationToken cancel)
    {
        var (found, last, erased) = (new Findings(), default(AuditSeal), 0L);
        while (true)
        {
            var after = last?.Number ?? 0;
            var links = await db.Set<AuditSeal>().AsNoTracking().Where(s => s.Number > after).OrderBy(s => s.Number).Take(AtOnce)
                .GroupJoin(db.Set<AuditEntry>().AsNoTracking(), s => s.EntryId, e => e.Id, (s, e) => new { Seal = s, Entries = e })
                .SelectMany(x => x.Entries.DefaultIfEmpty(), (x, e) => new { x.Seal, Entry = e }).OrderBy(x => x.Seal.Number).ToListAsync(cancel);
            foreach (var link in links)
            {
                if (link.Seal.Number != (last?.Number ?? 0) + 1) found.Add(T.Say("The links {0} to {1} are missing.", (last?.Number ?? 0) + 1, link.Seal.Number - 1));
                else Compare(link.Seal, link.Entry, last, found);
                if (link.Entry is { Payload: null }) erased++;
                last = link.Seal;
            }
            if (links.Count < AtOnce) break;
        }
        await UnsealedAsync(db, found, cancel);
        return new(last?.Number ?? 0, last?.Link ?? "", erased, found.Count, found.Told);
    }

    private static void Compare(AuditSeal seal, AuditEntry? entry, AuditSeal? before, Findings found)
    {
        if (entry is null) found.Add(T.Say("Link {0}: the entry {1} is missing.", seal.Number, seal.EntryId));
        else if (entry.Payload is { } payload && Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload))) != entry.Digest)
            found.Add(T.Say("Link {0}: what the entry {1} says was changed.", seal.Number, entry.Id));
        else if (AuditSeal.LinkOf(entry, before?.Link) != seal.Link) found.Add(T.Say("Link {0}: the entry {1} or its link was changed.", seal.Number, entry.Id));
    }

    private async Task UnsealedAsync(DbContext db, Findings found, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - SealedBy;
        var unsealed = db.Set<AuditEntry>().Where(e => e.At < before && !db.Set<AuditSeal>().Any(s => s.EntryId == e.Id));
        foreach (var id in await unsealed.OrderBy(e => e.Id).Select(e => e.Id).Take(ToldAtMost).ToListAsync(cancel)) found.Add(T.Say("The entry {0} isn't sealed.", id));
        if (found.Count >= ToldAtMost) found.Count += Math.Max(0, await unsealed.LongCountAsync(cancel) - ToldAtMost);
    }

    private sealed class Findings
    {
        private readonly List<Sentence> told = [];

        public long Count { get; set; }
        public IReadOnlyList<Sentence> Told => told;

        public void Add(Sentence sentence)
        {
            Count++;
            if (told.Count < ToldAtMost) told.Add(sentence);
        }
    }
}
