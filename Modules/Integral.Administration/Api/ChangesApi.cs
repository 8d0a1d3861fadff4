using Integral.Platform.Changes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integral.Administration.Api;

/// <summary>Mass actions of the last day and undoing them, for programs.</summary>
internal static class ChangesApi
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/changes").WithTags("Mass actions").RequireAuthorization(ChangeSets.UndoOwn);
        api.MapGet("", ListAsync).WithSummary("Mass actions of the last 24 hours, the newest first; of others only for who may undo theirs");
        api.MapGet("/{id:guid}", PlanAsync).WithSummary("What undoing it would do").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/{id:guid}/undo", UndoAsync).WithSummary("Puts back what it changed, as far as nobody has touched it since; since=true: with all that came after it").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<ChangesPage> ListAsync(ChangeSets changes, Texts texts, Guid? after, int? limit)
    {
        var take = Math.Clamp(limit ?? Most, 1, Most);
        var rows = (await changes.ListAsync()).SkipWhile(r => after is not null && r.Set.Id != after).Skip(after is null ? 0 : 1).Take(take + 1).ToList();
        return new([.. rows.Take(take).Select(r => new ChangeView(r.Set.Id, texts.Say(r.Set.Says), r.Set.Who, r.Set.At, r.Rows, r.Set.UndoneAt, r.Set.UndoneBy, r.MayUndo))], rows.Count > take ? rows[take - 1].Set.Id : null);
    }

    private static async Task<UndoView> PlanAsync(Guid id, ChangeSets changes)
    {
        var (_, would) = await changes.PlanAsync(id);
        return new(would.PutBack, would.Left);
    }

    private static async Task<UndoView> UndoAsync(Guid id, bool? since, ChangeSets changes)
    {
        var done = since == true ? await changes.UndoSinceAsync(id) : await changes.UndoAsync(id);
        return new(done.PutBack, done.Left);
    }
}

/// <param name="Next">The value of <c>after</c> for what comes next; null at the end.</param>
internal sealed record ChangesPage(IReadOnlyList<ChangeView> Items, Guid? Next);

/// <param name="Title">In the language of the request.</param>
/// <param name="Records">How many rows can be put back.</param>
internal sealed record ChangeView(Guid Id, string Title, string Who, DateTime At, int Records, DateTime? UndoneAt, string? UndoneBy, bool MayUndo);

/// <param name="PutBack">Rows as they were before.</param>
/// <param name="Left">Rows that somebody changed or used since, which stay as they are.</param>
internal sealed record UndoView(int PutBack, int Left);
