using System.Text.Json.Serialization;

namespace Integral.Announcements.Api;

/// <param name="ReadEdition">The edition that one has read; null where one hasn't read any.</param>
internal sealed record AnnouncementInList(Guid Id, string Title, string Summary, string From, DateTime PublishedAt, DateTime? ChangedAt, DateOnly FromOn, DateOnly? UntilOn, bool IsImportant, int Edition, int? ReadEdition);
internal sealed record AnnouncementsAnswer(IReadOnlyList<AnnouncementInList> Items, string? Next);

/// <param name="Text">As it was typed, with the marks of Markdown.</param>
/// <param name="Html">The same formatted and clean; null where nothing here formats text.</param>
internal sealed record AnnouncementAnswer(Guid Id, string Title, string Text, string? Html, string From, DateTime PublishedAt, DateTime? ChangedAt, DateOnly FromOn, DateOnly? UntilOn, bool IsImportant, int Edition, int? ReadEdition);

internal sealed record WrittenInList(Guid Id, string Title, AnnouncementStage Stage, DateOnly FromOn, DateOnly? UntilOn, bool IsImportant, int Edition, DateTime CreatedAt, DateTime? PublishedAt, int Read);
internal sealed record WrittenAnnouncementsAnswer(IReadOnlyList<WrittenInList> Items, string? Next);

/// <param name="Reaches">How many people here it is for, of those who can sign in.</param>
/// <param name="Read">How many of them have read it as it is now.</param>
internal sealed record WrittenAnswer(Guid Id, string Title, string Text, AnnouncementStage Stage, DateOnly FromOn, DateOnly? UntilOn, bool IsImportant, int Edition, SaidAudience Audience, int Reaches, int Read);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ReadAnnouncement([property: Required] int? Edition);

/// <param name="Audience">Whom it is for; left out, a draft's stays as it is.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewAnnouncement([property: Required, StringLength(Announcement.LongestTitle)] string Title, [property: Required, StringLength(Announcement.LongestText)] string Text, [property: Required] DateOnly? FromOn, DateOnly? UntilOn = null, bool IsImportant = false, SaidAudience? Audience = null)
{
    public AnnouncementWords ToWords() => new(Title, Text, FromOn!.Value, UntilOn, IsImportant);
}

/// <param name="Everybody">All who have a role in the institution.</param>
/// <param name="Roles">Names of roles.</param>
/// <param name="Whom">Who of the groups.</param>
/// <param name="Below">Everybody in the institutions below.</param>
/// <param name="BelowRoles">Those who have one of these roles there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SaidAudience(bool Everybody = false, IReadOnlyList<string>? Roles = null, IReadOnlyList<Guid>? Groups = null, GroupWhom Whom = GroupWhom.Both, IReadOnlyList<Guid>? Persons = null, bool Below = false, IReadOnlyList<string>? BelowRoles = null)
{
    public static SaidAudience Of(Audience said) => new(said.Everybody, said.Roles, said.Groups, said.Whom, said.Persons, said.Below, said.BelowRoles);

    public Audience ToAudience() => new() { Everybody = Everybody, Roles = Roles ?? [], Groups = Groups ?? [], Whom = Whom, Persons = Persons ?? [], Below = Below, BelowRoles = BelowRoles ?? [] };
}
