using Integral.Programs.Versions;

namespace Integral.Programs.Data;

internal sealed class Tables : IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<ProgrammeVersion>, IEntityTypeConfiguration<Recruitment>
{
    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.ToTable("programmes");
        programme.Property(p => p.Slug).HasMaxLength(Programme.LongestSlug);
        programme.Property(p => p.Name).HasMaxLength(Programme.LongestName);
        programme.Property(p => p.SortName).HasMaxLength(NameSort.Length);
        programme.Property(p => p.SearchText).HasMaxLength(Programme.LongestName + Programme.LongestSummary + Programme.LongestAudience + 2);
        programme.Property(p => p.Summary).HasMaxLength(Programme.LongestSummary);
        programme.Property(p => p.Text).HasMaxLength(Programme.LongestText);
        programme.Property(p => p.Audience).HasMaxLength(Programme.LongestAudience);
        programme.Property(p => p.Document).HasMaxLength(Programme.LongestAudience);
        programme.Property(p => p.Goals).HasMaxLength(Programme.LongestGoals);
        programme.Property(p => p.Results).HasMaxLength(Programme.LongestGoals);
        programme.Property(p => p.SentBy).HasMaxLength(ProgrammeVersion.LongestAuthor);
        programme.Property(p => p.Version).IsConcurrencyToken();
        programme.HasMany(p => p.Recruitments).WithOne().HasForeignKey(r => r.ProgrammeId);
        // From the draft's side: said from the other, the programme would be taken for the draft of its draft.
        programme.HasOne<Programme>().WithOne(p => p.Draft).HasForeignKey<Programme>(p => p.DraftOfId).OnDelete(DeleteBehavior.Restrict);
        programme.HasMany(p => p.Modules).WithOne().HasForeignKey(m => m.ProgrammeId);
        programme.HasMany(p => p.Competencies).WithOne().HasForeignKey(c => c.ProgrammeId);
        programme.HasOne<LearnerCategory>().WithMany().HasForeignKey(p => p.CategoryId).OnDelete(DeleteBehavior.Restrict);
        programme.HasIndex(p => p.Slug).IsUnique();
        programme.HasIndex(p => p.DraftOfId).IsUnique().Says(Programme.IsBeingWritten);
        programme.HasIndex(p => new { p.SortName, p.Id });
    }

    public void Configure(EntityTypeBuilder<ProgrammeVersion> version)
    {
        version.ToTable("programme_versions");
        version.Property(v => v.Author).HasMaxLength(ProgrammeVersion.LongestAuthor);
        version.HasOne<Programme>().WithMany().HasForeignKey(v => v.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.ProgrammeId, v.Number }).IsUnique().Says(T.Say("Somebody else changed this a moment ago. Look at it again and repeat."));
    }

    public void Configure(EntityTypeBuilder<Recruitment> recruitment)
    {
        recruitment.ToTable("programme_recruitments");
        recruitment.Property(r => r.Version).IsConcurrencyToken();
        recruitment.HasOne<People.Contracts.Group>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        recruitment.HasIndex(r => r.GroupId).IsUnique().Says(T.Say("Applications are taken for this group already."), "GroupId");
    }
}

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<Programme> Programmes => db.Set<Programme>();
        public DbSet<ProgrammeVersion> ProgrammeVersions => db.Set<ProgrammeVersion>();
        public DbSet<Recruitment> Recruitments => db.Set<Recruitment>();
        public DbSet<LibraryModule> LibraryModules => db.Set<LibraryModule>();
        public DbSet<LearnerCategory> LearnerCategories => db.Set<LearnerCategory>();
        public DbSet<Requests.ProgrammeRequest> ProgrammeRequests => db.Set<Requests.ProgrammeRequest>();
        public DbSet<OwnProgramme> OwnProgrammes => db.Set<OwnProgramme>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<ProgramsModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<ProgramsModule>;
