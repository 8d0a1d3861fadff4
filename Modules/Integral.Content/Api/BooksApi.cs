using System.Text.Json.Nodes;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>Reference books for programs: the same desk as on the screens. Their terms: <see cref="TermsApi"/>.</summary>
internal static class BooksApi
{
    private const string Books = "/api/v1/content/books";
    private const int Usual = 50, Most = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var books = routes.MapGroup(Books).WithTags("Content").RequireAuthorization(ContentModule.Books).AddEndpointFilter<ValidateBody>();
        books.MapGet("", ListAsync).WithSummary("The reference books by code; after is the cursor");
        books.MapGet("{code}", GetAsync).WithSummary("A reference book; the ETag is for changing it");
        books.MapPost("", MakeAsync).WithSummary("Makes a reference book; without a code, one is made of its name");
        books.MapPut("{code}", ChangeAsync).WithSummary("Says a book anew; its code stays. If-Match is required");
        books.MapDelete("{code}", DeleteAsync).WithSummary("Deletes a book from which no field is chosen and whose terms nothing names. If-Match is required");
    }

    private static async Task<Ok<BookPage>> ListAsync(string? after, int? limit, BookDesk desk)
    {
        var most = Math.Clamp(limit ?? Usual, 1, Most);
        var left = (await desk.AllAsync()).OrderBy(b => b.Book.Code, StringComparer.Ordinal).Where(b => after is null || string.CompareOrdinal(b.Book.Code, after) > 0).Take(most + 1).ToList();
        return TypedResults.Ok(new BookPage([.. left.Take(most).Select(BookAnswer.Of)], left.Count > most ? left[most - 1].Book.Code : null));
    }

    private static async Task<Ok<BookAnswer>> GetAsync(string code, BookDesk desk, HttpResponse response) => Answer(await desk.OpenAsync(code), response);

    private static async Task<Created<BookAnswer>> MakeAsync(BookBody body, BookDesk desk, Current current, HttpResponse response)
    {
        var code = await desk.MakeAsync(body.Said());
        return TypedResults.Created($"{current.Base}{Books}/{code}", Answer(await desk.OpenAsync(code), response).Value);
    }

    private static async Task<Results<Ok<BookAnswer>, ProblemHttpResult>> ChangeAsync(string code, BookBody body, BookDesk desk, HttpContext http)
    {
        var before = (await desk.OpenAsync(code)).Book;
        if (IfMatch.Refuses(http.Request, Tag(before)) is { } refused) return refused;
        await desk.ChangeAsync(code, body.Said(), before.Version);
        return Answer(await desk.OpenAsync(code), http.Response);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string code, BookDesk desk, HttpRequest request)
    {
        var before = (await desk.OpenAsync(code)).Book;
        if (IfMatch.Refuses(request, Tag(before)) is { } refused) return refused;
        await desk.DeleteAsync(code, before.Version);
        return TypedResults.NoContent();
    }

    private static Ok<BookAnswer> Answer(BookTree tree, HttpResponse response)
    {
        response.Headers.ETag = Tag(tree.Book);
        return TypedResults.Ok(BookAnswer.Of(new(tree.Book, tree.All.Count(t => t.MergedIntoId is null))));
    }

    private static string Tag(ReferenceBook book) => $"\"{book.Version}\"";
}

/// <param name="Next">The value of <c>after</c> for what comes next; null at the end.</param>
internal sealed record BookPage(IReadOnlyList<BookAnswer> Items, string? Next);

/// <param name="Names">By language.</param>
/// <param name="IsOwn">It is kept here and not above.</param>
internal sealed record BookAnswer(string Code, string BookId, JsonObject Names, string? Description, int Terms, bool IsOwn, bool IsShared, bool MayBeExtended)
{
    public static BookAnswer Of(BookRow row) => new(row.Book.Code, row.Book.BookId, row.Book.Called.Object, row.Book.Description, row.Terms, row.Book.IsOwn, row.Book.IsShared, row.Book.MayBeExtended);
}

internal sealed record BookBody
{
    /// <summary>By language of two letters; one at least.</summary>
    [Required] public JsonObject? Names { get; init; }

    /// <summary>By which fields and recipes name it: letters, digits and hyphens. It is said once, when the book is made.</summary>
    [StringLength(ReferenceBook.LongestCode)] public string? Code { get; init; }
    [StringLength(ReferenceBook.LongestDescription)] public string? Description { get; init; }

    /// <summary>The institutions below get it.</summary>
    public bool IsShared { get; init; }

    /// <summary>They may add terms of their own.</summary>
    public bool MayBeExtended { get; init; } = true;

    public BookSaid Said() => new(TermNames.Of(Names), Code) { Description = Description, IsShared = IsShared, MayBeExtended = MayBeExtended };
}
