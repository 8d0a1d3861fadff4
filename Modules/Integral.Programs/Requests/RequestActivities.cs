using System.Text.Json.Nodes;
using Integral.Communication.Contracts;
using Integral.Platform.Sheets;
using Integral.Programs.Data;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Requests;

/// <summary>A case begins when an organisation asks for a programme.</summary>
internal sealed class RequestArrives : Activity
{
    public const string Kind = "ProgrammeRequestedEvent";

    public override string Name => Kind;
    public override Sentence Title => T.Say("An organisation asks for a programme");
    public override bool IsStart => true;
    public override string? SubjectKind => ProgrammeRequest.Kind;
    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(Done);
}

/// <summary>Says how far a request has come; the organisation is told, with the reason of the decision before it.</summary>
internal sealed class SetRequestStatus(INotices notices) : Activity
{
    private const string Status = "Status";
    private static readonly RequestStatus[] Choices = [RequestStatus.Asked, RequestStatus.Accepted, RequestStatus.Refused];

    public override string Name => "SetProgrammeRequestStatusTask";
    public override Sentence Title => T.Say("Says how far the request has come");
    public override IReadOnlyList<ActivitySetting> Settings => [new(Status, T.Say("What the request becomes"), SettingKind.Choice) { Choices = [.. Choices.Select(s => new SaidWord($"{s}", s.Word()))] }];

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => Of(said) is not { } status ? [] : [T.Say("The request becomes: {0}", status.Word()), T.Say("Whoever sent it is told, with the reason.")];

    public override Sentence? Fault(JsonObject said) => Of(said) is null ? T.Say("A request can't become '{0}'.", $"{said[Status]}") : null;

    public override async Task<string?> DoAsync(Step step)
    {
        var request = await RequestAsync(step);
        step.Kept = $"{request.Status}";
        Become(step, request, Of(step.Said)!.Value, step.Reason);
        return Done;
    }

    /// <summary>The organisation is told that it is as it was.</summary>
    public override async Task UndoAsync(Step step)
    {
        var request = await RequestAsync(step);
        Rule.Require(request.ProgrammeId is null, "A programme was written of this request already.");
        Become(step, request, Enum.Parse<RequestStatus>(step.Kept!), null);
    }

    private void Become(Step step, ProgrammeRequest request, RequestStatus status, string? reason)
    {
        request.Become(status, reason, step.Acting.Who, step.Now);
        notices.Tell(step.Acting.Outbox, RequestChangedNotice.Of(step.Acting, request));
    }

    private static Task<ProgrammeRequest> RequestAsync(Step step)
    {
        var id = step.Subject.Id;
        return step.Db.ProgrammeRequests.Include(r => r.History).SingleAsync(r => r.Id == id);
    }

    private static RequestStatus? Of(JsonObject said) => Enum.TryParse<RequestStatus>($"{said[Status]}", out var status) && Choices.Contains(status) ? status : null;
}
