using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Platform.Reporting;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Jobs;

/// <summary>The host's tables of what is to be done. Without foreign keys to tenants: what a removed one left is told of before it goes.</summary>
internal static class JobTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<DueWork>(due =>
        {
            due.ToTable("due_work");
            due.HasKey(d => new { d.TenantId, d.Kind });
            due.Property(d => d.Kind).HasMaxLength(60);
            due.Property(d => d.Trouble).HasMaxLength(Sentences.MaxLength);
            due.HasIndex(d => d.DueAt);
        });
        model.Entity<DeadLetter>(letter =>
        {
            letter.ToTable("dead_letters");
            letter.HasKey(l => l.MessageId);
            letter.Property(l => l.Kind).HasMaxLength(100);
            letter.Property(l => l.Reason).HasMaxLength(Sentences.MaxLength);
            letter.HasIndex(l => l.DiedAt);
        });
        model.Entity<PostedLetter>(letter =>
        {
            letter.ToTable("letters");
            letter.HasOne<Tenant>().WithMany().HasForeignKey(l => l.TenantId).OnDelete(DeleteBehavior.Cascade);
            letter.HasIndex(l => new { l.TenantId, l.EndedAt });
            letter.HasIndex(l => l.EndedAt);
        });
        model.Entity<NodeBeat>(node =>
        {
            node.ToTable("nodes");
            node.Property(n => n.Name).HasMaxLength(200);
            node.Property(n => n.Version).HasMaxLength(200);
        });
        model.Entity<JobRecord>(job =>
        {
            job.ToTable("host_jobs");
            job.HasKey(j => j.Name);
            job.Property(j => j.Name).HasMaxLength(60);
            job.Property(j => j.Trouble).HasMaxLength(Sentences.MaxLength);
        });
        model.Entity<WorkRow>(work =>
        {
            work.ToTable("works");
            work.Property(w => w.Title).HasMaxLength(Sentences.MaxLength);
            work.Property(w => w.Says).HasMaxLength(Sentences.MaxLength);
            work.Property(w => w.Trouble).HasMaxLength(Sentences.MaxLength);
            work.HasIndex(w => w.StartedAt);
        });
        model.Entity<FigureRow>(figure =>
        {
            figure.ToTable("figures");
            figure.HasKey(f => new { f.TenantId, f.Indicator, f.Day, f.Dimensions });
            figure.Property(f => f.Indicator).HasMaxLength(100);
            figure.Property(f => f.Dimensions).HasMaxLength(Figure.MaxLength);
            figure.Property(f => f.CountedAt).IsConcurrencyToken();
        });
    }

    extension(HostDb host)
    {
        public DbSet<WorkRow> Works => host.Set<WorkRow>();
        public DbSet<DueWork> DueWork => host.Set<DueWork>();
        public DbSet<PostedLetter> PostedLetters => host.Set<PostedLetter>();
        public DbSet<NodeBeat> Nodes => host.Set<NodeBeat>();
        public DbSet<JobRecord> JobRecords => host.Set<JobRecord>();
        public DbSet<FigureRow> Figures => host.Set<FigureRow>();
        public DbSet<DeadLetter> DeadLetters => host.Set<DeadLetter>();
    }
}
