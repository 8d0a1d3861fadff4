using Integral.Communication.Contracts;

namespace Integral.Communication.Data;

internal sealed class Tables : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeHabits>, IEntityTypeConfiguration<NoticeChoice>, IEntityTypeConfiguration<NoticeText>, IEntityTypeConfiguration<NoticeLetter>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices");
        notice.Ignore(n => n.Values);
        notice.Property(n => n.Kind).HasMaxLength(NoticeKind.LongestName);
        notice.Property(n => n.About).HasMaxLength(Notice.LongestAbout);
        notice.Property(n => n.Address).HasMaxLength(Notice.LongestAddress);
        notice.Property(n => n.Said).HasMaxLength(Notice.LongestValues);
        notice.HasIndex(n => new { n.AccountId, n.At, n.Id });
        notice.HasIndex(n => new { n.AccountId, n.Id }).HasFilter("\"ReadAt\" IS NULL");
        notice.HasIndex(n => n.WriteAt).HasFilter("\"WriteAt\" IS NOT NULL");
        notice.HasIndex(n => new { n.At, n.Id });
    }

    public void Configure(EntityTypeBuilder<NoticeHabits> habits)
    {
        habits.ToTable("notice_habits");
        habits.Property(h => h.Version).IsConcurrencyToken();
        habits.HasIndex(h => h.AccountId).IsUnique().Says(T.Say("Somebody else changed this a moment ago. Look at it again and repeat."));
    }

    public void Configure(EntityTypeBuilder<NoticeChoice> choice)
    {
        choice.ToTable("notice_choices");
        choice.Property(c => c.Kind).HasMaxLength(NoticeKind.LongestName);
        choice.HasIndex(c => new { c.AccountId, c.Kind }).IsUnique().Says(T.Say("Somebody else changed this a moment ago. Look at it again and repeat."));
    }

    public void Configure(EntityTypeBuilder<NoticeText> text)
    {
        text.ToTable("notice_texts");
        text.Property(t => t.Kind).HasMaxLength(NoticeKind.LongestName);
        text.Property(t => t.Culture).HasMaxLength(2);
        text.Property(t => t.Subject).HasMaxLength(NoticeText.LongestSubject);
        text.Property(t => t.Text).HasMaxLength(NoticeText.LongestText);
        text.Property(t => t.Version).IsConcurrencyToken();
        text.HasIndex(t => new { t.Kind, t.Culture }).IsUnique().Says(T.Say("Somebody else changed this a moment ago. Look at it again and repeat."));
    }

    public void Configure(EntityTypeBuilder<NoticeLetter> letter)
    {
        letter.ToTable("notice_letters");
        letter.Ignore(l => l.Why);
        letter.Property(l => l.Name).HasMaxLength(NoticeLetter.LongestName);
        letter.Property(l => l.Email).HasMaxLength(NoticeLetter.LongestEmail);
        letter.Property(l => l.Subject).HasMaxLength(NoticeLetter.LongestSubject);
        letter.Property(l => l.Trouble).HasMaxLength(NoticeLetter.LongestTrouble);
        letter.HasIndex(l => new { l.CreatedAt, l.Id });
        letter.HasIndex(l => new { l.Stage, l.CreatedAt });
        letter.HasIndex(l => l.LookAt).HasFilter("\"LookAt\" IS NOT NULL");
    }
}

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
        public DbSet<NoticeHabits> NoticeHabits => db.Set<NoticeHabits>();
        public DbSet<NoticeChoice> NoticeChoices => db.Set<NoticeChoice>();
        public DbSet<NoticeText> NoticeTexts => db.Set<NoticeText>();
        public DbSet<NoticeLetter> NoticeLetters => db.Set<NoticeLetter>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<CommunicationModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<CommunicationModule>;
