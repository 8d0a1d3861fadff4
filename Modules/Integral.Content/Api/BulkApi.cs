using Integral.Content.Bulk;
using Integral.Platform.Changes;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>One thing done with many items, and undoing it: the same as on the desk.</summary>
internal static class BulkApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var bulk = routes.MapGroup("/api/v1/content/bulk").WithTags("Content").RequireAuthorization(ContentModule.Write).AddEndpointFilter<ValidateBody>();
        bulk.MapPost("", DoAsync).WithSummary("Does one thing with up to 500 items, each by itself; those with which it can't be done are named with the reason");
        bulk.MapPost("/{id:guid}/undo", UndoAsync).WithSummary("Puts the items back as they were, but for those that somebody has changed since").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<BulkAnswer>> DoAsync(BulkBody wanted, BulkDesk desk, Texts texts)
    {
        var report = await desk.DoAsync(new(wanted.Action!.Value, wanted.Items!, wanted.Owner, wanted.Term));
        return TypedResults.Ok(new BulkAnswer(report.Set, report.Done, [.. report.Refused.Select(r => new RefusedItem(r.ContentItemId, r.Title, r.Say(texts)))]));
    }

    private static async Task<Ok<BulkUndone>> UndoAsync(Guid id, ChangeSets changes, ContentUndo undo)
    {
        await changes.UndoAsync(id);
        return TypedResults.Ok(new BulkUndone(undo.Back, undo.LeftCount, undo.Left));
    }
}

/// <param name="Action">What is done: Give needs an owner, AddTerm and RemoveTerm a term.</param>
/// <param name="Items">Up to 500 contentItemIds.</param>
/// <param name="Owner">Login or e-mail address.</param>
/// <param name="Term">Id of a term.</param>
internal sealed record BulkBody([property: Required] BulkAction? Action, [property: Required] IReadOnlyList<string>? Items, [property: StringLength(256)] string? Owner = null, [property: StringLength(100)] string? Term = null);

/// <param name="ContentItemId">As it was sent.</param>
/// <param name="Title">Its id where it can't be found.</param>
/// <param name="Why">In the language of the request.</param>
internal sealed record RefusedItem(string ContentItemId, string Title, string Why);

/// <param name="Id">By which it is undone within a day; null where nothing was done.</param>
/// <param name="Done">With how many.</param>
/// <param name="Refused">With which it couldn't be done.</param>
internal sealed record BulkAnswer(Guid? Id, int Done, IReadOnlyList<RefusedItem> Refused);

/// <param name="Back">How many items are as before.</param>
/// <param name="Left">How many stayed as they are.</param>
/// <param name="LeftTitles">The first twenty of those.</param>
internal sealed record BulkUndone(int Back, int Left, IReadOnlyList<string> LeftTitles);
