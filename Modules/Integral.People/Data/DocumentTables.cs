using Integral.People.Contracts;
using Integral.People.Documents;
using Integral.Platform.Files;

namespace Integral.People.Data;

internal sealed class DocumentTables : IEntityTypeConfiguration<PersonDocument>
{
    public void Configure(EntityTypeBuilder<PersonDocument> document)
    {
        document.ToTable("person_documents");
        document.Property(d => d.Series).HasMaxLength(PersonDocument.LongestSeries);
        document.Property(d => d.DocumentNumber).HasMaxLength(PersonDocument.LongestNumber);
        document.Property(d => d.IssuedBy).HasMaxLength(PersonDocument.LongestIssuer);
        document.Property(d => d.FileName).HasMaxLength(PaperKinds.LongestName);
        document.Property(d => d.StoredName).HasMaxLength(40);
        document.Property(d => d.MediaType).HasMaxLength(100);
        document.Property(d => d.Hash).HasMaxLength(64);
        document.Property(d => d.Version).IsConcurrencyToken();
        document.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        document.HasIndex(d => d.PersonId);
        document.HasIndex(d => d.StoredName);
    }
}

internal static class DocumentSets
{
    extension(Db db)
    {
        public DbSet<PersonDocument> PersonDocuments => db.Set<PersonDocument>();
    }
}
