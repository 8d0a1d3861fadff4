using Integral.Applications.Control;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Applications.Api;

/// <summary>What becomes of applications, in figures, for programs: the same figures as on the screen.</summary>
internal static class ControlApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/applications/control", ShowAsync).WithTags("Applications").RequireAuthorization(ApplicationsModule.Control)
        .WithSummary("Applications in figures of the days from and until, of this half-year where they are left out: by state, by week, days to the decision, seats, what waits; programme and sender narrow it");

    private static async Task<Ok<ControlAnswer>> ShowAsync(ControlBook book, DateOnly? from, DateOnly? until, Guid? programme, string? sender)
    {
        var view = await book.ShowAsync(book.Wanted(from, until, programme, SoughtApplications.SenderOf(sender)));
        return TypedResults.Ok(new ControlAnswer(view.Of.From, view.Of.Until, [.. view.Stages.Select(s => new StageFigure(s.Status, s.Count))], [.. view.Weeks.Select(w => new WeekFigure(w.From, w.Until, w.Arrived, w.Decided))],
            new(view.Days.Count, view.Days.Median, view.Days.Ninetieth, [.. view.Days.Buckets.Select(b => new DaysFigure(b.From, b.Until, b.Count))]), [.. view.Seats.Select(s => new SeatsFigure(s.Id, s.Title, s.Seats, s.Taken, s.Waiting))],
            [.. view.Steps]));
    }
}

/// <summary>By what a list of applications is narrowed, besides what it is for and how far it is. Days are the institution's.</summary>
/// <param name="From">Sent from this day on.</param>
/// <param name="DecidedFrom">Decided first from this day on.</param>
/// <param name="DaysFrom">Working days from sending to that decision.</param>
/// <param name="Sender">Citizen, Organisation or School.</param>
internal sealed record SoughtApplications(DateOnly? From, DateOnly? Until, DateOnly? DecidedFrom, DateOnly? DecidedUntil, int? DaysFrom, int? DaysUntil, Guid? Programme, string? Sender)
{
    public Narrowing Said() => new() { From = From, Until = Until, DecidedFrom = DecidedFrom, DecidedUntil = DecidedUntil, DaysFrom = DaysFrom, DaysUntil = DaysUntil, Programme = Programme, Sender = SenderOf(Sender) };

    /// <exception cref="RuleException">There is no such kind.</exception>
    public static SenderKind? SenderOf(string? said)
    {
        Rule.Require(said is null || Enum.TryParse<SenderKind>(said, ignoreCase: true, out var known) && Enum.IsDefined(known), T.Say("There is no kind of senders '{0}'.", $"{said}"), "sender");
        return said is null ? null : Enum.Parse<SenderKind>(said, ignoreCase: true);
    }
}

internal sealed record StageFigure(ApplicationStatus Status, int Count);

/// <param name="Decided">How many were decided first.</param>
internal sealed record WeekFigure(DateOnly From, DateOnly Until, int Arrived, int Decided);

/// <param name="Until">Null for the last one, which has no end.</param>
internal sealed record DaysFigure(int From, int? Until, int Count);

/// <param name="Median">Half of them within so many working days; null where there are none.</param>
/// <param name="Ninetieth">Nine of ten.</param>
internal sealed record DecisionFigure(int Count, int? Median, int? Ninetieth, IReadOnlyList<DaysFigure> Days);

/// <param name="Seats">Null for any number.</param>
internal sealed record SeatsFigure(Guid For, string Title, int? Seats, int Taken, int Waiting);

/// <param name="Stages">Of those that were sent on these days, by how far they are today.</param>
/// <param name="Steps">What waits for a decision today, whenever it was sent.</param>
internal sealed record ControlAnswer(DateOnly From, DateOnly Until, IReadOnlyList<StageFigure> Stages, IReadOnlyList<WeekFigure> Weeks, DecisionFigure Decisions, IReadOnlyList<SeatsFigure> Seats, IReadOnlyList<WaitingStep> Steps);
