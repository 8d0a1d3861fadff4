using Integral.Content.FileTexts;
using Integral.Content.Media;

namespace Integral.Content.Data;

internal sealed class MediaTables : IEntityTypeConfiguration<MediaFile>, IEntityTypeConfiguration<PictureSize>, IEntityTypeConfiguration<MediaFolder>, IEntityTypeConfiguration<FormerMediaPath>,
    IEntityTypeConfiguration<FileText>
{
    public void Configure(EntityTypeBuilder<MediaFile> file)
    {
        file.ToTable("content_media").Ignore(f => f.Texts).Ignore(f => f.IsPicture);
        file.Property(f => f.Path).HasMaxLength(MediaPath.Longest);
        file.Property(f => f.Folder).HasMaxLength(MediaPath.Longest);
        file.Property(f => f.Name).HasMaxLength(MediaFile.LongestName);
        file.Property(f => f.StoredName).HasMaxLength(100);
        file.Property(f => f.MediaType).HasMaxLength(100);
        file.Property(f => f.Hash).HasMaxLength(64);
        file.Property(f => f.Words).HasMaxLength(MediaFile.LongestWords);
        file.Property(f => f.Owner).HasMaxLength(256);
        file.Property(f => f.Version).IsConcurrencyToken();
        file.HasIndex(f => f.Path).IsUnique().Says(T.Say("There is a file of this name already."), "Path");
        file.HasIndex(f => f.Hash);
        file.HasIndex(f => new { f.Folder, f.ModifiedAt });
        file.HasIndex(f => f.DeletedAt);
        file.HasMany(f => f.Sizes).WithOne().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PictureSize> size)
    {
        size.ToTable("content_media_sizes");
        size.Property(s => s.MediaType).HasMaxLength(100);
        size.Property(s => s.StoredName).HasMaxLength(100);
        size.Property(s => s.Hash).HasMaxLength(64);
        size.HasIndex(s => s.StoredName);
    }

    public void Configure(EntityTypeBuilder<MediaFolder> folder)
    {
        folder.ToTable("content_media_folders").Ignore(f => f.Name);
        folder.Property(f => f.Path).HasMaxLength(MediaPath.LongestFolder);
        folder.Property(f => f.Version).IsConcurrencyToken();
        folder.HasIndex(f => f.Path).IsUnique().Says(T.Say("There is a folder of this name already."), "Path");
    }

    // Read from the file again wherever it is restored.
    public void Configure(EntityTypeBuilder<FileText> text)
    {
        text.IsNotBackedUp().ToTable("content_media_texts").HasKey(t => t.FileId);
        text.Property(t => t.Hash).HasMaxLength(64);
        text.HasOne<MediaFile>().WithMany().HasForeignKey(t => t.FileId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FormerMediaPath> former)
    {
        former.ToTable("content_media_paths");
        former.Property(f => f.Path).HasMaxLength(MediaPath.Longest);
        former.HasIndex(f => f.Path).IsUnique().Says(T.Say("There is a file of this name already."), "Path");
        former.HasOne<MediaFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
