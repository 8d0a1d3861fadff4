using System.Text.Json.Nodes;
using Integral.Applications.Data;
using Integral.Applications.Ranks;
using Integral.Applications.Staff;
using Integral.People.Contracts;
using Integral.Platform.Calendars;
using Integral.Platform.Jobs;
using Integral.Platform.Reporting;
using Integral.Platform.Sheets;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Activities;

/// <summary>A case begins when an application has arrived.</summary>
internal sealed class Submitted : Activity
{
    public const string Kind = "ApplicationSubmittedEvent";

    public override string Name => Kind;
    public override Sentence Title => T.Say("An application arrives");
    public override bool IsStart => true;
    public override string? SubjectKind => Application.Kind;
    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(Done);
}

/// <summary>Says how far an application has come; the applicant is told, with <c>TellReason</c> also why.</summary>
internal sealed class SetStatus(ApplicationLetters letters, SenderNews senders, WorkingCalendars calendars, Alarm alarm, TimeProvider clock) : Activity
{
    private const string Status = "Status", TellReason = "TellReason";

    public override string Name => "SetApplicationStatusTask";
    public override Sentence Title => T.Say("Says how far the application has come");

    public override IReadOnlyList<ActivitySetting> Settings =>
    [
        new(Status, T.Say("What it becomes"), SettingKind.Choice) { Choices = [.. Enum.GetValues<ApplicationStatus>().Where(s => s != ApplicationStatus.Withdrawn).Select(s => new SaidWord($"{s}", s.Word()))] },
        new(TellReason, T.Say("The applicant reads the reason of the decision before it"), SettingKind.Flag),
    ];

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => Of(said) is not { } status ? [] :
    [
        T.Say("The application becomes: {0}", status.Word()), T.Say("The applicant gets a letter, where an e-mail is known: {0}", status.Meaning()),
        .. Tells(said) ? [T.Say("The applicant reads why it was decided so.")] : Array.Empty<Sentence>(),
    ];

    public override Sentence? Fault(JsonObject said) => Of(said) is null ? T.Say("An application can't become '{0}'.", $"{said[Status]}") : null;

    public override async Task<string?> DoAsync(Step step)
    {
        var id = step.Subject.Id;
        var application = await step.Db.Applications.Include(a => a.History).SingleAsync(a => a.Id == id);
        var before = application.Status;
        step.Kept = $"{before}";
        application.Become(Of(step.Said)!.Value, Tells(step.Said) ? step.Reason : null, step.Acting.Who, step.Now);
        if (Application.IsDecided(application.Status) && application.DecidedOn is null) await DateAsync(step, application);
        letters.Became(step.Acting, application);
        senders.Became(step.Acting, application);
        await LookAtSeatsAsync(step, before, application.Status);
        return Done;
    }

    /// <summary>The applicant is told that it is as it was.</summary>
    public override async Task UndoAsync(Step step)
    {
        var id = step.Subject.Id;
        var application = await step.Db.Applications.Include(a => a.History).SingleAsync(a => a.Id == id);
        var again = application.ClaimOfIt;
        Rule.Require(application.Claim is not null || !await step.Db.Applications.AnyAsync(a => a.ForId == application.ForId && a.Claim == again), "They have applied again since: what was decided stays.");
        var before = application.Status;
        application.Return(Enum.Parse<ApplicationStatus>(step.Kept!), step.Acting.Who, step.Now);
        letters.Became(step.Acting, application);
        senders.Became(step.Acting, application);
        await LookAtSeatsAsync(step, before, application.Status);
    }

    private async Task DateAsync(Step step, Application application)
    {
        var today = step.Acting.Tenant.Zone.DayOf(step.Now);
        application.Decide(today, (await calendars.OfAsync(step.Db, application.SentOn)).WorkingDaysBetween(application.SentOn, today));
    }

    // Who begins to wait may get a seat on a day that is known; who waits no longer may have been in the way of others, and a seat taken back is theirs.
    private Task LookAtSeatsAsync(Step step, ApplicationStatus before, ApplicationStatus after) =>
        before != after && (before is ApplicationStatus.Waiting or ApplicationStatus.Enrolled && after != ApplicationStatus.Enrolled || after == ApplicationStatus.Waiting)
            ? alarm.SetAsync(step.Acting.Tenant.Id, SeatGiving.Alarm, clock.GetUtcNow().UtcDateTime + SeatGiving.Soon) : Task.CompletedTask;

    private static bool Tells(JsonObject said) => bool.TryParse($"{said[TellReason]}", out var tells) && tells;
    private static ApplicationStatus? Of(JsonObject said) => Enum.TryParse<ApplicationStatus>($"{said[Status]}", out var status) && Enum.IsDefined(status) && status != ApplicationStatus.Withdrawn ? status : null;
}

/// <summary>Puts the applicant into the group that the application is for, if a seat is free. They become a person here if they aren't one yet.</summary>
internal sealed class Enrol(KnownOpenings openings, TimeProvider clock) : Activity
{
    private const string Enrolled = "Enrolled", Full = "Full";

    public override string Name => "EnrolApplicantTask";
    public override Sentence Title => T.Say("Gives the applicant a seat in the group");
    public override IReadOnlyList<string> Outcomes(JsonObject said) => [Enrolled, Full];

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => outcome switch
    {
        Enrolled => [T.Say("The applicant becomes a person here, if they aren't one yet."), T.Say("The applicant has a seat in the group.")],
        Full => [T.Say("No seat is free: nothing changes.")],
        _ => [],
    };

    public override async Task<string?> DoAsync(Step step)
    {
        var (id, tenant) = (step.Subject.Id, step.Acting.Tenant);
        var application = await step.Db.Applications.SingleAsync(a => a.Id == id);
        var opening = await openings.FindAsync(step.Db, tenant, application.ForKind, application.ForId);
        Rule.Require(opening?.GroupId is not null, T.Say("'{0}' has no group into which one could be put.", application.ForTitle));
        var day = tenant.Zone.DayOf(step.Now);
        await GroupSeats.LockAsync(step.Db, opening.GroupId.Value);
        // First this: to put all who wait into their order takes long, while others wait for the lock. And whoever gets no seat doesn't become a person here.
        if (!await GroupSeats.HasRoomAsync(step.Db, opening.GroupId.Value, await application.Who.KnownAsync(step.Db), day)) return Full;
        // Nobody overtakes those who wait: a seat that has just come free is theirs.
        if (await RankBook.IsBehindAsync(step.Db, application)) return Full;
        var person = await application.Who.FindOrAddAsync(step.Db, tenant, Figures.DayIn(tenant, clock), application.AccountId);
        var taken = await GroupSeats.TakeAsync(step.Db, opening.GroupId.Value, person, day);
        if (!taken.IsIn) return Full;
        step.Kept = $"{taken.Enrolment}";
        application.Seat(person);
        return Enrolled;
    }

    public override async Task UndoAsync(Step step)
    {
        if (step.Kept is null) return;      // no seat was free
        var id = step.Subject.Id;
        var application = await step.Db.Applications.SingleAsync(a => a.Id == id);
        if (Guid.TryParse(step.Kept, out var enrolment)) await GroupSeats.GiveBackAsync(step.Db, enrolment);
        application.Unseat();
    }
}
