using Integral.Platform.Audit;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integral.Platform.Data;

/// <summary>The kernel's own tables in every tenant.</summary>
internal sealed class PlatformTables : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSeal>, IEntityTypeConfiguration<Setting>, IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<ReceivedMessage>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.Ignore(e => e.TenantId);
        Common(entry);
        entry.HasIndex(e => new { e.Kind, e.RecordId });
    }

    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("audit_seals");
        Common(seal);
    }

    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("settings");
        setting.HasKey(s => s.Name);
        setting.Property(s => s.Name).HasMaxLength(100);
        // Objects are read, changed and written whole: of two who do so at once, the second is refused.
        setting.Property(s => s.Value).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox_messages");
        message.Property(m => m.Kind).HasMaxLength(100);
        message.Property(m => m.Trouble).HasMaxLength(Sentences.MaxLength);
        message.HasIndex(m => new { m.IsDead, m.Number });
        message.HasIndex(m => m.WaitsUntil);
    }

    public void Configure(EntityTypeBuilder<ReceivedMessage> received)
    {
        received.ToTable("received_messages");
        received.HasKey(r => r.MessageId);
        received.Property(r => r.MessageId).ValueGeneratedNever();
        received.HasIndex(r => r.ReceivedAt);
    }

    /// <summary>What the host's seals share with a tenant's.</summary>
    internal static void Common(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.Property(s => s.Link).HasMaxLength(64);
        seal.HasIndex(s => s.EntryId).IsUnique();
    }

    /// <summary>What the host's audit table shares with a tenant's.</summary>
    internal static void Common(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Who).HasMaxLength(256);
        entry.Property(e => e.From).HasMaxLength(100);
        entry.Property(e => e.Action).HasMaxLength(40);
        entry.Property(e => e.Kind).HasMaxLength(60);
        entry.Property(e => e.RecordId).HasMaxLength(100);
        entry.Property(e => e.Digest).HasMaxLength(64);
    }
}
