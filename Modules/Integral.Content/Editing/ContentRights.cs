using Integral.Content.Definitions;

namespace Integral.Content.Editing;

/// <summary>Who may do what with which item. Nothing is answered before what is said of the types was read: nobody can forget to ask.</summary>
internal sealed class ContentRights(Db db, SecuredTypes secured, RoleBook roles, Current current)
{
    public async ValueTask<RightsToday> TodayAsync() => new(current, roles, await secured.OfAsync(db));
}

/// <summary>
/// What the person may do: by the permissions of their roles, for a type that names a role by what it says of it, and by whose an item is.
/// Who has several roles may what any of them may. A role from above isn't one that a type here can name.
/// </summary>
/// <param name="secured">Of each type of which something is said, the rights by the names of roles.</param>
internal sealed class RightsToday(Current current, RoleBook roles, IReadOnlyDictionary<string, IReadOnlyDictionary<string, TypeRight>> secured)
{
    private const TypeRight Seeing = TypeRight.Edit | TypeRight.Publish;

    private readonly TypeRight usual = TypeRights.Of(current.Can);
    private readonly Dictionary<string, TypeRight> special = secured.Keys.ToDictionary(type => type, type => Of(current, roles, secured[type]), StringComparer.OrdinalIgnoreCase);

    /// <summary>What whoever makes an item is known by in it.</summary>
    public string? Owner { get; } = current.Account?.AccountId.ToString("N");

    /// <summary>Also what others have written and not published, whatever type it is of.</summary>
    public bool MaySeeAll => (usual & Seeing) != 0 && special.Values.All(r => (r & Seeing) != 0);

    public bool MayWrite(string type) => May(type, TypeRight.Write);
    public bool MayPublish(string type) => May(type, TypeRight.Publish);

    /// <summary>For what stands on a screen before anything is chosen: with items of some type they may.</summary>
    /// <param name="type">Null for any.</param>
    /// <param name="right">What.</param>
    public bool MaySomewhere(string? type, TypeRight right) => type is not null ? May(type, right) : usual.HasFlag(right) || special.Values.Any(r => r.HasFlag(right));

    /// <summary>What comes from above is changed there.</summary>
    public bool MayChange(ContentItem item) => item.OriginId is null && (May(item.ContentType, TypeRight.Edit) || May(item.ContentType, TypeRight.Write) && item.Owner == Owner);

    /// <summary>Shows it to visitors, takes it off the site and throws it away.</summary>
    public bool MayPublish(ContentItem item) => MayChange(item) && MayPublish(item.ContentType);

    /// <summary>Who may change what others wrote may also say whose it is.</summary>
    public bool MayGive(ContentItem item) => item.OriginId is null && May(item.ContentType, TypeRight.Edit);

    /// <summary>Those within one's reach: everybody's, or one's own and what every visitor sees.</summary>
    public IQueryable<ContentItem> Within(IQueryable<ContentItem> items)
    {
        var (own, isUsual) = (Owner, (usual & Seeing) != 0);
        var others = special.Where(s => (s.Value & Seeing) != 0 != isUsual).Select(s => s.Key).ToArray();
        if (others.Length == 0) return isUsual ? items : items.Where(i => i.Owner == own || i.PublishedAt != null && i.DeletedAt == null);
        return isUsual ? items.Where(i => !others.Contains(i.ContentType) || i.Owner == own || i.PublishedAt != null && i.DeletedAt == null)
            : items.Where(i => others.Contains(i.ContentType) || i.Owner == own || i.PublishedAt != null && i.DeletedAt == null);
    }

    private bool May(string type, TypeRight right) => special.GetValueOrDefault(type, usual).HasFlag(right);

    private static TypeRight Of(Current current, RoleBook roles, IReadOnlyDictionary<string, TypeRight> said)
    {
        if (current.Account is not { } account) return TypeRight.None;
        return account.OwnRoles.Aggregate(TypeRights.Of(account.PermissionsFromAbove.Contains), (may, role) => may | (said.TryGetValue(role, out var own) ? own : TypeRights.Of(roles.Permissions(current.Tenant, [role]).Contains)));
    }
}
