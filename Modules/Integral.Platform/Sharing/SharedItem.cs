using Integral.Platform.Data;
using Integral.Platform.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integral.Platform.Sharing;

/// <summary>What an institution offers to all that are below it. The row goes when it is withdrawn.</summary>
internal sealed class SharedItem
{
    /// <summary>What it is: <c>content.item</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id where it comes from.</summary>
    public required string RecordId { get; init; }

    /// <summary>Another one with each change.</summary>
    public Guid Edition { get; set; }

    /// <summary>What those below take: JSON.</summary>
    public required string Body { get; set; }
}

/// <summary>A note in the institution that took it, and how that went.</summary>
internal sealed class CopiedItem
{
    /// <summary>The institution above that it comes from.</summary>
    public required Guid OriginId { get; init; }
    public required string Kind { get; init; }
    public required string RecordId { get; init; }

    /// <summary>The edition taken; null while the first hasn't been.</summary>
    public Guid? Edition { get; set; }

    /// <summary>The edition that couldn't be taken; null when the newest was.</summary>
    public Guid? Refused { get; set; }

    /// <summary>Why the newest couldn't be taken, a sentence kept until somebody reads it; null when it was.</summary>
    public string? Trouble { get; set; }

    /// <summary>When it is tried again.</summary>
    public DateTime? WaitsUntil { get; set; }
}

/// <summary>A host row for each institution that has ever offered anything: nobody looks into the others.</summary>
internal sealed class SharedOrigin
{
    public required Guid TenantId { get; init; }
}

internal sealed class SharingTables : IEntityTypeConfiguration<SharedItem>, IEntityTypeConfiguration<CopiedItem>
{
    public void Configure(EntityTypeBuilder<SharedItem> item)
    {
        item.ToTable("shared_items").HasKey(i => new { i.Kind, i.RecordId });
        item.Property(i => i.Kind).HasMaxLength(60);
        item.Property(i => i.RecordId).HasMaxLength(100);
        item.Property(i => i.Edition).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<CopiedItem> item)
    {
        item.IsNotBackedUp().ToTable("copied_items").HasKey(i => new { i.OriginId, i.Kind, i.RecordId });
        item.Property(i => i.OriginId).ValueGeneratedNever();
        item.Property(i => i.Kind).HasMaxLength(60);
        item.Property(i => i.RecordId).HasMaxLength(100);
        item.Property(i => i.Trouble).HasMaxLength(Sentences.MaxLength);
    }
}
