namespace Integral.Announcements;

internal enum AudienceKind
{
    /// <summary>Whoever has a role in the institution.</summary>
    Everybody,
    Role,

    /// <summary>Who is in a group.</summary>
    Members,

    /// <summary>The adults of their families who may see the groups.</summary>
    Parents,
    Person,

    /// <summary>Everybody in the institutions below.</summary>
    Below,

    /// <summary>Those who have a role there.</summary>
    BelowRole,
}

/// <summary>A part of those whom an announcement is for. Who belongs to it is decided anew on each day.</summary>
internal sealed class AudiencePart
{
    public const int LongestRole = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AnnouncementId { get; private init; }
    public required AudienceKind Kind { get; init; }
    public string? Role { get; init; }
    public Guid? GroupId { get; init; }
    public Guid? PersonId { get; private set; }

    public static AudiencePart Of(AudienceKind kind, string? role = null) => new() { Kind = kind, Role = role };
    public static AudiencePart OfGroup(AudienceKind kind, Guid group) => new() { Kind = kind, GroupId = group };
    public static AudiencePart OfPerson(Guid person) => new() { Kind = AudienceKind.Person, PersonId = person };

    /// <summary>The person turned out to be another record's.</summary>
    public void Follow(Guid person) => PersonId = person;
}

/// <summary>Which people of groups.</summary>
internal enum GroupWhom
{
    [Display(Name = "Those who are in them, and their parents")] Both,
    [Display(Name = "Those who are in them")] Members,
    [Display(Name = "Their parents")] Parents,
}

/// <summary>Whom an announcement is for, as a form, a program or a recipe says it.</summary>
internal sealed record Audience
{
    public const int MostPersons = 200;

    public bool Everybody { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];
    public IReadOnlyList<Guid> Groups { get; init; } = [];
    public GroupWhom Whom { get; init; }
    public IReadOnlyList<Guid> Persons { get; init; } = [];
    public bool Below { get; init; }
    public IReadOnlyList<string> BelowRoles { get; init; } = [];

    public bool IsBelow => Below || BelowRoles.Count > 0;

    public static Audience Of(IReadOnlyCollection<AudiencePart> parts) => new()
    {
        Everybody = parts.Any(p => p.Kind == AudienceKind.Everybody),
        Roles = [.. parts.Where(p => p.Kind == AudienceKind.Role).Select(p => p.Role!)],
        Groups = [.. parts.Where(p => p.GroupId is not null).Select(p => p.GroupId!.Value).Distinct()],
        Whom = parts.Any(p => p.Kind == AudienceKind.Members) == parts.Any(p => p.Kind == AudienceKind.Parents) ? GroupWhom.Both : parts.Any(p => p.Kind == AudienceKind.Members) ? GroupWhom.Members : GroupWhom.Parents,
        Persons = [.. parts.Where(p => p.PersonId is not null).Select(p => p.PersonId!.Value)],
        Below = parts.Any(p => p.Kind == AudienceKind.Below),
        BelowRoles = [.. parts.Where(p => p.Kind == AudienceKind.BelowRole).Select(p => p.Role!)],
    };

    public IEnumerable<AudiencePart> Parts()
    {
        if (Everybody) yield return AudiencePart.Of(AudienceKind.Everybody);
        foreach (var role in Roles.Distinct()) yield return AudiencePart.Of(AudienceKind.Role, role);
        foreach (var group in Groups.Distinct())
        {
            if (Whom != GroupWhom.Parents) yield return AudiencePart.OfGroup(AudienceKind.Members, group);
            if (Whom != GroupWhom.Members) yield return AudiencePart.OfGroup(AudienceKind.Parents, group);
        }
        foreach (var person in Persons.Distinct()) yield return AudiencePart.OfPerson(person);
        if (Below) yield return AudiencePart.Of(AudienceKind.Below);
        foreach (var role in BelowRoles.Distinct()) yield return AudiencePart.Of(AudienceKind.BelowRole, role);
    }
}
