using Integral.Platform.Web;
using Integral.Programs.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Programs.Api;

/// <summary>Requests for programmes for programs: sent and followed by whoever speaks for an organisation, read and built by staff. Decided are they by the inbox.</summary>
internal static class ProgrammeRequestsApi
{
    private const string Own = "/api/v1/programme-requests", Received = Own + "/received";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup(Own).WithTags("Programs").RequireAuthorization(ProgramsModule.Request).AddEndpointFilter<ValidateBody>();
        own.MapGet("", (RequestBook book, string? status, string? after, int limit = RequestBook.PageSize) => ListAsync(book, book.Me, status, after, limit)).WithSummary("One's own requests for programmes, the latest first; status narrows the list, after is the cursor");
        own.MapGet("{id:guid}", async (Guid id, RequestBook book) => TypedResults.Ok(await AnswerAsync(await book.OwnAsync(id), book))).WithSummary("One of them with what became of it");
        own.MapPost("", SendAsync).WithSummary("Asks for a programme on behalf of an organisation, once under its key");
        own.MapPost("{id:guid}/answer", ReplyAsync).WithSummary("Says what was missing");
        own.MapPost("{id:guid}/withdrawal", WithdrawAsync).WithSummary("Withdraws it");

        var staff = routes.MapGroup(Received).WithTags("Programs").RequireAuthorization(ProgramsModule.Manage).AddEndpointFilter<ValidateBody>();
        staff.MapGet("", (RequestBook book, string? status, string? after, int limit = RequestBook.PageSize) => ListAsync(book, null, status, after, limit)).WithSummary("Requests of all organisations, the latest first; status narrows the list, after is the cursor");
        staff.MapGet("{id:guid}", async (Guid id, RequestBook book) => TypedResults.Ok(await AnswerAsync(await book.FindAsync(id), book))).WithSummary("One of them with what became of it");
        staff.MapPost("{id:guid}/programme", BuildAsync).WithSummary("Writes a programme of an accepted request: what is wanted is taken over");
    }

    private static async Task<Ok<RequestsAnswer>> ListAsync(RequestBook book, Guid? who, string? status, string? after, int limit)
    {
        Rule.Require(status is null || Enum.TryParse<RequestStatus>(status, ignoreCase: true, out _), T.Say("There is no state '{0}' of a request.", $"{status}"), "status");
        var page = await book.PageAsync(new(who, status is null ? null : Enum.Parse<RequestStatus>(status, ignoreCase: true), after), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new RequestsAnswer([.. page.Rows.Select(r => new RequestInList(r.Id, r.Title, r.Organisation, r.People, r.Status, r.SentAt))], page.Next));
    }

    private static async Task<Created<RequestAnswer>> SendAsync(NewRequest wanted, Requesting requesting, RequestBook book, Current current)
    {
        var request = await requesting.SendAsync(wanted.Said(), wanted.Category, $"api {wanted.Key}");
        return TypedResults.Created($"{current.Base}{Own}/{request.Id}", await AnswerAsync(request, book));
    }

    private static async Task<NoContent> ReplyAsync(Guid id, RequestReply wanted, Requesting requesting)
    {
        await requesting.AnswerAsync(id, wanted.Text);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> WithdrawAsync(Guid id, Requesting requesting)
    {
        await requesting.WithdrawAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<Created<WrittenId>> BuildAsync(Guid id, BuiltProgramme wanted, RequestBook book, RequestDesk desk, Current current)
    {
        var programme = await desk.BuildAsync(await book.FindAsync(id), wanted.Name, wanted.Hours!.Value);
        return TypedResults.Created($"{current.Base}/api/v1/programmes/{programme.Id}", new WrittenId(programme.Id));
    }

    private static async Task<RequestAnswer> AnswerAsync(ProgrammeRequest one, RequestBook book) => new(one.Id, one.Organisation, one.Requester, one.Title, one.Purpose, one.Skills, one.Category, one.People, one.Form, one.FromOn, one.UntilOn, one.Remarks,
        one.SentAt, one.Status, one.ProgrammeId, await book.ProgrammeAsync(one) is { IsPublished: true } programme ? $"/programmes/{programme.Slug}" : null, [.. one.History.OrderBy(e => e.Id).Select(e => new RequestHappened(e.Status, e.Text, e.At))]);
}
