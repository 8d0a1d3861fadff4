using System.Text.Json.Nodes;
using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Activities;

/// <summary>Frees the seat that the applicant has in the group that the application is for, from today on: whoever waits gets it. A seat that is held until somebody confirms it is given first and freed where they don't.</summary>
internal sealed class ReleaseSeat(KnownOpenings openings, Alarm alarm, TimeProvider clock) : Activity
{
    public const string Kind = "ReleaseSeatTask";

    private const string Freed = "Freed", NoSeat = "No seat";

    public override string Name => Kind;
    public override Sentence Title => T.Say("Frees the applicant's seat in the group");
    public override IReadOnlyList<string> Outcomes(JsonObject said) => [Freed, NoSeat];

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => outcome switch
    {
        Freed => [T.Say("The applicant has no seat in the group from today on."), T.Say("Whoever waits for a seat gets it.")],
        NoSeat => [T.Say("The applicant had no seat: nothing changes.")],
        _ => [],
    };

    public override async Task<string?> DoAsync(Step step)
    {
        var application = await FindAsync(step);
        if (application.PersonId is not { } person || await GroupOfAsync(step, application) is not { } group) return NoSeat;
        if (!await GroupSeats.FreeAsync(step.Db, group, person, step.Acting.Tenant.Zone.DayOf(step.Now))) return NoSeat;
        application.Unseat();
        step.Kept = $"{person}";
        await alarm.SetAsync(step.Acting.Tenant.Id, SeatGiving.Alarm, clock.GetUtcNow().UtcDateTime + SeatGiving.Soon);
        return Freed;
    }

    /// <summary>They have a seat again, as long as it is nobody else's.</summary>
    public override async Task UndoAsync(Step step)
    {
        if (!Guid.TryParse(step.Kept, out var person)) return;      // they had none
        var application = await FindAsync(step);
        var group = await GroupOfAsync(step, application);
        Rule.Require(group is not null && (await GroupSeats.TakeAsync(step.Db, group.Value, person, step.Acting.Tenant.Zone.DayOf(step.Now))).IsIn, "The seat is somebody else's by now: what was decided stays.");
        application.Seat(person);
    }

    private static Task<Application> FindAsync(Step step)
    {
        var id = step.Subject.Id;
        return step.Db.Applications.SingleAsync(a => a.Id == id);
    }

    private async Task<Guid?> GroupOfAsync(Step step, Application application) => (await openings.FindAsync(step.Db, step.Acting.Tenant, application.ForKind, application.ForId))?.GroupId;
}
