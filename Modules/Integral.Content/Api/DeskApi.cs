using System.Text.Json.Nodes;
using Integral.Content.Approving;
using Integral.Content.Editing;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>Writing pages and news from programs: the same desk as on the screens.</summary>
internal static class DeskApi
{
    private const string Items = "/api/v1/content/items";
    private const int MostBytes = 2 << 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup(Items).WithTags("Content").RequireAuthorization(ContentModule.Write).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).AddEndpointFilter<ValidateBody>();
        desk.MapGet("", ListAsync).WithSummary("Everything within one's reach, drafts too, what was changed last first; after is the cursor");
        desk.MapGet("/{contentItemId}", GetAsync).WithSummary("An item with the data of its latest version; the ETag is for changing it");
        desk.MapPost("", AddAsync).WithSummary("Writes a new item, published or not");
        desk.MapPut("/{contentItemId}", ChangeAsync).WithSummary("Keeps a new version: the parts that are said take the place of those that were there; If-Match is required");

        // The type may give the right to publish to a role that hasn't it otherwise: the desk decides.
        var publish = routes.MapGroup(Items).WithTags("Content").RequireAuthorization(ContentModule.Write);
        publish.MapPost("/{contentItemId}/unpublish", (string contentItemId, ContentDesk d) => DoAsync(d.UnpublishAsync(contentItemId))).WithSummary("Takes it off the site; it stays as a draft");
        publish.MapPost("/{contentItemId}/send", SendAsync).WithMetadata(new FeatureMetadata(ContentModule.Approval)).WithSummary("Sends its latest version for publishing, to whoever the institution's workflow says");
        publish.MapPost("/{contentItemId}/take-back", (string contentItemId, Approvals a) => DoAsync(a.TakeBackAsync(contentItemId))).WithMetadata(new FeatureMetadata(ContentModule.Approval)).WithSummary("Nobody has to decide any more on what was sent");
        publish.MapPost("/{contentItemId}/restore", (string contentItemId, ContentDesk d) => DoAsync(d.RestoreAsync(contentItemId))).WithSummary("Takes it out of the bin, as a draft");
        publish.MapDelete("/{contentItemId}", (string contentItemId, ContentDesk d) => DoAsync(d.DeleteAsync(contentItemId))).WithSummary("Puts it into the bin");
    }

    private static async Task<Ok<ItemsAnswer>> ListAsync(DeskList list, string? q, string? type, ItemState? state, string? culture, string? after, bool mine = false, int limit = DeskList.PageSize)
    {
        var page = await list.PageAsync(new(q, type, state, culture, after, IsMine: mine), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new ItemsAnswer([.. page.Rows.Select(r => new ItemInList(r.ContentItemId, r.Type, r.Title, r.State, r.Culture, r.Author, r.ModifiedAt))], page.Next));
    }

    private static async Task<Ok<ItemAnswer>> GetAsync(string contentItemId, ContentDesk desk, HttpResponse response) => TypedResults.Ok(Answer(await desk.OpenAsync(contentItemId), response));

    private static async Task<Created<ItemAnswer>> AddAsync(NewItem wanted, ContentDesk desk, Current current, HttpResponse response)
    {
        var sheet = wanted.TranslationOf is { Length: > 0 } original ? await desk.TranslateAsync(original, wanted.Culture ?? current.Tenant.Culture) : await desk.NewAsync(wanted.ContentType, wanted.Culture);
        Rule.Require(sheet.Type.Name.Equals(wanted.ContentType, StringComparison.OrdinalIgnoreCase), "A translation is of the same kind as its original.", "contentType");
        sheet.Say(wanted.Data);
        var item = await desk.SaveAsync(sheet, wanted.Publish);
        return TypedResults.Created($"{current.Base}{Items}/{item.ContentItemId}", Answer(sheet with { Item = item }, response));
    }

    private static async Task<Results<Ok<ItemAnswer>, ProblemHttpResult>> ChangeAsync(string contentItemId, ChangedItem wanted, ContentDesk desk, HttpContext http)
    {
        var sheet = await desk.OpenAsync(contentItemId);
        if (IfMatch.Refuses(http.Request, Tag(sheet)) is { } refused) return refused;
        sheet.Say(wanted.Data);
        await desk.SaveAsync(sheet, wanted.Publish);
        return TypedResults.Ok(Answer(sheet, http.Response));
    }

    private static async Task<NoContent> SendAsync(string contentItemId, ContentDesk desk, Approvals approvals)
    {
        await approvals.SendAsync(await desk.OpenAsync(contentItemId));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DoAsync(Task work)
    {
        await work;
        return TypedResults.NoContent();
    }

    private static ItemAnswer Answer(Sheet sheet, HttpResponse response)
    {
        response.Headers.ETag = Tag(sheet);
        var item = sheet.Item!;
        return new(item.ContentItemId, item.ContentType, item.DisplayText, DeskList.StateOf(item), item.Culture, item.PublishedAt is null ? null : item.Slug, item.Author, item.ModifiedAt, item.SentVersion is not null, sheet.Data);
    }

    private static string Tag(Sheet sheet) => $"\"{sheet.BasedOn}\"";
}

internal sealed record ItemInList(string ContentItemId, string ContentType, string Title, ItemState State, string Culture, string? Author, DateTime ModifiedAt);

/// <param name="Next">The cursor of the next part; null when this is the last.</param>
internal sealed record ItemsAnswer(IReadOnlyList<ItemInList> Items, string? Next);

/// <param name="Slug">The address within the site; null where it isn't published.</param>
/// <param name="IsSent">A version waits for somebody to decide whether it is published.</param>
/// <param name="Data">The parts by name, as recipes write them.</param>
internal sealed record ItemAnswer(string ContentItemId, string ContentType, string Title, ItemState State, string Culture, string? Slug, string? Author, DateTime ModifiedAt, bool IsSent, JsonObject Data);

/// <param name="ContentType">Name of a content type.</param>
/// <param name="Data">The parts by name, as recipes write them.</param>
/// <param name="Culture">Two letters; the institution's own where it is left out.</param>
/// <param name="Publish">Visitors see it at once.</param>
/// <param name="TranslationOf">The item that it says in another language: what isn't said in the data is taken from there.</param>
internal sealed record NewItem([property: Required, StringLength(100)] string ContentType, [property: Required] JsonObject Data, string? Culture = null, bool Publish = false, [property: StringLength(26)] string? TranslationOf = null);

/// <param name="Data">The parts that are to be changed, as recipes write them.</param>
/// <param name="Publish">Visitors see it at once.</param>
internal sealed record ChangedItem([property: Required] JsonObject Data, bool Publish = false);
