namespace Integral.Content.Media;

/// <summary>A file of the site's media folder. It lies in the tenant's files under a name of ours.</summary>
internal sealed class MediaFile
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>As pages name it: <c>news/first-bell.jpg</c>.</summary>
    public required string Path { get; init; }
    public required string StoredName { get; set; }

    /// <summary>By its first bytes, never by its name.</summary>
    public required string MediaType { get; set; }
    public required long Length { get; set; }

    /// <summary>SHA-256 in hexadecimal; also the version of what browsers keep.</summary>
    public required string Hash { get; set; }
    public required DateTime ModifiedAt { get; set; }
}
