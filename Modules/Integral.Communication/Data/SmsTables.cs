using Integral.Communication.Contracts;
using Integral.Communication.Sms;

namespace Integral.Communication.Data;

internal sealed class SmsTables : IEntityTypeConfiguration<TextMessage>, IEntityTypeConfiguration<SmsConsent>, IEntityTypeConfiguration<SmsChoice>
{
    public void Configure(EntityTypeBuilder<TextMessage> message)
    {
        message.ToTable("sms_messages");
        message.Ignore(m => m.Why);
        message.Property(m => m.Name).HasMaxLength(TextMessage.LongestName);
        message.Property(m => m.Phone).HasMaxLength(TextMessage.LongestPhone);
        message.Property(m => m.Kind).HasMaxLength(NoticeKind.LongestName);
        message.Property(m => m.About).HasMaxLength(Notice.LongestAbout);
        message.Property(m => m.Text).HasMaxLength(TextMessage.LongestText);
        message.Property(m => m.Trouble).HasMaxLength(TextMessage.LongestTrouble);
        message.HasIndex(m => new { m.CreatedAt, m.Id });
        message.HasIndex(m => new { m.Stage, m.CreatedAt });
        message.HasIndex(m => m.SendAt).HasFilter("\"SendAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<SmsConsent> consent)
    {
        consent.ToTable("sms_consents");
        consent.Property(c => c.Phone).HasMaxLength(TextMessage.LongestPhone);
        consent.HasIndex(c => c.AccountId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SmsChoice> choice)
    {
        choice.ToTable("sms_choices");
        choice.Property(c => c.Kind).HasMaxLength(NoticeKind.LongestName);
        choice.HasIndex(c => new { c.AccountId, c.Kind }).IsUnique();
    }
}

internal static class SmsSets
{
    extension(Db db)
    {
        public DbSet<TextMessage> TextMessages => db.Set<TextMessage>();
        public DbSet<SmsConsent> SmsConsents => db.Set<SmsConsent>();
        public DbSet<SmsChoice> SmsChoices => db.Set<SmsChoice>();
    }
}
