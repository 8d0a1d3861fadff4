using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Data;

internal sealed class DefinitionTables : IEntityTypeConfiguration<WorkflowType>, IEntityTypeConfiguration<WorkflowVersion>
{
    public void Configure(EntityTypeBuilder<WorkflowType> type)
    {
        type.ToTable("workflow_types");
        type.Property(t => t.WorkflowTypeId).HasMaxLength(WorkflowType.LongestId);
        type.Property(t => t.Name).HasMaxLength(WorkflowType.LongestName);
        type.Property(t => t.Start).HasMaxLength(WorkflowType.LongestId);
        type.Property(t => t.Version).IsConcurrencyToken();
        type.HasIndex(t => t.WorkflowTypeId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WorkflowVersion> version)
    {
        version.ToTable("workflow_versions");
        version.Property(v => v.Author).HasMaxLength(CaseTask.LongestName);
        version.HasOne<WorkflowType>().WithMany().HasForeignKey(v => v.TypeId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.TypeId, v.Number }).IsUnique();
    }
}

internal sealed class CaseTables : IEntityTypeConfiguration<WorkflowCase>, IEntityTypeConfiguration<CaseTask>, IEntityTypeConfiguration<TaskRole>, IEntityTypeConfiguration<CaseStep>
{
    public void Configure(EntityTypeBuilder<WorkflowCase> one)
    {
        one.ToTable("workflow_cases");
        one.Ignore(c => c.Subject).Ignore(c => c.Tokens);
        one.Property(c => c.SubjectKind).HasMaxLength(60);
        one.Property(c => c.Title).HasMaxLength(CaseSubject.LongestTitle);
        one.Property(c => c.Note).HasMaxLength(CaseSubject.LongestTitle);
        one.Property(c => c.Version).IsConcurrencyToken();
        one.HasOne<WorkflowVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
        one.HasIndex(c => new { c.SubjectKind, c.SubjectId });
    }

    public void Configure(EntityTypeBuilder<CaseTask> task)
    {
        task.ToTable("workflow_tasks");
        task.Property(t => t.Activity).HasMaxLength(WorkflowType.LongestId);
        task.Property(t => t.Title).HasMaxLength(Node.LongestTitle);
        task.Property(t => t.Actions).HasMaxLength(1000);
        task.Property(t => t.NeedsReason).HasMaxLength(1000);
        task.Property(t => t.ClaimedBy).HasMaxLength(CaseTask.LongestName);
        task.Property(t => t.DecidedBy).HasMaxLength(CaseTask.LongestName);
        task.Property(t => t.Outcome).HasMaxLength(60);
        task.Property(t => t.Reason).HasMaxLength(CaseTask.LongestReason);
        task.Property(t => t.Version).IsConcurrencyToken();
        task.HasOne<WorkflowCase>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Restrict);
        task.HasMany(t => t.Roles).WithOne().HasForeignKey(r => r.TaskId);
        task.HasIndex(t => new { t.IsOpen, t.CreatedAt, t.Id });
        task.HasIndex(t => t.CaseId);
        task.HasIndex(t => new { t.DecidedById, t.DecidedAt });
    }

    public void Configure(EntityTypeBuilder<TaskRole> role)
    {
        role.ToTable("workflow_task_roles");
        role.Property(r => r.Role).HasMaxLength(TaskRole.LongestRole);
        role.HasIndex(r => new { r.TaskId, r.Role }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CaseStep> step)
    {
        step.ToTable("workflow_steps");
        step.Property(s => s.Activity).HasMaxLength(WorkflowType.LongestId);
        step.Property(s => s.Title).HasMaxLength(Node.LongestTitle);
        step.Property(s => s.Outcome).HasMaxLength(60);
        step.Property(s => s.Who).HasMaxLength(CaseTask.LongestName);
        step.Property(s => s.Reason).HasMaxLength(CaseTask.LongestReason);
        step.HasOne<WorkflowCase>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
        step.HasIndex(s => new { s.CaseId, s.Id });
    }
}

internal sealed class WakeTables : IEntityTypeConfiguration<CaseWake>, IEntityTypeConfiguration<TaskLetter>
{
    public void Configure(EntityTypeBuilder<CaseWake> wake)
    {
        wake.ToTable("workflow_wakes");
        wake.HasOne<WorkflowCase>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Restrict);
        wake.HasIndex(w => w.At);
    }

    public void Configure(EntityTypeBuilder<TaskLetter> letter)
    {
        letter.ToTable("workflow_letters");
        letter.HasIndex(l => new { l.AccountId, l.Day }).IsUnique();
        letter.HasIndex(l => l.At);
    }
}

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<WorkflowType> WorkflowTypes => db.Set<WorkflowType>();
        public DbSet<WorkflowVersion> WorkflowVersions => db.Set<WorkflowVersion>();
        public DbSet<WorkflowCase> WorkflowCases => db.Set<WorkflowCase>();
        public DbSet<CaseTask> CaseTasks => db.Set<CaseTask>();
        public DbSet<CaseStep> CaseSteps => db.Set<CaseStep>();
        public DbSet<CaseWake> CaseWakes => db.Set<CaseWake>();
        public DbSet<TaskLetter> TaskLetters => db.Set<TaskLetter>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<WorkflowsModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<WorkflowsModule>;
