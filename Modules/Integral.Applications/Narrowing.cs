using System.Globalization;

namespace Integral.Applications;

internal enum SenderKind
{
    [Display(Name = "Applied by themselves")] Citizen,
    [Display(Name = "Sent by an organisation")] Organisation,
    [Display(Name = "Sent by a school of the district")] School,
}

/// <summary>By what figures are narrowed, and the lists behind them; everything may be left out. Days are the institution's, first and last among them.</summary>
internal sealed record Narrowing
{
    /// <summary>Sent from this day on.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Decided first from this day on.</summary>
    public DateOnly? DecidedFrom { get; init; }
    public DateOnly? DecidedUntil { get; init; }

    /// <summary>Working days from sending to the first decision.</summary>
    public int? DaysFrom { get; init; }
    public int? DaysUntil { get; init; }

    /// <summary>To which what it is for belongs.</summary>
    public Guid? Programme { get; init; }
    public SenderKind? Sender { get; init; }

    public bool IsAny => this != new Narrowing();

    /// <summary>As an address says it, without what is left out.</summary>
    public IReadOnlyDictionary<string, string> ToValues() => new (string Name, string? Value)[]
    {
        ("From", Said(From)), ("Until", Said(Until)), ("DecidedFrom", Said(DecidedFrom)), ("DecidedUntil", Said(DecidedUntil)),
        ("DaysFrom", DaysFrom?.ToString(CultureInfo.InvariantCulture)), ("DaysUntil", DaysUntil?.ToString(CultureInfo.InvariantCulture)), ("Programme", Programme?.ToString()), ("Sender", Sender?.ToString()),
    }.Where(v => v.Value is not null).ToDictionary(v => v.Name, v => v.Value!);

    /// <param name="applications">Those that are to be narrowed.</param>
    /// <param name="openings">What belongs to <see cref="Programme"/>, where that is said.</param>
    public IQueryable<Application> Of(IQueryable<Application> applications, IReadOnlyCollection<Guid>? openings)
    {
        var (from, until, first, last, least, most) = (From, Until, DecidedFrom, DecidedUntil, DaysFrom, DaysUntil);
        if (from is not null) applications = applications.Where(a => a.SentOn >= from);
        if (until is not null) applications = applications.Where(a => a.SentOn <= until);
        if (first is not null) applications = applications.Where(a => a.DecidedOn >= first);
        if (last is not null) applications = applications.Where(a => a.DecidedOn <= last);
        if (least is not null) applications = applications.Where(a => a.DecidedAfter >= least);
        if (most is not null) applications = applications.Where(a => a.DecidedAfter <= most);
        if (openings?.ToArray() is { } ids) applications = applications.Where(a => EF.Parameter(ids).Contains(a.ForId));
        return Sender switch
        {
            SenderKind.Citizen => applications.Where(a => a.ListId == null),
            SenderKind.Organisation => applications.Where(a => a.ListId != null && a.SenderId == null),
            SenderKind.School => applications.Where(a => a.SenderId != null),
            _ => applications,
        };
    }

    private static string? Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
