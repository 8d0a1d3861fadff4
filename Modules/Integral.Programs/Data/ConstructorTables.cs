using Integral.People.Contracts;
using Integral.Programs.Competencies;

namespace Integral.Programs.Data;

internal sealed class ConstructorTables : IEntityTypeConfiguration<LibraryModule>, IEntityTypeConfiguration<ProgrammeModule>, IEntityTypeConfiguration<LearnerCategory>, IEntityTypeConfiguration<OwnProgramme>, IEntityTypeConfiguration<OwnModule>, IEntityTypeConfiguration<ProgrammeCompetency>
{
    public void Configure(EntityTypeBuilder<LibraryModule> module)
    {
        module.ToTable("library_modules");
        Written(module);
        module.Property(m => m.SortName).HasMaxLength(NameSort.Length);
        module.Property(m => m.SearchText).HasMaxLength(TaughtModule.LongestTitle + TaughtModule.LongestText + TaughtModule.LongestLine + 2);
        module.HasQueryFilter(m => m.DeletedAt == null);
        module.HasIndex(m => new { m.SortName, m.Id });
    }

    public void Configure(EntityTypeBuilder<ProgrammeModule> module)
    {
        module.ToTable("programme_modules");
        Written(module);
        module.HasOne<LibraryModule>().WithMany().HasForeignKey(m => m.LibraryId).OnDelete(DeleteBehavior.Restrict);
        module.HasIndex(m => m.LibraryId);
    }

    public void Configure(EntityTypeBuilder<LearnerCategory> category)
    {
        category.ToTable("learner_categories");
        category.Property(c => c.Name).HasMaxLength(LearnerCategory.LongestName);
        category.Property(c => c.SortName).HasMaxLength(NameSort.Length);
        category.Property(c => c.Version).IsConcurrencyToken();
        category.HasIndex(c => c.Name).IsUnique().Says(LearnerCategory.IsThere, "Name");
    }

    public void Configure(EntityTypeBuilder<OwnProgramme> own)
    {
        own.ToTable("own_programmes");
        own.Property(o => o.Title).HasMaxLength(OwnProgramme.LongestTitle);
        own.Property(o => o.Digest).HasMaxLength(64);
        own.Property(o => o.Version).IsConcurrencyToken();
        own.HasMany(o => o.Modules).WithOne().HasForeignKey(m => m.OwnProgrammeId);
        own.HasOne<Group>().WithMany().HasForeignKey(o => o.GroupId).OnDelete(DeleteBehavior.Restrict);
        own.HasIndex(o => o.Digest).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OwnModule> module)
    {
        module.ToTable("own_programme_modules");
        module.Property(m => m.Title).HasMaxLength(TaughtModule.LongestTitle);
        module.HasOne<LibraryModule>().WithMany().HasForeignKey(m => m.LibraryId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProgrammeCompetency> competency)
    {
        competency.ToTable("programme_competencies");
        competency.HasOne<Competency>().WithMany().HasForeignKey(c => c.CompetencyId).OnDelete(DeleteBehavior.Restrict);
        competency.HasIndex(c => new { c.ProgrammeId, c.CompetencyId }).IsUnique().Says(T.Say("A competency is named twice."));
        competency.HasIndex(c => c.CompetencyId);
    }

    private static void Written<T>(EntityTypeBuilder<T> module) where T : TaughtModule
    {
        module.Property(m => m.Title).HasMaxLength(TaughtModule.LongestTitle);
        module.Property(m => m.Goals).HasMaxLength(TaughtModule.LongestText);
        module.Property(m => m.Contents).HasMaxLength(TaughtModule.LongestText);
        module.Property(m => m.Lecturers).HasMaxLength(TaughtModule.LongestLine);
        module.Property(m => m.Resources).HasMaxLength(TaughtModule.LongestLine);
        module.Property(m => m.Version).IsConcurrencyToken();
    }
}
