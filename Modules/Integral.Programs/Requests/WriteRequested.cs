using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Communication.Contracts;
using Integral.Programs.Data;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Requests;

/// <summary>
/// Writes the programme of an accepted request, as the staff do by hand: what the organisation wants is taken over, the rest is written afterwards, and visitors don't see it yet. Its hours are what somebody
/// answered to the question <c>HoursFrom</c>, else <c>Hours</c>.
/// </summary>
internal sealed class WriteRequested(INotices notices) : Activity
{
    private const string Hours = "Hours", HoursFrom = "HoursFrom";

    public override string Name => "WriteRequestedProgrammeTask";
    public override Sentence Title => T.Say("Writes the programme that was asked for");

    public override IReadOnlyList<ActivitySetting> Settings =>
    [
        new(HoursFrom, T.Say("The question that was answered with its hours"), SettingKind.Text) { Hint = T.Say("By its name in conditions, without what stands before the full stop: hours.") },
        new(Hours, T.Say("How many hours it has where that wasn't answered"), SettingKind.Number),
    ];

    public override Sentence? Fault(JsonObject said) => Number(said) is >= 1 and <= Programme.MostHours ? null : T.Say("A programme has from 1 to {0} hours.", Programme.MostHours);
    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [T.Say("A programme is written of the request. Visitors don't see it yet."), T.Say("Whoever sent it is told, with the reason.")];

    public override async Task<string?> DoAsync(Step step)
    {
        var request = await FindAsync(step);
        Rule.Require(request.MayBeBuilt, "A programme is written of a request that was accepted.");
        var programme = await RequestDesk.WriteAsync(step.Db, request, request.Title, await HoursAsync(step), step.Now);
        programme.Address(await ProgrammeDesk.SlugAsync(step.Db, programme.Name));
        step.Db.Add(programme);
        await step.Db.SaveChangesAsync();       // the request refers to it
        request.Build(programme.Id, step.Acting.Who, step.Now);
        notices.Tell(step.Acting.Outbox, RequestChangedNotice.Of(step.Acting, request));
        step.Kept = string.Create(CultureInfo.InvariantCulture, $"{programme.Id} {programme.Version}");
        return Done;
    }

    /// <summary>It is as if it had never been, as long as nobody has gone on writing it.</summary>
    public override async Task UndoAsync(Step step)
    {
        var (id, version) = step.Kept!.Split(' ') is [var one, var other] ? (Guid.Parse(one), int.Parse(other, CultureInfo.InvariantCulture)) : default;
        var (request, programme) = (await FindAsync(step), await step.Db.Programmes.Include(p => p.Recruitments).SingleOrDefaultAsync(p => p.Id == id));
        Rule.Require(request.ProgrammeId == id && programme is { Recruitments.Count: 0 } && programme.Version == version, "Somebody has gone on writing the programme: what was decided stays.");
        request.Unbuild(step.Acting.Who, step.Now);
        await step.Db.SaveChangesAsync();
        step.Db.Remove(programme);
        notices.Tell(step.Acting.Outbox, RequestChangedNotice.Of(step.Acting, request));
    }

    private static async Task<int> HoursAsync(Step step)
    {
        var answered = $"{(await step.Answers())[$"{step.Said[HoursFrom]}".Trim()]}";
        return decimal.TryParse(answered, NumberStyles.Number, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= Programme.MostHours ? (int)Math.Ceiling(hours) : Number(step.Said)!.Value;
    }

    private static int? Number(JsonObject said) => int.TryParse($"{said[Hours]}", NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : null;

    private static Task<ProgrammeRequest> FindAsync(Step step)
    {
        var id = step.Subject.Id;
        return step.Db.ProgrammeRequests.Include(r => r.History).SingleAsync(r => r.Id == id);
    }
}
