using Integral.Workflows.Calls;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;
using Integral.Workflows.Inbox;

namespace Integral.Workflows.Data;

internal sealed class DefinitionTables : IEntityTypeConfiguration<WorkflowType>, IEntityTypeConfiguration<WorkflowVersion>, IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<WorkflowType> type)
    {
        type.ToTable("workflow_types");
        type.Property(t => t.WorkflowTypeId).HasMaxLength(WorkflowType.LongestId);
        type.Property(t => t.Name).HasMaxLength(WorkflowType.LongestName);
        type.Property(t => t.Start).HasMaxLength(WorkflowType.LongestId);
        type.Property(t => t.Version).IsConcurrencyToken();
        type.HasIndex(t => t.WorkflowTypeId).IsUnique().Says(T.Say("Somebody else has just made a workflow of this name. Save yours again."));
    }

    public void Configure(EntityTypeBuilder<WorkflowVersion> version)
    {
        version.ToTable("workflow_versions");
        version.Property(v => v.Author).HasMaxLength(CaseTask.LongestName);
        version.HasOne<WorkflowType>().WithMany().HasForeignKey(v => v.TypeId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.TypeId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Stage> stage)
    {
        stage.ToTable("workflow_stages");
        stage.Ignore(s => s.Roles).Ignore(s => s.People).Ignore(s => s.Groups);
        stage.Property(s => s.Activity).HasMaxLength(WorkflowType.LongestId);
        stage.Property(s => s.Title).HasMaxLength(Node.LongestTitle);
        stage.Property(s => s.RoleNames).HasMaxLength(Stage.LongestNames);
        stage.HasOne<WorkflowType>().WithMany().HasForeignKey(s => s.TypeId).OnDelete(DeleteBehavior.Restrict);
        stage.HasIndex(s => new { s.TypeId, s.Activity, s.Title, s.RoleNames }).IsUnique();
    }
}

internal sealed class CaseTables : IEntityTypeConfiguration<WorkflowCase>, IEntityTypeConfiguration<CaseTask>, IEntityTypeConfiguration<CaseStep>, IEntityTypeConfiguration<Follower>, IEntityTypeConfiguration<SavedView>
{
    private const string Open = "\"IsOpen\"";

    public void Configure(EntityTypeBuilder<WorkflowCase> one)
    {
        one.ToTable("workflow_cases");
        one.Ignore(c => c.Subject).Ignore(c => c.Tokens).Ignore(c => c.Search);
        one.Property(c => c.SubjectKind).HasMaxLength(60);
        one.Property(c => c.Title).HasMaxLength(CaseSubject.LongestTitle);
        one.Property(c => c.Note).HasMaxLength(CaseSubject.LongestTitle);
        one.Property(c => c.Decided).HasMaxLength(60);
        one.Property(c => c.Version).IsConcurrencyToken();
        one.HasOne<WorkflowVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
        one.HasIndex(c => new { c.SubjectKind, c.SubjectId });
        one.HasOne<WorkflowCase>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseTask> task)
    {
        task.ToTable("workflow_tasks");
        task.Ignore(t => t.Fields);
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
        task.Property(t => t.Search).HasMaxLength(CaseTask.LongestSearch);
        task.HasOne<Stage>().WithMany().HasForeignKey(t => t.StageId).OnDelete(DeleteBehavior.Restrict);
        // The inbox is read stage by stage, in each of its orders.
        task.HasIndex(t => new { t.StageId, t.CreatedAt, t.Id }).HasFilter(Open).HasDatabaseName("IX_workflow_tasks_open_by_age");
        task.HasIndex(t => new { t.StageId, t.Deadline, t.Id }).HasFilter(Open).HasDatabaseName("IX_workflow_tasks_open_by_deadline");
        task.HasIndex(t => new { t.StageId, t.Search, t.Id }).HasFilter(Open).HasDatabaseName("IX_workflow_tasks_open_by_name");
        task.HasIndex(t => t.ClaimedById).HasFilter(Open).HasDatabaseName("IX_workflow_tasks_open_of");
        task.HasIndex(t => t.CaseId);
        task.HasIndex(t => t.DecidedWith);
        task.HasIndex(t => new { t.DecidedById, t.DecidedAt });
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
        step.HasIndex(s => new { s.CaseId, s.Number }).IsUnique();
        step.HasOne<CaseTask>().WithMany().HasForeignKey(s => s.TaskId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Follower> follower)
    {
        follower.ToTable("workflow_followers");
        follower.HasOne<WorkflowCase>().WithMany().HasForeignKey(f => f.CaseId);
        follower.HasIndex(f => new { f.CaseId, f.AccountId }).IsUnique();
        follower.HasIndex(f => new { f.AccountId, f.Id });
    }

    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("workflow_inbox_views");
        view.Ignore(v => v.Wanted);
        view.Property(v => v.Name).HasMaxLength(SavedView.LongestName);
        view.HasIndex(v => new { v.AccountId, v.Name }).IsUnique();
    }
}

