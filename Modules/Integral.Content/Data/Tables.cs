using Integral.Content.Contracts;
using Integral.Content.Editing;
using Integral.Content.FileTexts;
using Integral.Content.Media;
using Integral.Content.Previewing;
using Integral.Content.ReferenceBooks;

namespace Integral.Content.Data;

internal sealed class Tables : IEntityTypeConfiguration<ContentType>, IEntityTypeConfiguration<ContentPart>, IEntityTypeConfiguration<ContentItem>,
    IEntityTypeConfiguration<ContentVersion>, IEntityTypeConfiguration<ContentField>, IEntityTypeConfiguration<UnsavedText>,
    IEntityTypeConfiguration<ContentReference>, IEntityTypeConfiguration<PreviewKey>, IEntityTypeConfiguration<FormerAddress>
{
    public void Configure(EntityTypeBuilder<ContentType> type)
    {
        type.ToTable("content_types").HasKey(t => t.Name);
        type.Property(t => t.Name).HasMaxLength(100);
        type.Property(t => t.DisplayName).HasMaxLength(200);
        type.Property(t => t.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ContentPart> part)
    {
        part.ToTable("content_parts").HasKey(p => p.Name);
        part.Property(p => p.Name).HasMaxLength(100);
        part.Property(p => p.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ContentItem> item)
    {
        item.IsNotBackedUp(nameof(ContentItem.OriginId)).ToTable("content_items");
        item.Property(i => i.ContentItemId).HasMaxLength(26);
        item.Property(i => i.ContentType).HasMaxLength(100);
        item.Property(i => i.Culture).HasMaxLength(10);
        item.Property(i => i.LocalizationSet).HasMaxLength(26);
        item.Property(i => i.Slug).HasMaxLength(ContentItem.LongestSlug);
        item.Property(i => i.DisplayText).HasMaxLength(ContentItem.LongestTitle);
        item.Property(i => i.SortKey).HasMaxLength(NameSort.Length);
        item.Property(i => i.Summary).HasMaxLength(ContentItem.LongestSummary);
        item.Property(i => i.SeoTitle).HasMaxLength(ContentItem.LongestSeoTitle);
        item.Property(i => i.SeoDescription).HasMaxLength(ContentItem.LongestSeoDescription);
        item.Property(i => i.ImagePath).HasMaxLength(300);
        item.Property(i => i.ScheduledVersion).HasMaxLength(26);
        item.Property(i => i.SentVersion).HasMaxLength(26);
        item.Property(i => i.ListId).HasMaxLength(26);
        item.Property(i => i.ParentId).HasMaxLength(26);
        item.Property(i => i.Owner).HasMaxLength(256);
        item.Property(i => i.Author).HasMaxLength(256);
        item.Property(i => i.Version).IsConcurrencyToken();
        item.Ignore(i => i.Latest).Ignore(i => i.Published);
        item.HasIndex(i => i.ContentItemId).IsUnique().Says(T.Say("There is an item with this id already."));
        item.HasIndex(i => new { i.Slug, i.Culture }).IsUnique().Says(T.Say("The address is taken by another page."), "Slug");
        item.HasIndex(i => new { i.ContentType, i.PublishedAt });
        item.HasIndex(i => new { i.ContentType, i.SortKey });
        item.HasIndex(i => i.LocalizationSet);
        item.HasIndex(i => i.ListId);
        item.HasIndex(i => i.ParentId);
        item.HasIndex(i => i.ScheduledAt);
        item.HasIndex(i => i.WithdrawnAt);
        item.HasMany(i => i.Versions).WithOne().HasForeignKey(v => v.ItemId).OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.References).WithOne().HasForeignKey(r => r.ItemId).OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.FormerAddresses).WithOne().HasForeignKey(f => f.ItemId).OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.Fields).WithOne().HasForeignKey(f => f.ItemId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ContentVersion> version)
    {
        version.ToTable("content_versions").Ignore(v => v.Title).Ignore(v => v.Parent).Ignore(v => v.Place);
        version.Property(v => v.ContentItemVersionId).HasMaxLength(26);
        version.Property(v => v.Author).HasMaxLength(256);
        version.HasIndex(v => v.ContentItemVersionId).IsUnique().Says(T.Say("There is a version with this id already."));
    }

    public void Configure(EntityTypeBuilder<ContentField> field)
    {
        field.ToTable("content_fields");
        field.IsNotBackedUp(nameof(ContentField.OriginId));
        field.Property(f => f.Part).HasMaxLength(100);
        field.Property(f => f.Field).HasMaxLength(100);
        field.Property(f => f.Text).HasMaxLength(FieldKey.LongestText);
        // With the item, so that which items fit is answered by the index alone; and the other way round, whether one does.
        field.HasIndex(f => new { f.ItemId, f.Part, f.Field, f.Moment });
        field.HasIndex(f => new { f.Part, f.Field, f.Text, f.ItemId });
        field.HasIndex(f => new { f.Part, f.Field, f.Number, f.ItemId });
        field.HasIndex(f => new { f.Part, f.Field, f.Moment, f.ItemId });
        field.HasIndex(f => new { f.Part, f.Field, f.Flag, f.ItemId });
    }

    public void Configure(EntityTypeBuilder<ContentReference> reference)
    {
        reference.ToTable("content_references");
        reference.Property(r => r.Target).HasMaxLength(FieldReference.Longest);
        reference.HasIndex(r => new { r.Kind, r.Target });
    }

    public void Configure(EntityTypeBuilder<FormerAddress> address)
    {
        address.ToTable("content_former_addresses");
        address.Property(a => a.Slug).HasMaxLength(ContentItem.LongestSlug);
        address.Property(a => a.Culture).HasMaxLength(10);
        address.HasIndex(a => a.Slug);
    }

    // A link leads to the site that made it, not to one that is restored elsewhere.
    public void Configure(EntityTypeBuilder<PreviewKey> key)
    {
        key.IsNotBackedUp().ToTable("content_previews");
        key.Property(k => k.Digest).HasMaxLength(64);
        key.HasIndex(k => k.Digest).IsUnique();
        key.HasOne<ContentItem>().WithMany().HasForeignKey(k => k.ItemId).OnDelete(DeleteBehavior.Cascade);
    }

    // Means nothing to anybody but its author, and not for long: it isn't backed up.
    public void Configure(EntityTypeBuilder<UnsavedText> text)
    {
        text.IsNotBackedUp().ToTable("content_unsaved");
        text.Property(t => t.Key).HasMaxLength(UnsavedText.LongestKey);
        text.Property(t => t.BasedOn).HasMaxLength(26);
        text.HasIndex(t => new { t.AccountId, t.Key }).IsUnique();
    }
}

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<ContentType> ContentTypes => db.Set<ContentType>();
        public DbSet<ContentPart> ContentParts => db.Set<ContentPart>();
        public DbSet<ContentItem> ContentItems => db.Set<ContentItem>();
        public DbSet<ContentReference> ContentReferences => db.Set<ContentReference>();
        public DbSet<FormerAddress> FormerAddresses => db.Set<FormerAddress>();
        public DbSet<PreviewKey> PreviewKeys => db.Set<PreviewKey>();
        public DbSet<ContentVersion> ContentVersions => db.Set<ContentVersion>();
        public DbSet<UnsavedText> UnsavedTexts => db.Set<UnsavedText>();
        public DbSet<MediaFile> MediaFiles => db.Set<MediaFile>();
        public DbSet<ReferenceBook> ReferenceBooks => db.Set<ReferenceBook>();
        public DbSet<ReferenceTerm> ReferenceTerms => db.Set<ReferenceTerm>();
        public DbSet<FileText> FileTexts => db.Set<FileText>();
        public DbSet<PictureSize> PictureSizes => db.Set<PictureSize>();
        public DbSet<MediaFolder> MediaFolders => db.Set<MediaFolder>();
        public DbSet<FormerMediaPath> FormerMediaPaths => db.Set<FormerMediaPath>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<ContentModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<ContentModule>;
