using System.Text.Json.Serialization;
using Integral.Programs.Requests;

namespace Integral.Programs.Api;

/// <param name="Key">The program's own for this request: at least 16 characters that nobody guesses.</param>
/// <param name="Title">What the programme is to be about.</param>
/// <param name="Skills">What one is to be able to do afterwards, one a line.</param>
/// <param name="Category">Id of a category of learners; left out for everybody.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewRequest([property: Required, StringLength(200, MinimumLength = 16)] string Key, [property: Required] string Organisation, [property: Required] string Title, [property: Required] string Purpose,
    [property: Required] int? People, [property: Required] StudyForm? Form, string? Skills = null, Guid? Category = null, DateOnly? FromOn = null, DateOnly? UntilOn = null, string? Remarks = null)
{
    public Wanted Said() => new(Organisation, Title, Purpose, Skills ?? "", "", People!.Value, Form!.Value, FromOn, UntilOn, Remarks ?? "");
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RequestReply([property: Required] string Text);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuiltProgramme([property: Required] string Name, [property: Required] int? Hours);

internal sealed record RequestInList(Guid Id, string Title, string Organisation, int People, RequestStatus Status, DateTime SentAt);

internal sealed record RequestsAnswer(IReadOnlyList<RequestInList> Items, string? Next);

/// <param name="Status">What it became; null where the organisation answered.</param>
internal sealed record RequestHappened(RequestStatus? Status, string? Text, DateTime At);

/// <param name="ProgrammeId">That was written of it.</param>
/// <param name="Page">Of that programme, as long as visitors see it.</param>
internal sealed record RequestAnswer(Guid Id, string Organisation, string Requester, string Title, string Purpose, string Skills, string Category, int People, StudyForm Form, DateOnly? FromOn, DateOnly? UntilOn, string Remarks,
    DateTime SentAt, RequestStatus Status, Guid? ProgrammeId, string? Page, IReadOnlyList<RequestHappened> History);
