using Integral.Platform.Web;

namespace Integral.Help.Data;

internal sealed class Tables : IEntityTypeConfiguration<Remark>, IEntityTypeConfiguration<RemarkEvent>
{
    public void Configure(EntityTypeBuilder<Remark> remark)
    {
        remark.ToTable("help_remarks");
        remark.Property(r => r.Key).HasMaxLength(FormTickets.KeyLength);
        remark.Property(r => r.Message).HasMaxLength(Remark.LongestMessage);
        remark.Property(r => r.Page).HasMaxLength(Remark.LongestPage);
        remark.Property(r => r.Name).HasMaxLength(Remark.LongestName);
        remark.Property(r => r.Email).HasMaxLength(Remark.LongestEmail);
        remark.Property(r => r.Culture).HasMaxLength(2);
        remark.Property(r => r.Answer).HasMaxLength(Remark.LongestMessage);
        remark.Property(r => r.Version).IsConcurrencyToken();
        remark.HasIndex(r => r.Number).IsUnique();
        remark.HasIndex(r => r.Key).IsUnique();
        remark.HasIndex(r => new { r.Status, r.Number });
        remark.HasMany(r => r.History).WithOne().HasForeignKey(e => e.RemarkId);
    }

    public void Configure(EntityTypeBuilder<RemarkEvent> one)
    {
        one.ToTable("help_remark_events");
        one.Property(e => e.Who).HasMaxLength(Remark.LongestName);
        one.Property(e => e.Text).HasMaxLength(Remark.LongestMessage);
    }
}

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<Remark> Remarks => db.Set<Remark>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<HelpModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<HelpModule>;
