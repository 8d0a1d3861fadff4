using System.Text.Json.Serialization;
using Integral.People.Export;
using Integral.People.Import;
using Integral.Platform.Sheets;

namespace Integral.People.Api;

// What isn't named here is refused: a program that sends tenantId or isAdmin should learn at once that it won't help (abuse case A4).

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewPerson([property: Required] string FamilyName, [property: Required, MaxLength(50)] IReadOnlyList<string> Roles, string? GivenName = null, string? Patronymic = null, string? Email = null, string? Phone = null,
    bool EmailIsLogin = false, Reach Reach = Reach.Here, DateOnly? FromOn = null, DateOnly? UntilOn = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewRoles([property: Required, MaxLength(50)] IReadOnlyList<string> Roles, Reach Reach = Reach.Here, DateOnly? FromOn = null, DateOnly? UntilOn = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewPermissions([property: Required, MaxLength(1000)] IReadOnlyList<string> Permissions, string? Title = null, string? Description = null);

/// <param name="Q">With role and state it narrows the table as it narrows the list.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewExport([property: Required, MaxLength(PeopleExport.LongestReason)] string Reason, SheetFormat Format = SheetFormat.Xlsx, string? Q = null, string? Role = null, AccountState? State = null);

/// <param name="ChangeSet">By which all of it can be undone for a day; null where nothing was changed.</param>
internal sealed record ImportAnswer(Guid? ChangeSet, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<ImportedRow> Rows, IReadOnlyList<SlipAnswer> Slips);

/// <param name="Column">The heading under which a refused row's fault stands; null where it is the row's as a whole.</param>
internal sealed record ImportedRow(int Line, string? Column, string Name, RowFate Fate, string Says);

internal sealed record PersonInList(Guid Id, string Name, string? Login, IReadOnlyList<string> Roles, AccountState State);
internal sealed record PeopleAnswer(IReadOnlyList<PersonInList> Items, string? Next);

/// <param name="Alike">People who were here before and may be the same person.</param>
internal sealed record AddedPerson(Guid Id, string Login, string FirstPassword, IReadOnlyList<Guid> Alike);
internal sealed record SlipAnswer(Guid Id, string Login, string FirstPassword);

internal sealed record PersonAnswer(Guid Id, string Name, string? FamilyName, string? GivenName, string? Patronymic, string? Email, string? Phone, string? Code, DateOnly? BornOn, string? Login,
    AccountState State, IReadOnlyList<string> Roles,
    Reach? Reach, DateOnly? FromOn, DateOnly? UntilOn);

internal sealed record RoleAnswer(string Name, string Title, string? Description, bool IsDelivered, bool IsChanged, IReadOnlyList<string> Permissions);
internal sealed record RolesAnswer(IReadOnlyList<RoleAnswer> Items, string? Next);
internal sealed record AuditItem(Guid Id, DateTime At, string Who, string From, string Action, string Kind, string RecordId, string? Payload, string Digest);
internal sealed record AuditAnswer(IReadOnlyList<AuditItem> Items, Guid? Next);
