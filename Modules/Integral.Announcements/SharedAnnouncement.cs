using Integral.Platform.Messaging;

namespace Integral.Announcements;

/// <summary>An announcement as the institutions below take it.</summary>
/// <param name="Everybody">All who have a role there.</param>
/// <param name="Roles">Those who have one of these there.</param>
internal sealed record SharedAnnouncement(string Title, string Text, string Summary, DateOnly FromOn, DateOnly? UntilOn, bool IsImportant, int Edition, DateTime PublishedAt, DateTime? ChangedAt, bool Everybody, IReadOnlyList<string> Roles)
{
    /// <summary>What it is offered as.</summary>
    public const string Kind = "announcements.announcement";

    public static SharedAnnouncement Of(Announcement one, Audience audience) =>
        new(one.Title, one.Text, one.Summary, one.FromOn, one.UntilOn, one.IsImportant, one.Edition, one.PublishedAt!.Value, one.ChangedAt, audience.Below, audience.BelowRoles);

    public IEnumerable<AudiencePart> Parts() => new Audience { Everybody = Everybody, Roles = Roles }.Parts();
}

/// <summary>An institution tells the one above how many of its people have read what that one says.</summary>
/// <param name="Record">Of the announcement there.</param>
[Message("announcements.receipts")]
internal sealed record ReceiptsCounted(Guid Record, int Edition, int Reached, int Read);
