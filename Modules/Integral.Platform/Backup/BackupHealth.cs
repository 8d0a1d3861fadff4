using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Backup;

/// <summary>What came of restoring a backup to see whether it can be.</summary>
/// <param name="Trouble">Null: it was restored, and its hash is that of what was backed up.</param>
public sealed record TrialStatus(Tenant Tenant, long Bytes, DateTime At, TimeSpan Took, Sentence? Trouble);

/// <summary>How it stands with backups that are made by themselves, for the operator. Costs no query.</summary>
public sealed class BackupHealth
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(10);

    private readonly BackupPlan plan;
    private readonly TrialBook book;
    private readonly RestoreDrill drill;
    private readonly Catalogue catalogue;
    private readonly TimeProvider clock;

    internal BackupHealth(BackupPlan plan, TrialBook book, RestoreDrill drill, Catalogue catalogue, TimeProvider clock) =>
        (this.plan, this.book, this.drill, this.catalogue, this.clock) = (plan, book, drill, catalogue, clock);

    /// <summary>Null when none are made.</summary>
    public TimeSpan? Every => plan.IsOn ? plan.Every : null;
    public bool HasTrials => plan.HasDrill;

    /// <summary>The last trial of each institution that is still there, the newest first.</summary>
    public IReadOnlyList<TrialStatus> Trials() =>
        [.. book.Read().Select(n => (Note: n, Tenant: catalogue.Of(n.TenantId))).Where(n => n.Tenant is not null).Select(n => Status(n.Note, n.Tenant!))];

    /// <summary>Whether so long ago that a trial must have been missed.</summary>
    public bool IsOverdue(TrialStatus last) => clock.GetUtcNow().UtcDateTime - last.At > plan.DrillEvery + Grace;

    /// <returns>Null if there is no backup that can be tried.</returns>
    public async Task<TrialStatus?> TryNowAsync(CancellationToken cancel) =>
        await drill.TryAsync(cancel) is { } note && catalogue.Of(note.TenantId) is { } tenant ? Status(note, tenant) : null;

    private static TrialStatus Status(TrialNote note, Tenant tenant) => new(tenant, note.Bytes, note.At, note.Took, note.Trouble is { } kept ? Sentences.Read(kept) : null);
}
