namespace Integral.Platform.Security;

/// <summary>Something that a role lets one do. A constant of its module, named <c>area.verb</c>.</summary>
/// <param name="Name">What <c>[Authorize]</c> and role definitions name.</param>
/// <param name="Description">In words, for the role editor: the English source of a translated sentence.</param>
/// <param name="Roles">Delivered roles that have it from the start, names from <see cref="DeliveredRoles"/>.</param>
public sealed record Permission(string Name, string Description, params string[] Roles)
{
    /// <summary>It concerns the installation rather than one institution: an institution's administrator hasn't it from the start.</summary>
    public bool IsOfTheInstallation { get; init; }
}
