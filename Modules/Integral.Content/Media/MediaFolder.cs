namespace Integral.Content.Media;

/// <summary>Who may read the files of a folder. What stands later shuts out more.</summary>
internal enum MediaAudience
{
    [Display(Name = "Everybody")] Everybody,
    [Display(Name = "Those who are signed in here")] SignedIn,
    [Display(Name = "Those who write pages and news")] Writers,
}

/// <summary>A folder of the media library. What holds for it holds for the folders in it too.</summary>
internal sealed class MediaFolder
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required string Path { get; set; }
    public MediaAudience Audience { get; set; }
    public int Version { get; private set; } = 1;

    public string Name => MediaPath.NameOf(Path);
    public void Changed() => Version++;
}
