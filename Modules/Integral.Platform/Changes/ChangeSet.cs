using Integral.Platform.Data;
using Integral.Platform.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integral.Platform.Changes;

/// <summary>A mass action: everything that it changed can be put back for a day, by whoever did it (design §3).</summary>
public sealed class ChangeSet
{
    /// <summary>For how long it can be undone. What its rows held before is erased afterwards.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The sentence that says what was done, kept until somebody reads it.</summary>
    public required string Title { get; init; }

    /// <summary>What one must still be allowed to do to undo it: the permission with which it was done.</summary>
    public required string Permission { get; init; }

    /// <summary>The account that did it; null for a verb or a job.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Its login or name at that time.</summary>
    public required string Who { get; init; }
    public required DateTime At { get; init; }
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Who undid it.</summary>
    public string? UndoneBy { get; private set; }

    /// <summary>The tenant in which it was done.</summary>
    public required Guid MadeIn { get; init; }

    public Sentence Says => Sentences.Read(Title);

    internal static ChangeSet Of(Audit.Trail trail, Guid tenant, Sentence title, string permission) => new()
    {
        Title = Sentences.Keep(title), Permission = permission, AccountId = trail.AccountId, Who = trail.Who, At = trail.Now, MadeIn = tenant,
    };

    internal bool IsOverAt(DateTime now) => now >= At + Kept;
    internal void Undo(string who, DateTime at) => (UndoneBy, UndoneAt) = (who, at);
}

/// <summary>What one row was before a mass action touched it, and how to tell that nobody has touched it since.</summary>
internal abstract class RecordedChange
{
    public required Guid ChangeSetId { get; init; }

    /// <summary>Rises with each record of a set.</summary>
    public required int Number { get; init; }

    /// <summary>The entity's name in the model.</summary>
    public required string Entity { get; init; }

    /// <summary>JSON of the key's values.</summary>
    public required string Key { get; init; }

    /// <summary>JSON of its values before, without the secret ones; null if there was no such row.</summary>
    public string? Before { get; init; }

    /// <summary>SHA-256 of its values after; null if the row was deleted.</summary>
    public string? After { get; init; }
}

/// <summary>Of a row in the tenant's database.</summary>
internal sealed class ChangeRecord : RecordedChange;

/// <summary>Of a row in the host's.</summary>
internal sealed class HostChangeRecord : RecordedChange
{
    public required Guid TenantId { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class ChangeTables : IEntityTypeConfiguration<ChangeSet>, IEntityTypeConfiguration<ChangeRecord>
{
    public void Configure(EntityTypeBuilder<ChangeSet> set)
    {
        set.IsNotBackedUp().ToTable("change_sets");
        set.Ignore(s => s.Says);
        set.Property(s => s.Title).HasMaxLength(Sentences.MaxLength);
        set.Property(s => s.Permission).HasMaxLength(100);
        set.Property(s => s.Who).HasMaxLength(256);
        set.Property(s => s.UndoneBy).HasMaxLength(256);
        set.HasIndex(s => s.At);
    }

    public void Configure(EntityTypeBuilder<ChangeRecord> record)
    {
        record.IsNotBackedUp().ToTable("change_records");
        Common(record);
        record.HasOne<ChangeSet>().WithMany().HasForeignKey(r => r.ChangeSetId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>What the host's records share with a tenant's.</summary>
    internal static void Common<T>(EntityTypeBuilder<T> record) where T : RecordedChange
    {
        record.HasKey(r => new { r.ChangeSetId, r.Number });
        record.Property(r => r.Entity).HasMaxLength(200);
        record.Property(r => r.Key).HasMaxLength(400);
        record.Property(r => r.After).HasMaxLength(64);
    }
}
