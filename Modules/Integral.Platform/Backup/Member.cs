using Integral.Platform.Security;

namespace Integral.Platform.Backup;

/// <summary>A membership with what tells whose account it is; nothing that one could sign in with.</summary>
internal sealed record Member(
    Guid AccountId, string Login, string Name, string? Email, bool EmailConfirmed, string? Culture, DateTime? BlockedAt, DateTime CreatedAt,
    Guid Id, Guid? PersonId, IReadOnlyList<string> Roles, Reach Reach, DateOnly? FromOn, DateOnly? UntilOn);

/// <summary>A role that the tenant changed or made.</summary>
internal sealed record OwnRole(string Name, string? Title, string? Description, IReadOnlyList<string> Granted, IReadOnlyList<string> Withheld);
