using Integral.Applications.Drafts;
using Integral.Applications.Forms;
using Integral.Applications.Papers;
using Integral.Applications.Ranks;
using Integral.Applications.Staff;
using Integral.Platform.Files;

namespace Integral.Applications.Data;

internal sealed class Tables : IEntityTypeConfiguration<Application>, IEntityTypeConfiguration<ApplicationEvent>, IEntityTypeConfiguration<LastNumber>, IEntityTypeConfiguration<ApplicationList>, IEntityTypeConfiguration<RankRules>, IEntityTypeConfiguration<ApplicationForm>, IEntityTypeConfiguration<Paper>, IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.ToTable("applications");
        application.Ignore(a => a.Who);
        application.Property(a => a.Sent).HasMaxLength(64);
        application.Property(a => a.Key).HasMaxLength(Platform.Web.FormTickets.KeyLength);
        application.Property(a => a.ForKind).HasMaxLength(60);
        application.Property(a => a.ForTitle).HasMaxLength(Application.LongestTitle);
        application.Property(a => a.FamilyName).HasMaxLength(Application.LongestName);
        application.Property(a => a.GivenName).HasMaxLength(Application.LongestName);
        application.Property(a => a.Patronymic).HasMaxLength(Application.LongestName);
        application.Property(a => a.Email).HasMaxLength(Application.LongestEmail);
        application.Property(a => a.Phone).HasMaxLength(Application.LongestPhone);
        application.Property(a => a.SearchName).HasMaxLength(3 * Application.LongestName + 2);
        application.Property(a => a.Message).HasMaxLength(Application.LongestMessage);
        application.Property(a => a.Consent).HasMaxLength(ConsentText.Longest);
        application.Property(a => a.Answers).HasMaxLength(AnswerSheet.LongestKept);
        application.Property(a => a.Culture).HasMaxLength(2);
        application.Property(a => a.Claim).HasMaxLength(3 * Application.LongestName + 20);
        application.Property(a => a.Version).IsConcurrencyToken();
        application.HasOne<People.Contracts.Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        application.Property(a => a.Organisation).HasMaxLength(ApplicationList.LongestName);
        application.HasOne<ApplicationList>().WithMany().HasForeignKey(a => a.ListId).OnDelete(DeleteBehavior.Restrict);
        application.HasMany(a => a.History).WithOne().HasForeignKey(e => e.ApplicationId);
        application.HasIndex(a => a.Number).IsUnique();
        application.HasIndex(a => a.Sent).IsUnique();
        application.HasIndex(a => a.Key).IsUnique();
        application.HasIndex(a => new { a.ForId, a.Claim }).IsUnique().HasFilter("\"Claim\" IS NOT NULL").Says(Application.IsThere, "FamilyName");
        application.HasIndex(a => a.ToBegin).HasFilter("\"ToBegin\" IS NOT NULL");
        application.HasIndex(a => new { a.Status, a.Number });
        application.HasIndex(a => new { a.ForId, a.Number });
        application.HasIndex(a => new { a.AccountId, a.Number });
        application.HasIndex(a => new { a.ListId, a.Number });
        application.HasIndex(a => new { a.SentOn, a.Status });
        application.HasIndex(a => new { a.DecidedOn, a.DecidedAfter }).HasFilter("\"DecidedOn\" IS NOT NULL");
        application.HasIndex(a => new { a.SenderId, a.SentId }).HasFilter("\"SenderId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<ApplicationList> list)
    {
        list.ToTable("application_lists");
        list.Property(l => l.Sent).HasMaxLength(64);
        list.Property(l => l.Key).HasMaxLength(Platform.Web.FormTickets.KeyLength);
        list.Property(l => l.ForTitle).HasMaxLength(Application.LongestTitle);
        list.Property(l => l.Organisation).HasMaxLength(ApplicationList.LongestName);
        list.Property(l => l.Contact).HasMaxLength(ApplicationList.LongestName);
        list.Property(l => l.Email).HasMaxLength(Application.LongestEmail);
        list.Property(l => l.Phone).HasMaxLength(Application.LongestPhone);
        list.Property(l => l.Consent).HasMaxLength(1000);
        list.Property(l => l.Culture).HasMaxLength(2);
        list.HasIndex(l => l.Sent).IsUnique();
        list.HasIndex(l => l.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RankRules> rules)
    {
        rules.ToTable("application_rules");
        rules.Property(r => r.Rules).HasMaxLength(8000);
        rules.Property(r => r.Version).IsConcurrencyToken();
        rules.HasIndex(r => r.ForId).IsUnique().Says(T.Say("Somebody else changed this a moment ago. Look at it again and repeat."));
    }

    public void Configure(EntityTypeBuilder<ApplicationForm> form)
    {
        form.ToTable("application_forms");
        form.Property(f => f.Of).HasMaxLength(ApplicationForm.LongestSubject);
        form.Property(f => f.Title).HasMaxLength(Application.LongestTitle);
        form.Property(f => f.Said).HasMaxLength(AskedForm.LongestForm);
        form.Property(f => f.Version).IsConcurrencyToken();
        form.HasIndex(f => f.Of).IsUnique().Says(T.Say("Somebody else changed this a moment ago. Look at it again and repeat."));
    }

    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.ToTable("application_files");
        paper.Property(p => p.Sent).HasMaxLength(64);
        paper.Property(p => p.Field).HasMaxLength(AskedField.LongestName);
        paper.Property(p => p.Name).HasMaxLength(PaperKinds.LongestName);
        paper.Property(p => p.StoredName).HasMaxLength(40);
        paper.Property(p => p.MediaType).HasMaxLength(100);
        paper.Property(p => p.Hash).HasMaxLength(64);
        paper.HasIndex(p => p.Sent);
        paper.HasIndex(p => p.StoredName);
    }

    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("application_drafts");
        draft.Property(d => d.Token).HasMaxLength(64);
        draft.Property(d => d.ForTitle).HasMaxLength(Application.LongestTitle);
        draft.Property(d => d.Key).HasMaxLength(Platform.Web.FormTickets.KeyLength);
        draft.Property(d => d.Sent).HasMaxLength(64);
        draft.Property(d => d.Body).HasMaxLength(Draft.LongestBody);
        draft.HasIndex(d => d.Sent).IsUnique().Says(T.Say("This is kept under another account. Open the form anew."));
        draft.HasIndex(d => new { d.AccountId, d.SavedAt });
        draft.HasIndex(d => d.Token);
    }

    public void Configure(EntityTypeBuilder<LastNumber> number)
    {
        number.ToTable("application_numbers").HasKey(n => n.Name);
        number.Property(n => n.Name).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<ApplicationEvent> one)
    {
        one.ToTable("application_events");
        one.Property(e => e.Text).HasMaxLength(Application.LongestMessage);
        one.Property(e => e.Who).HasMaxLength(200);
    }
}

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<Application> Applications => db.Set<Application>();
        public DbSet<ApplicationList> ApplicationLists => db.Set<ApplicationList>();
        public DbSet<RankRules> RankRules => db.Set<RankRules>();
        public DbSet<ApplicationForm> ApplicationForms => db.Set<ApplicationForm>();
        public DbSet<Draft> Drafts => db.Set<Draft>();
        public DbSet<Paper> Papers => db.Set<Paper>();
        public DbSet<OfferedOpening> OfferedOpenings => db.Set<OfferedOpening>();
        public DbSet<StaffList> StaffLists => db.Set<StaffList>();
        public DbSet<StaffListed> StaffListed => db.Set<StaffListed>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<ApplicationsModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<ApplicationsModule>;
