using System.Security.Cryptography;
using System.Text;
using Integral.Content.Data;
using Integral.Content.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>Reading what is published.</summary>
internal static class ContentApi
{
    private const int MostItems = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/content").WithTags("Content").AllowAnonymous();
        api.MapGet("", ListAsync).WithSummary("Published items, the newest first").Produces<ContentList>();
        api.MapGet("/{contentItemId}", ShowAsync).WithSummary("A published item with its text").Produces<ContentText>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(string? type, string? culture, string? after, int? limit, Db db, PublicSite site, HttpContext http)
    {
        var most = limit ?? 20;
        Rule.Require(most is >= 1 and <= MostItems, T.Say("A list has from 1 to {0} items.", MostItems), "limit");
        Rule.Require(culture is null || Texts.Cultures.Contains(culture), T.Say("There is no language '{0}' here. There are: {1}.", culture!, string.Join(", ", Texts.Cultures)), "culture");
        var items = db.ContentItems.Published().Where(i => i.Slug != null && (type == null || i.ContentType == type) && (culture == null || i.Culture == culture));
        var rows = await items.NewestFrom(Cursor.Read(after)).Take(most + 1)
            .Select(i => new ContentHead(i.ContentItemId, i.ContentType, i.Culture, i.LocalizationSet, i.DisplayText, i.Slug!, i.Summary, i.PublishedAt!.Value, i.ModifiedAt)).ToListAsync();
        var next = rows.Count > most ? Cursor.After(rows[most - 1].PublishedAt, rows[most - 1].ContentItemId).ToString() : null;
        var list = new ContentList([.. rows.Take(most).Select(r => r with { Address = site.To(r.Address) })], next);
        return Tagged(http, Json.Write(list), list);
    }

    private static async Task<IResult> ShowAsync(string contentItemId, Db db, PublicSite site, HttpContext http)
    {
        var item = await db.ContentItems.Published().SingleOr404Async(i => i.ContentItemId == contentItemId);
        var text = new ContentText(item.ContentItemId, item.ContentType, item.Culture, item.LocalizationSet, item.DisplayText, item.Slug is null ? null : site.To(item.Slug), item.Summary,
            site.Media(item.ImagePath, item.OriginId), await site.CompleteAsync(item), item.PublishedAt!.Value, item.ModifiedAt);
        return Tagged(http, $"{item.Id}.{item.Version}.{site.To("")}", text);
    }

    private static IResult Tagged<T>(HttpContext http, string of, T answer)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..32]}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.Contains(tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Json(answer);
    }
}

internal sealed record ContentHead(string ContentItemId, string ContentType, string Culture, string LocalizationSet, string Title, string Address, string Summary, DateTime PublishedAt, DateTime ModifiedAt);

/// <param name="Next">The cursor of the next part; null when this is the last.</param>
internal sealed record ContentList(IReadOnlyList<ContentHead> Items, string? Next);

internal sealed record ContentText(string ContentItemId, string ContentType, string Culture, string LocalizationSet, string Title, string? Address, string Summary,
    string? Image, string Html, DateTime PublishedAt, DateTime ModifiedAt);