internal sealed class WakeTables : IEntityTypeConfiguration<CaseWake>, IEntityTypeConfiguration<TaskLetter>, IEntityTypeConfiguration<PlannedStart>
{
    public void Configure(EntityTypeBuilder<CaseWake> wake)
    {
        wake.ToTable("workflow_wakes");
        wake.HasOne<WorkflowCase>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Restrict);
        wake.HasIndex(w => w.At);
    }

    public void Configure(EntityTypeBuilder<PlannedStart> start)
    {
        start.ToTable("workflow_starts");
        start.HasOne<WorkflowType>().WithMany().HasForeignKey(s => s.TypeId).OnDelete(DeleteBehavior.Restrict);
        start.HasIndex(s => s.TypeId).IsUnique();
        start.HasIndex(s => s.At);
    }

    public void Configure(EntityTypeBuilder<TaskLetter> letter)
    {
        letter.ToTable("workflow_letters");
        letter.HasIndex(l => new { l.AccountId, l.Day }).IsUnique();
        letter.HasIndex(l => l.At);
    }
}

internal sealed class CallTables : IEntityTypeConfiguration<WebhookCall>, IEntityTypeConfiguration<CallSecret>
{
    public void Configure(EntityTypeBuilder<WebhookCall> call)
    {
        call.ToTable("workflow_calls");
        call.Ignore(c => c.Why);
        call.Property(c => c.Step).HasMaxLength(Node.LongestTitle);
        call.Property(c => c.Address).HasMaxLength(WebhookCall.LongestAddress);
        call.Property(c => c.Body).HasMaxLength(WebhookCall.LongestBody);
        call.Property(c => c.Trouble).HasMaxLength(WebhookCall.LongestTrouble);
        call.HasOne<WorkflowCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        call.HasIndex(c => c.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        call.HasIndex(c => c.EndedAt);
    }

    public void Configure(EntityTypeBuilder<CallSecret> secret) => secret.IsNotBackedUp().ToTable("workflow_call_secrets").Property(s => s.Secret).HasMaxLength(100);
}

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<WorkflowType> WorkflowTypes => db.Set<WorkflowType>();
        public DbSet<WorkflowVersion> WorkflowVersions => db.Set<WorkflowVersion>();
        public DbSet<WorkflowCase> WorkflowCases => db.Set<WorkflowCase>();
        public DbSet<Stage> Stages => db.Set<Stage>();
        public DbSet<CaseTask> CaseTasks => db.Set<CaseTask>();
        public DbSet<Follower> Followers => db.Set<Follower>();
        public DbSet<SavedView> SavedViews => db.Set<SavedView>();
        public DbSet<CaseStep> CaseSteps => db.Set<CaseStep>();
        public DbSet<CaseWake> CaseWakes => db.Set<CaseWake>();
        public DbSet<PlannedStart> PlannedStarts => db.Set<PlannedStart>();
        public DbSet<TaskLetter> TaskLetters => db.Set<TaskLetter>();
        public DbSet<WebhookCall> WebhookCalls => db.Set<WebhookCall>();
        public DbSet<CallSecret> CallSecrets => db.Set<CallSecret>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<WorkflowsModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<WorkflowsModule>;
