using Integral.Platform.Navigation;

namespace Integral.Announcements;

/// <summary>What is announced to somebody, above everything in their cabinet.</summary>
internal sealed class AnnouncementBoard(AnnouncementBook book, AnnouncementWording wording, Current current, Texts texts) : ICabinetBoard
{
    public async ValueTask<CabinetBoard?> ShowAsync()
    {
        if (current.Account is not { OwnRoles.Count: > 0 }) return null;
        var rows = await book.BoardAsync();
        return rows.Count == 0 ? null : new(texts["Announcements"], [.. rows.Select(Line)], "/notices/announcements", texts["All announcements"]);
    }

    private BoardLine Line(AnnouncementRow row) => new(row.Title, row.Summary, wording.From(row), $"/notices/announcements/{row.Id}", wording.Mark(row), row is { IsImportant: true, IsRead: false });
}

/// <summary>What lists say of an announcement beside its own words.</summary>
internal sealed class AnnouncementWording(Current current, Texts texts)
{
    /// <summary>From whom, and when it was published or corrected.</summary>
    public string From(AnnouncementRow row)
    {
        var at = TimeZoneInfo.ConvertTimeFromUtc(row.ChangedAt ?? row.At, current.Tenant.Zone);
        return row.ChangedAt is null ? $"{row.From} · {at:g}" : texts["{0} · corrected {1:g}", row.From, at];
    }

    /// <returns>Null for what is read.</returns>
    public string? Mark(AnnouncementRow row) => row switch
    {
        { IsRead: true } => null,
        { IsChanged: true } => texts["Corrected"],
        { IsImportant: true } => texts["Important"],
        _ => texts["New"],
    };
}
