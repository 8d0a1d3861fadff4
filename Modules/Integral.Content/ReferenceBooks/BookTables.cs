namespace Integral.Content.ReferenceBooks;

internal sealed class BookTables : IEntityTypeConfiguration<ReferenceBook>, IEntityTypeConfiguration<ReferenceTerm>
{
    public void Configure(EntityTypeBuilder<ReferenceBook> book)
    {
        book.ToTable("content_books").Ignore(b => b.Called).Ignore(b => b.IsOwn);
        book.Property(b => b.BookId).HasMaxLength(26);
        book.Property(b => b.Code).HasMaxLength(ReferenceBook.LongestCode);
        book.Property(b => b.Description).HasMaxLength(ReferenceBook.LongestDescription);
        book.Property(b => b.Version).IsConcurrencyToken();
        book.HasIndex(b => b.BookId).IsUnique().Says(T.Say("There is a reference book with this id already."));
        book.HasIndex(b => b.Code).IsUnique().Says(T.Say("There is a reference book with this code already."), "Code");
    }

    // Copies from above are backed up too: own terms may stand below them. No key leads from a term to the one above it: a backup's rows come back in the
    // order of their ids, and a term may have been moved below a newer one.
    public void Configure(EntityTypeBuilder<ReferenceTerm> term)
    {
        term.ToTable("content_terms").Ignore(t => t.Called).Ignore(t => t.IsOwn);
        term.Property(t => t.TermId).HasMaxLength(26);
        term.Property(t => t.Code).HasMaxLength(ReferenceTerm.LongestCode);
        term.Property(t => t.Version).IsConcurrencyToken();
        term.HasIndex(t => t.TermId).IsUnique().Says(T.Say("There is a term with this id already."));
        term.HasIndex(t => new { t.BookId, t.Code }).IsUnique().Says(T.Say("There is a term with this code already."), "Code");
        term.HasOne<ReferenceBook>().WithMany().HasForeignKey(t => t.BookId).OnDelete(DeleteBehavior.Cascade);
    }
}
