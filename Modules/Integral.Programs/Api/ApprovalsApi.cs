using Integral.Platform.Web;
using Integral.Programs.Approving;
using Integral.Programs.Versions;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Programs.Api;

/// <summary>Approval of programmes, for programs: by the id of a programme or of the draft of its next version. Whoever decides does so by the inbox.</summary>
internal static class ApprovalsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/api/v1/programmes/{id:guid}/approval").WithTags("Programs").RequireAuthorization(ProgramsModule.Compose).AddEndpointFilter<ValidateBody>();
        one.MapGet("", GetAsync).WithSummary("What waits for approval of a programme or could be sent, what visitors would see otherwise, and what was decided");
        one.MapPost("", SendAsync).WithSummary("Sends it, where a workflow says who decides; meanwhile nothing of it is changed");
        one.MapDelete("", TakeBackAsync).WithSummary("Takes it back: nobody has to decide any more");
    }

    private static async Task<Ok<ApprovalAnswer>> GetAsync(Guid id, Approvals approvals, VersionBook versions, Texts texts) => TypedResults.Ok(await AnswerAsync(id, approvals, versions, texts));

    private static async Task<Ok<ApprovalAnswer>> SendAsync(Guid id, Approvals approvals, VersionBook versions, Texts texts)
    {
        await approvals.SendAsync((await approvals.FindAsync(id)).Written);
        return TypedResults.Ok(await AnswerAsync(id, approvals, versions, texts));
    }

    private static async Task<NoContent> TakeBackAsync(Guid id, Approvals approvals)
    {
        await approvals.TakeBackAsync((await approvals.FindAsync(id)).Written);
        return TypedResults.NoContent();
    }

    private static async Task<ApprovalAnswer> AnswerAsync(Guid id, Approvals approvals, VersionBook versions, Texts texts)
    {
        var (of, written) = await approvals.FindAsync(id);
        var (maySend, view) = (await approvals.IsOfferedAsync(written), await approvals.CaseAsync(of));
        IReadOnlyList<VersionChange> changes = maySend || written.IsSent ? await versions.ChangesAsync(of, written, texts) : [];
        return new(of.Id, written.DraftOfId is null ? null : written.Id, written.SentAt, written.IsSent ? written.SentBy : null, maySend,
            [.. changes.Select(c => new ChangedPart(c.Name, c.Before, c.After))], [.. view.Open.Select(t => new WaitingDecision(t.Id, t.Title, t.DueOn, t.IsMine))], view.History);
    }
}

/// <param name="Id">Of the task in the inbox.</param>
/// <param name="IsMine">One may decide it.</param>
internal sealed record WaitingDecision(Guid Id, string Title, DateOnly? DueOn, bool IsMine);

/// <param name="Id">Of the programme that visitors see, or will see.</param>
/// <param name="DraftId">In which its next version is written.</param>
/// <param name="SentAt">It waits since; nothing where it doesn't.</param>
/// <param name="MaySend">It could be sent.</param>
internal sealed record ApprovalAnswer(Guid Id, Guid? DraftId, DateTime? SentAt, string? SentBy, bool MaySend, IReadOnlyList<ChangedPart> Changes, IReadOnlyList<WaitingDecision> Waits, IReadOnlyList<CaseLine> History);
