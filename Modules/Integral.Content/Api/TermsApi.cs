using System.Text.Json.Nodes;
using Integral.Content.Media;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Sheets;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>Terms of reference books for programs: the same desk as on the screens.</summary>
internal static class TermsApi
{
    private const int Usual = 50, Most = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var books = routes.MapGroup("/api/v1/content/books").WithTags("Content").RequireAuthorization(ContentModule.Books).AddEndpointFilter<ValidateBody>();
        books.MapGet("{code}/terms", TermsAsync).WithSummary("The terms of a book, each above those below it; after is the cursor");
        books.MapPost("{code}/terms", AddAsync).WithSummary("Adds a term, last among those under the same one");
        books.MapGet("{code}/terms/{termId}", GetAsync).WithSummary("A term; the ETag is for changing it");
        books.MapPut("{code}/terms/{termId}", ChangeAsync).WithSummary("Says a term anew, with the one above it. If-Match is required");
        books.MapDelete("{code}/terms/{termId}", DeleteAsync).WithSummary("Deletes a term that nothing names. If-Match is required");
        books.MapPost("{code}/table", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(TermImport.Largest + (1 << 20))).WithSummary("Takes terms from a table, CSV or XLSX: all its rows or none. With check=true it only says what would become of them");
        books.MapPost("{code}/terms/{termId}/merge", MergeAsync).WithSummary("Merges a term into another: what names it is found by that from now on");
    }

    private static async Task<Ok<TermPage>> TermsAsync(string code, string? after, int? limit, BookDesk desk)
    {
        var (most, tree) = (Math.Clamp(limit ?? Usual, 1, Most), await desk.OpenAsync(code));
        var all = InOrder(tree, null).ToList();
        var from = after is null ? 0 : all.FindIndex(t => t.TermId == after) + 1;
        Rule.Require(after is null || from > 0, "The address of this part of the list is damaged. Begin from the first one.", "after");
        return TypedResults.Ok(new TermPage([.. all.Skip(from).Take(most).Select(t => TermAnswer.Of(t, tree))], all.Count > from + most ? all[from + most - 1].TermId : null));
    }

    private static async Task<Ok<TermAnswer>> GetAsync(string code, string termId, BookDesk desk, HttpResponse response)
    {
        var tree = await desk.OpenAsync(code);
        return Answer(tree.Find(termId), tree, response);
    }

    private static async Task<Created<TermAnswer>> AddAsync(string code, TermBody body, BookDesk desk, Current current, HttpResponse response)
    {
        var id = await desk.AddAsync(code, body.Said());
        var tree = await desk.OpenAsync(code);
        return TypedResults.Created($"{current.Base}/api/v1/content/books/{code}/terms/{id}", Answer(tree.Find(id), tree, response).Value);
    }

    private static async Task<Results<Ok<TermAnswer>, ProblemHttpResult>> ChangeAsync(string code, string termId, TermBody body, BookDesk desk, HttpContext http)
    {
        var before = (await desk.OpenAsync(code)).Find(termId);
        if (IfMatch.Refuses(http.Request, Tag(before)) is { } refused) return refused;
        await desk.ChangeAsync(code, termId, body.Said(), before.Version);
        var tree = await desk.OpenAsync(code);
        return Answer(tree.Find(termId), tree, http.Response);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string code, string termId, BookDesk desk, HttpRequest request)
    {
        if (IfMatch.Refuses(request, Tag((await desk.OpenAsync(code)).Find(termId))) is { } refused) return refused;
        await desk.DeleteAsync(code, termId);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> MergeAsync(string code, string termId, MergeBody body, BookDesk desk)
    {
        await desk.MergeAsync(code, termId, body.Into);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ImportAnswer>> ImportAsync(string code, string? name, bool? check, TermImport import, MediaLimits limits, Texts texts, HttpContext http)
    {
        var sent = await MediaBody.ReadAsync(http.Request, name, limits);
        var sheet = SheetFile.Read(await BytesAsync(sent, http.RequestAborted));
        var (_, rows) = await import.CheckAsync(code, sheet);
        if (check != true)
        {
            var wrong = rows.Where(r => r.Outcome == RowOutcome.Wrong).Select(r => r.Line).ToList();
            Rule.Require(wrong.Count == 0, T.Say("Nothing was taken: of some rows nothing can be made. They are: {0}", string.Join(", ", wrong.Take(20))));
            await import.TakeAsync(code, sent.Name, sheet);
        }
        return TypedResults.Ok(new ImportAnswer([.. rows.Select(r => new RowAnswer(r.Line, r.Name, r.Outcome, r.Fault is { } fault ? texts.Say(fault) : null))]));
    }

    private static async Task<byte[]> BytesAsync(SentMedia sent, CancellationToken cancel)
    {
        var (bytes, buffer) = (new MemoryStream(), new byte[1 << 16]);
        for (int read; (read = await sent.Content.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            Rule.Require(bytes.Length <= TermImport.Largest, T.Say("The file is larger than {0} MB.", TermImport.Largest >> 20));
        }
        return bytes.ToArray();
    }

    private static IEnumerable<ReferenceTerm> InOrder(BookTree tree, Guid? under) => tree.Under(under).SelectMany(t => InOrder(tree, t.Id).Prepend(t));

    private static Ok<TermAnswer> Answer(ReferenceTerm term, BookTree tree, HttpResponse response)
    {
        response.Headers.ETag = Tag(term);
        return TypedResults.Ok(TermAnswer.Of(term, tree));
    }

    private static string Tag(ReferenceTerm term) => $"\"{term.Version}\"";
}

/// <param name="Next">The value of <c>after</c> for what comes next; null at the end.</param>
internal sealed record TermPage(IReadOnlyList<TermAnswer> Items, string? Next);

/// <param name="Under">The id of the term above it; null at the top.</param>
/// <param name="From">The first and the last day on which it can be chosen.</param>
internal sealed record TermAnswer(string TermId, string? Code, JsonObject Names, string? Under, DateOnly? From, DateOnly? To, bool IsOwn)
{
    public static TermAnswer Of(ReferenceTerm term, BookTree tree) => new(term.TermId, term.Code, term.Called.Object, tree.Above(term)?.TermId, term.ValidFrom, term.ValidTo, term.IsOwn);
}

internal sealed record TermBody
{
    /// <summary>By language of two letters; one at least.</summary>
    [Required] public JsonObject? Names { get; init; }
    [StringLength(ReferenceTerm.LongestCode)] public string? Code { get; init; }

    /// <summary>The id of the term above it; left out, it stands at the top.</summary>
    [StringLength(26)] public string? Under { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    public TermSaid Said() => new(TermNames.Of(Names)) { Code = Code, Under = Under, From = From, To = To };
}

/// <param name="Into">The id of the other term of the same book.</param>
internal sealed record MergeBody([property: Required, StringLength(26)] string Into);

/// <param name="Rows">In the order of the table.</param>
internal sealed record ImportAnswer(IReadOnlyList<RowAnswer> Rows);

/// <param name="Line">Where it stands in the file.</param>
/// <param name="Fault">Why nothing can be made of it; null where something can.</param>
internal sealed record RowAnswer(int Line, string Name, RowOutcome Outcome, string? Fault);
