namespace Integral.Content.Media;

/// <summary>Who may do what with which file, as with pages and news: the permission, and whose it is.</summary>
internal sealed class MediaRights(Current current)
{
    public string? Owner => current.Account?.AccountId.ToString("N");
    public bool MayAdd => current.Can(ContentModule.Write);

    /// <summary>Change others' files, and folders.</summary>
    public bool MayArrange => current.Can(ContentModule.Edit);
    public bool MayChange(MediaFile file) => MayArrange || MayAdd && file.Owner is { } owner && owner == Owner;

    public bool MayRead(MediaAudience audience) => audience switch
    {
        MediaAudience.Everybody => true,
        MediaAudience.SignedIn => MayAdd || current.Account is { Roles.Count: > 0 },
        _ => MayAdd,
    };
}
