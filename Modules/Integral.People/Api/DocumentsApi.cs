using System.Globalization;
using System.Text.Json.Serialization;
using Integral.People.Documents;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>People's documents for programs: the same rules as on the screens.</summary>
internal static class DocumentsApi
{
    private const string OfPerson = "/api/v1/people/{id:guid}/documents", Documents = "/api/v1/person-documents";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(OfPerson, OfAsync).WithTags("People").RequireAuthorization(PeopleModule.ViewDocuments).WithSummary("Documents of a person; there are never more than thirty");
        routes.MapPost(OfPerson, AddAsync).WithTags("People").RequireAuthorization(PeopleModule.ManageDocuments).AddEndpointFilter<ValidateBody>().WithSummary("Writes down a document");

        var read = routes.MapGroup(Documents).WithTags("People").RequireAuthorization(PeopleModule.ViewDocuments);
        read.MapGet("{id:guid}", GetAsync).WithSummary("One document; the ETag is for changing it");
        read.MapGet("{id:guid}/file", FileAsync).WithSummary("A document's file, as a download");

        var write = routes.MapGroup(Documents).WithTags("People").RequireAuthorization(PeopleModule.ManageDocuments).AddEndpointFilter<ValidateBody>();
        write.MapPut("{id:guid}", ChangeAsync).WithSummary("Changes what is said of a document, all of it but its file; If-Match is required");
        write.MapPost("{id:guid}/file", AttachAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).WithSummary("Takes the body as the document's file, in the place of the one it has; name says what it is called");
        write.MapDelete("{id:guid}", RemoveAsync).WithSummary("Takes a document away with its file, for good");
    }

    private static async Task<Ok<DocumentsAnswer>> OfAsync(Guid id, Members members, DocumentBook book) => TypedResults.Ok(new DocumentsAnswer([.. (await book.OfAsync((await members.FindAsync(id)).Id)).Select(Answer)], null));

    private static async Task<Ok<DocumentAnswer>> GetAsync(Guid id, DocumentBook book, HttpResponse response) => TypedResults.Ok(Tagged(await book.FindAsync(id), response));

    private static async Task<PhysicalFileHttpResult> FileAsync(Guid id, DocumentBook book, HttpResponse response)
    {
        var found = book.Download(await book.FindAsync(id), response);
        return TypedResults.PhysicalFile(found.FileName, found.ContentType, found.FileDownloadName);
    }

    private static async Task<Created<DocumentAnswer>> AddAsync(Guid id, NewDocument wanted, DocumentDesk desk, Current current, HttpContext http)
    {
        var document = await desk.AddAsync(id, wanted.ToWords(), null, http.RequestAborted);
        return TypedResults.Created($"{current.Base}{Documents}/{document.Id}", Tagged(document, http.Response));
    }

    private static async Task<Results<Ok<DocumentAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, NewDocument wanted, DocumentBook book, DocumentDesk desk, HttpContext http)
    {
        var document = await book.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(document)) is { } refused) return refused;
        return TypedResults.Ok(Tagged(await desk.ChangeAsync(document, wanted.ToWords(), null, http.RequestAborted), http.Response));
    }

    private static async Task<Ok<DocumentAnswer>> AttachAsync(Guid id, DocumentBook book, DocumentDesk desk, HttpContext http, string name = "") =>
        TypedResults.Ok(Tagged(await desk.AttachAsync(await book.FindAsync(id), new(name, http.Request.Body), http.RequestAborted), http.Response));

    private static async Task<NoContent> RemoveAsync(Guid id, DocumentBook book, DocumentDesk desk)
    {
        await desk.RemoveAsync(await book.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static DocumentAnswer Tagged(PersonDocument document, HttpResponse response)
    {
        response.Headers.ETag = Tag(document);
        return Answer(document);
    }

    private static DocumentAnswer Answer(PersonDocument of) => new(of.Id, of.PersonId, of.Kind, of.Series, of.DocumentNumber, of.IssuedBy, of.IssuedOn, of.ValidUntil, of.FileName, of.MediaType, of.Length);

    private static string Tag(PersonDocument document) => $"\"{document.Version.ToString(CultureInfo.InvariantCulture)}\"";
}

/// <param name="ValidUntil">The last day; left out where it doesn't end.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewDocument([property: Required] PersonDocumentKind? Kind, [property: Required] string Number, string? Series = null, string? IssuedBy = null, DateOnly? IssuedOn = null, DateOnly? ValidUntil = null)
{
    public DocumentWords ToWords() => new(Kind!.Value, Series, Number, IssuedBy, IssuedOn, ValidUntil);
}

/// <param name="File">What its sender calls the file; null where there is none.</param>
internal sealed record DocumentAnswer(Guid Id, Guid Person, PersonDocumentKind Kind, string? Series, string Number, string? IssuedBy, DateOnly? IssuedOn, DateOnly? ValidUntil, string? File, string? MediaType, long? Length);
internal sealed record DocumentsAnswer(IReadOnlyList<DocumentAnswer> Items, string? Next);
