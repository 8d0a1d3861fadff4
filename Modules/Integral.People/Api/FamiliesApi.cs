using System.Globalization;
using System.Text.Json.Serialization;
using Integral.People.Families;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>Families for programs: the same rules as on the screens. A parent's program asks for its own children only.</summary>
internal static class FamiliesApi
{
    private const string Families = "/api/v1/families";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/me/children", OwnAsync).WithTags("People").RequireAuthorization().WithSummary("The children of the token's owner, as far as it holds today; there are never more than twenty");
        routes.MapGet("/api/v1/people/{id:guid}/family", OfAsync).WithTags("People").RequireAuthorization(PeopleModule.ViewFamilies).WithSummary("Adults of a child and children of an adult; there are never more than forty");
        routes.MapGet($"{Families}/{{id:guid}}", GetAsync).WithTags("People").RequireAuthorization(PeopleModule.ViewFamilies).WithSummary("One adult and one child; the ETag is for changing it");

        var write = routes.MapGroup(Families).WithTags("People").RequireAuthorization(PeopleModule.ManageFamilies).AddEndpointFilter<ValidateBody>();
        write.MapPost("", AddAsync).WithSummary("Writes down an adult of a child");
        write.MapPut("{id:guid}", ChangeAsync).WithSummary("Changes what is said of them, all of it; If-Match is required");
        write.MapDelete("{id:guid}", RemoveAsync).WithSummary("Takes back what was written down by mistake; the answer's change set undoes it for a day");
    }

    private static async Task<Ok<OwnChildrenAnswer>> OwnAsync(FamilyBook book) => TypedResults.Ok(new OwnChildrenAnswer(
        [.. (await book.OwnAsync()).Select(c => new OwnChildAnswer(c.Link.ChildId, c.Name, c.Link.MayRead, c.Link.MayCollect, c.Link.MayDecide, c.Groups))], null));

    private static async Task<Ok<FamilyAnswer>> OfAsync(Guid id, Members members, FamilyBook book) => TypedResults.Ok(new FamilyAnswer(
        [.. (await book.OfAsync((await members.FindAsync(id)).Id)).Select(r => new RelativeAnswer(r.Link.Id, r.PersonId, r.Name, r.IsChild, r.Link.Kinship, r.Link.FromOn, r.Link.UntilOn, r.Link.MayRead, r.Link.MayCollect, r.Link.MayDecide))], null));

    private static async Task<Ok<FamilyLinkAnswer>> GetAsync(Guid id, FamilyBook book, HttpResponse response) => TypedResults.Ok(Answer(await book.FindAsync(id), response));

    private static async Task<Created<FamilyLinkAnswer>> AddAsync(NewFamilyLink wanted, FamilyDesk desk, Current current, HttpResponse response)
    {
        var link = await desk.AddAsync(wanted.Adult!.Value, wanted.Child!.Value, new(wanted.Kinship!.Value, wanted.FromOn, wanted.UntilOn, wanted.MayRead, wanted.MayCollect, wanted.MayDecide));
        return TypedResults.Created($"{current.Base}{Families}/{link.Id}", Answer(link, response));
    }

    private static async Task<Results<Ok<FamilyLinkAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, ChangedFamilyLink wanted, FamilyBook book, FamilyDesk desk, HttpContext http)
    {
        var link = await book.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(link)) is { } refused) return refused;
        await desk.ChangeAsync(link, new(wanted.Kinship!.Value, wanted.FromOn, wanted.UntilOn, wanted.MayRead, wanted.MayCollect, wanted.MayDecide));
        return TypedResults.Ok(Answer(link, http.Response));
    }

    private static async Task<Ok<FamilyRemoved>> RemoveAsync(Guid id, FamilyBook book, FamilyDesk desk) => TypedResults.Ok(new FamilyRemoved(await desk.RemoveAsync(await book.FindAsync(id))));

    private static FamilyLinkAnswer Answer(FamilyLink link, HttpResponse response)
    {
        response.Headers.ETag = Tag(link);
        return new(link.Id, link.AdultId, link.ChildId, link.Kinship, link.FromOn, link.UntilOn, link.MayRead, link.MayCollect, link.MayDecide);
    }

    private static string Tag(FamilyLink link) => $"\"{link.Version.ToString(CultureInfo.InvariantCulture)}\"";
}

/// <param name="FromOn">The first day on which it holds; left out, always.</param>
/// <param name="UntilOn">The last one.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewFamilyLink([property: Required] Guid? Adult, [property: Required] Guid? Child, [property: Required] Kinship? Kinship,
    DateOnly? FromOn = null, DateOnly? UntilOn = null, bool MayRead = false, bool MayCollect = false, bool MayDecide = false);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChangedFamilyLink([property: Required] Kinship? Kinship,
    DateOnly? FromOn = null, DateOnly? UntilOn = null, bool MayRead = false, bool MayCollect = false, bool MayDecide = false);

internal sealed record FamilyLinkAnswer(Guid Id, Guid Adult, Guid Child, Kinship Kinship, DateOnly? FromOn, DateOnly? UntilOn, bool MayRead, bool MayCollect, bool MayDecide);

/// <param name="IsChild">The relative is the child, and the person who was asked for the adult.</param>
internal sealed record RelativeAnswer(Guid Id, Guid PersonId, string Name, bool IsChild, Kinship Kinship, DateOnly? FromOn, DateOnly? UntilOn, bool MayRead, bool MayCollect, bool MayDecide);
internal sealed record FamilyAnswer(IReadOnlyList<RelativeAnswer> Items, string? Next);
internal sealed record OwnChildAnswer(Guid PersonId, string Name, bool MayRead, bool MayCollect, bool MayDecide, IReadOnlyList<string> Groups);
internal sealed record OwnChildrenAnswer(IReadOnlyList<OwnChildAnswer> Items, string? Next);
internal sealed record FamilyRemoved(Guid Set);
