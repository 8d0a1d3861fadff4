namespace Integral.Content.Editing;

/// <summary>Who may do what with which item: the permission, and whose it is.</summary>
internal sealed class ContentRights(Current current)
{
    private string? Own => current.Account?.AccountId.ToString("N");

    /// <summary>What whoever makes an item is known by in it.</summary>
    public string? Owner => Own;
    public bool MaySeeAll => current.Can(ContentModule.Edit) || current.Can(ContentModule.Publish);
    public bool MayPublish => current.Can(ContentModule.Publish);

    /// <summary>What comes from above is changed there.</summary>
    public bool MayChange(ContentItem item) => item.OriginId is null && (current.Can(ContentModule.Edit) || current.Can(ContentModule.Write) && item.Owner == Own);

    /// <summary>Who may change what others wrote may also say whose it is.</summary>
    public bool MayGive(ContentItem item) => item.OriginId is null && current.Can(ContentModule.Edit);

    /// <summary>Those within one's reach: everybody's, or one's own and what every visitor sees.</summary>
    public IQueryable<ContentItem> Within(IQueryable<ContentItem> items)
    {
        if (MaySeeAll) return items;
        var own = Own;
        return items.Where(i => i.Owner == own || i.PublishedAt != null && i.DeletedAt == null);
    }
}
