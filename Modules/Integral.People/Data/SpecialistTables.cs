using Integral.People.Contracts;
using Integral.People.Organisations;
using Integral.People.Specialists;

namespace Integral.People.Data;

internal sealed class SpecialistTables : IEntityTypeConfiguration<Competency>, IEntityTypeConfiguration<Specialist>, IEntityTypeConfiguration<SpecialistSkill>
{
    public void Configure(EntityTypeBuilder<Competency> competency)
    {
        competency.ToTable("competencies");
        competency.Property(c => c.Ru).HasMaxLength(Competency.LongestName);
        competency.Property(c => c.Kk).HasMaxLength(Competency.LongestName);
        competency.Property(c => c.Uk).HasMaxLength(Competency.LongestName);
        competency.Property(c => c.En).HasMaxLength(Competency.LongestName);
        competency.Property(c => c.SortName).HasMaxLength(NameSort.Length);
        competency.Property(c => c.SearchName).HasMaxLength(Competency.LongestName);
        competency.Property(c => c.Version).IsConcurrencyToken();
        competency.HasIndex(c => c.SortName);
        competency.HasIndex(c => c.SearchName).IsUnique().Says(T.Say("There is a competency of that name already."));
    }

    public void Configure(EntityTypeBuilder<Specialist> specialist)
    {
        specialist.ToTable("specialists");
        specialist.Property(s => s.Name).HasMaxLength(Specialist.LongestName);
        specialist.Property(s => s.SortName).HasMaxLength(NameSort.Length);
        specialist.Property(s => s.SearchName).HasMaxLength(Specialist.LongestName);
        specialist.Property(s => s.Post).HasMaxLength(Specialist.LongestPost);
        specialist.Property(s => s.Qualification).HasMaxLength(Specialist.LongestQualification);
        specialist.Property(s => s.Version).IsConcurrencyToken();
        specialist.HasQueryFilter(s => s.DeletedAt == null);
        specialist.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        specialist.HasMany(s => s.Skills).WithOne().HasForeignKey(k => k.SpecialistId).OnDelete(DeleteBehavior.Cascade);
        specialist.Navigation(s => s.Skills).UsePropertyAccessMode(PropertyAccessMode.Field);
        specialist.HasIndex(s => new { s.SortName, s.Id });
        specialist.HasIndex(s => s.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<SpecialistSkill> skill)
    {
        skill.ToTable("specialist_skills");
        skill.HasOne<Competency>().WithMany().HasForeignKey(k => k.CompetencyId).OnDelete(DeleteBehavior.Restrict);
        skill.HasIndex(k => new { k.SpecialistId, k.CompetencyId }).IsUnique().Says(T.Say("A competency is named twice."));
        skill.HasIndex(k => k.CompetencyId);
    }
}

internal static class SpecialistSets
{
    extension(Db db)
    {
        public DbSet<Competency> Competencies => db.Set<Competency>();
        public DbSet<Specialist> Specialists => db.Set<Specialist>();
        public DbSet<SpecialistSkill> SpecialistSkills => db.Set<SpecialistSkill>();
    }
}
