using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integral.Platform.Search;

/// <summary>The index of a tenant. It comes of its records again wherever they are restored; only what people say of words is kept.</summary>
internal sealed class SearchTables : IEntityTypeConfiguration<SearchDocument>, IEntityTypeConfiguration<SearchPosting>, IEntityTypeConfiguration<SearchWord>, IEntityTypeConfiguration<SearchSynonyms>,
    IEntityTypeConfiguration<SearchCheck>
{
    /// <summary>The index of what questions are narrowed by.</summary>
    public const string Narrowing = "IX_search_documents_Number_Type_At_Owner";

    public void Configure(EntityTypeBuilder<SearchDocument> document)
    {
        document.IsNotBackedUp().ToTable("search_documents").HasKey(d => d.Number);
        document.Property(d => d.Kind).HasMaxLength(SearchDocument.LongestKind);
        document.Property(d => d.RecordId).HasMaxLength(SearchDocument.LongestId);
        document.Property(d => d.Shelf).HasMaxLength(Shelf.Length);
        document.Property(d => d.Type).HasMaxLength(SearchDocument.LongestType);
        document.Property(d => d.Title).HasMaxLength(SearchDocument.LongestTitle);
        document.Property(d => d.Summary).HasMaxLength(SearchDocument.LongestSummary);
        document.Property(d => d.Address).HasMaxLength(SearchDocument.LongestAddress);
        document.Property(d => d.TextSet).HasMaxLength(SearchDocument.LongestId);
        document.Property(d => d.Owner).HasMaxLength(SearchDocument.LongestOwner);
        document.HasIndex(d => new { d.Kind, d.RecordId }).IsUnique();
        document.HasIndex(d => new { d.Shelf, d.TextSet });
        document.HasIndex(d => new { d.Number, d.Type, d.At, d.Owner }, Narrowing);
    }

    public void Configure(EntityTypeBuilder<SearchPosting> posting)
    {
        posting.IsNotBackedUp().ToTable("search_postings").HasKey(p => new { p.Shelf, p.Term, p.Rank, p.Document });
        posting.Property(p => p.Shelf).HasMaxLength(Shelf.Length);
        posting.Property(p => p.Term).HasMaxLength(SearchPosting.LongestTerm);
    }

    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        word.IsNotBackedUp().ToTable("search_words").HasKey(w => new { w.Shelf, w.Word });
        word.Property(w => w.Shelf).HasMaxLength(Shelf.Length);
        word.Property(w => w.Word).HasMaxLength(SearchPosting.LongestTerm);
        word.Property(w => w.Start).HasMaxLength(SearchWord.LettersOfStart);
        word.Property(w => w.Term).HasMaxLength(SearchPosting.LongestTerm);
        word.HasIndex(w => new { w.Shelf, w.Start, w.Word, w.Term });
    }

    public void Configure(EntityTypeBuilder<SearchCheck> check)
    {
        check.IsNotBackedUp().ToTable("search_checks").HasKey(c => c.Kind);
        check.Property(c => c.Kind).HasMaxLength(SearchDocument.LongestKind);
        check.Property(c => c.After).HasMaxLength(SearchDocument.LongestId);
    }

    public void Configure(EntityTypeBuilder<SearchSynonyms> synonyms)
    {
        synonyms.ToTable("search_synonyms");
        synonyms.Property(s => s.Culture).HasMaxLength(2);
        synonyms.Property(s => s.Words).HasMaxLength(SearchSynonyms.LongestWords);
        synonyms.Property(s => s.Version).IsConcurrencyToken();
        synonyms.HasIndex(s => s.Culture);
    }
}
