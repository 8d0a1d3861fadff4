using System.Globalization;

namespace Integral.Workflows.Inbox;

/// <summary>Waiting: for anybody of one's roles or groups, or for one alone. Mine: on which one works. Followed: what one wants to see, decided or not. Done: what one has decided.</summary>
internal enum InboxSide { Waiting, Mine, Followed, Done }

internal enum InboxSort
{
    [Display(Name = "The longest waiting first")] Oldest,
    [Display(Name = "The latest first")] Newest,
    [Display(Name = "By deadline")] Deadline,
    [Display(Name = "By name")] Name,
}

internal enum InboxDue
{
    [Display(Name = "Late")] Late,
    [Display(Name = "Due today")] Today,
    [Display(Name = "Due within three days")] Soon,
}

/// <summary>What to look for in the inbox; everything may be left out.</summary>
/// <param name="Text">Part of whose matter it is, or of what it is for.</param>
/// <param name="Stage">One of those where cases wait.</param>
/// <param name="Free">Only what nobody works on.</param>
internal sealed record InboxFilter(InboxSide Side = InboxSide.Waiting, string? Text = null, Guid? Stage = null, InboxDue? Due = null, bool Free = false, InboxSort Sort = InboxSort.Oldest)
{
    public const int Soon = 3;

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsNarrow => !string.IsNullOrWhiteSpace(Text) || Stage is not null || Due is not null || Free;

    /// <summary>As an address says it, without what is as usual.</summary>
    public Dictionary<string, string> Values => new (string Name, string? Value)[]
    {
        ("Side", Side == InboxSide.Waiting ? null : $"{Side}"), ("Q", string.IsNullOrWhiteSpace(Text) ? null : Text.Trim()), ("Stage", Stage is { } stage ? $"{stage}" : null), ("Due", Due is { } due ? $"{due}" : null),
        ("Free", Free ? "true" : null), ("Sort", Sort == InboxSort.Oldest ? null : $"{Sort}"),
    }.Where(v => v.Value is not null).ToDictionary(v => v.Name, v => v.Value!);
}

/// <summary>Where a part of a list ended: the value by which it is sorted, and the id.</summary>
internal sealed record InboxCursor(string Value, Guid Id)
{
    public static InboxCursor? Read(string? after) => after?.LastIndexOf('.') is { } dot and > 0 && Guid.TryParseExact(after[(dot + 1)..], "N", out var id) ? new(after[..dot], id) : null;

    public static InboxCursor Of(DateTime at, Guid id) => new(at.Ticks.ToString(CultureInfo.InvariantCulture), id);
    public static InboxCursor Of(DateOnly day, Guid id) => new(day.DayNumber.ToString(CultureInfo.InvariantCulture), id);

    /// <summary>UTC; null where it isn't a moment.</summary>
    public DateTime? At => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
    public DateOnly? Day => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;

    public override string ToString() => $"{Value}.{Id:N}";
}
