using System.Globalization;
using Integral.People.Organisations;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>Organisations for programs: the same rules as on the screens.</summary>
internal static class OrganisationsApi
{
    private const string Organisations = "/api/v1/organisations";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Organisations).WithTags("People").RequireAuthorization(PeopleModule.ViewOrganisations);
        read.MapGet("", ListAsync).WithSummary("Organisations by name; q, kind, stage, mine and archived narrow the list, after is the cursor");
        read.MapGet("{id:guid}", GetAsync).WithSummary("One organisation; the ETag is for changing it");

        var write = routes.MapGroup(Organisations).WithTags("People").RequireAuthorization(PeopleModule.ManageOrganisations).AddEndpointFilter<ValidateBody>();
        write.MapPost("", AddAsync).WithSummary("Adds an organisation");
        write.MapPut("{id:guid}", ChangeAsync).WithSummary("Changes what is said of it, all of it; If-Match is required");
        write.MapPost("{id:guid}/archive", (Guid id, OrganisationBook book, OrganisationDesk desk) => DoAsync(id, book, desk.ArchiveAsync)).WithSummary("Puts it into the archive");
        write.MapPost("{id:guid}/restore", (Guid id, OrganisationBook book, OrganisationDesk desk) => DoAsync(id, book, desk.TakeOutAsync)).WithSummary("Takes it out of the archive");
    }

    private static async Task<Ok<OrganisationsAnswer>> ListAsync(OrganisationBook book, string? q, string? kind, string? stage, string? after, bool mine = false, bool archived = false, int limit = OrganisationBook.PageSize)
    {
        Rule.Require(kind is null || Enum.TryParse<OrganisationKind>(kind, ignoreCase: true, out _), T.Say("There is no kind of organisation '{0}'.", $"{kind}"), "kind");
        Rule.Require(stage is null || Enum.TryParse<OrganisationStage>(stage, ignoreCase: true, out _), T.Say("There is no stage '{0}'.", $"{stage}"), "stage");
        var filter = new OrganisationFilter(q, kind is null ? null : Enum.Parse<OrganisationKind>(kind, ignoreCase: true), stage is null ? null : Enum.Parse<OrganisationStage>(stage, ignoreCase: true), mine, archived, after);
        var page = await book.PageAsync(filter, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new OrganisationsAnswer([.. page.Rows.Select(r => new OrganisationInList(r.Of.Id, r.Of.Kind, r.Of.Name, r.Of.ShortName, r.Of.Country, r.Of.TaxNumber, r.Of.Stage, r.Owner))], page.Next));
    }

    private static async Task<Ok<OrganisationAnswer>> GetAsync(Guid id, OrganisationBook book, HttpResponse response) => TypedResults.Ok(Answer(await book.FindAsync(id), response));

    private static async Task<Created<OrganisationAnswer>> AddAsync(NewOrganisation wanted, OrganisationDesk desk, Current current, HttpResponse response)
    {
        var one = await desk.AddAsync(wanted.ToWords());
        return TypedResults.Created($"{current.Base}{Organisations}/{one.Id}", Answer(one, response));
    }

    private static async Task<Results<Ok<OrganisationAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, NewOrganisation wanted, OrganisationBook book, OrganisationDesk desk, HttpContext http)
    {
        var one = await book.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(one.Version)) is { } refused) return refused;
        await desk.ChangeAsync(one, wanted.ToWords(one.Stage));
        return TypedResults.Ok(Answer(one, http.Response));
    }

    private static async Task<NoContent> DoAsync(Guid id, OrganisationBook book, Func<Organisation, Task> what)
    {
        await what(await book.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static OrganisationAnswer Answer(Organisation one, HttpResponse response)
    {
        response.Headers.ETag = Tag(one.Version);
        return new(one.Id, one.Kind, one.Name, one.ShortName, one.Country, one.TaxNumber, one.Kpp, one.ParentId, one.OwnerId, one.Stage, one.Address, one.Phone, one.Email, one.Site, one.Note, one.ArchivedAt);
    }

    private static string Tag(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
}
