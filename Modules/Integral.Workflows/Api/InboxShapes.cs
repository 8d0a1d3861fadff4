using System.Text.Json.Serialization;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;

namespace Integral.Workflows.Api;

/// <param name="Answers">To what is asked, by the names of the questions: numbers with a full stop, days as 2026-09-01, yes and no as true and false.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewDecision([property: Required] string Outcome, string? Reason = null, IReadOnlyDictionary<string, string?>? Answers = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewDecisions([property: Required] IReadOnlyList<Guid> Ids, [property: Required] string Outcome, string? Reason = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewWorker([property: Required] Guid? AccountId);

/// <param name="With">By which it can be taken back.</param>
internal sealed record Decided(Guid With);

internal sealed record NotDecided(Guid Id, string Title, string Why);

/// <param name="With">By which those that were decided can be taken back; null where none was.</param>
internal sealed record ManyDecided(int Done, IReadOnlyList<NotDecided> Refused, Guid? With);

/// <param name="IsMore">More wait than were counted.</param>
/// <param name="Others">People and working groups who may decide too, by name.</param>
internal sealed record StageAnswer(Guid Id, string Title, IReadOnlyList<string> Roles, IReadOnlyList<string> Others, int Waiting, bool IsMore);

internal sealed record StagesAnswer(IReadOnlyList<StageAnswer> Items, Guid? Next);

/// <param name="Items">By name, at most two hundred.</param>
internal sealed record ColleaguesAnswer(IReadOnlyList<Colleague> Items);

internal sealed record TaskInList(Guid Id, Guid Stage, string Title, string Note, string Task, DateTime Since, DateOnly? DueOn, string? ClaimedBy, IReadOnlyList<string> Actions, DateTime? DecidedAt, string? Outcome);
internal sealed record InboxAnswer(IReadOnlyList<TaskInList> Items, string? Next);

/// <param name="Id">Of the case's latest task within one's reach.</param>
/// <param name="Waits">What is to be decided now.</param>
internal sealed record FollowedInList(Guid Id, string Title, string Note, string Status, IReadOnlyList<string> Waits, DateTime StartedAt);
internal sealed record FollowedAnswer(IReadOnlyList<FollowedInList> Items, string? Next);

/// <param name="RequiredFor">The decisions that can't be made without it.</param>
internal sealed record AskedAnswer(string Name, string Label, FormFieldKind Kind, IReadOnlyList<string> Choices, IReadOnlyList<string> RequiredFor);

/// <param name="Asked">What whoever decides is asked.</param>
/// <param name="Changes">What would be otherwise if it were decided so.</param>
internal sealed record TaskAnswer(Guid Id, string Title, string Note, string Task, string SubjectKind, Guid SubjectId, bool IsOpen, IReadOnlyList<string> Actions, IReadOnlyList<string> NeedsReason, IReadOnlyList<string> Phrases, IReadOnlyList<AskedAnswer> Asked, DateOnly? DueOn, string? ClaimedBy, string? Outcome, string? Reason, bool IsFollowed, IReadOnlyList<CaseLine> History, IReadOnlyList<SubjectChange> Changes);
