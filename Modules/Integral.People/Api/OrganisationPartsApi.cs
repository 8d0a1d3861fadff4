using System.Globalization;
using Integral.People.Organisations;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>Contact persons and agreements of an organisation, and what was agreed with it, for programs.</summary>
internal static class OrganisationPartsApi
{
    private const string One = "/api/v1/organisations/{id:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(One).WithTags("People").RequireAuthorization(PeopleModule.ViewOrganisations);
        read.MapGet("contacts", ContactsAsync).WithSummary("Its contact persons by name; there are never more than a hundred");
        read.MapGet("contacts/{contact:guid}", ContactAsync).WithSummary("One contact person; the ETag is for changing it");
        read.MapGet("agreements", AgreementsAsync).WithSummary("Its agreements, the latest first; there are never more than two hundred");
        read.MapGet("agreements/{agreement:guid}", AgreementAsync).WithSummary("One agreement; the ETag is for changing it");
        read.MapGet("interactions", InteractionsAsync).WithSummary("Calls, meetings, letters and tasks, newest first; after is the cursor");
        read.MapPost("interactions/{interaction:guid}/acknowledge", (Guid id, Guid interaction, InteractionDesk desk) => DoneAsync(desk.SeeAsync(id, interaction))).WithSummary("Whose task it is has seen it");
        read.MapPost("interactions/{interaction:guid}/done", (Guid id, Guid interaction, InteractionDesk desk) => DoneAsync(desk.FinishAsync(id, interaction))).WithSummary("Whose task it is has done it");

        var write = routes.MapGroup(One).WithTags("People").RequireAuthorization(PeopleModule.ManageOrganisations).AddEndpointFilter<ValidateBody>();
        write.MapPost("contacts", AddContactAsync).WithSummary("Adds a contact person");
        write.MapPut("contacts/{contact:guid}", ChangeContactAsync).WithSummary("Changes a contact person; If-Match is required");
        write.MapDelete("contacts/{contact:guid}", DeleteContactAsync).WithSummary("Puts a contact person into the bin");
        write.MapPost("contacts/{contact:guid}/restore", (Guid id, Guid contact, ContactDesk desk) => DoneAsync(desk.RestoreAsync(id, contact))).WithSummary("Takes a contact person out of the bin");
        write.MapPost("agreements", AddAgreementAsync).WithSummary("Adds an agreement");
        write.MapPut("agreements/{agreement:guid}", ChangeAgreementAsync).WithSummary("Changes an agreement; If-Match is required");
        write.MapPost("interactions", WriteAsync).WithSummary("Writes down a call, a meeting or a letter, or gives a task");
        write.MapPost("interactions/{interaction:guid}/strike", StrikeAsync).WithSummary("Strikes a wrong line through, with a reason");
    }

    private static async Task<Ok<ContactsAnswer>> ContactsAsync(Guid id, OrganisationBook book, ContactDesk desk) =>
        TypedResults.Ok(new ContactsAnswer([.. (await desk.OfAsync((await book.FindAsync(id)).Id)).Select(Answer)], null));

    private static async Task<Ok<ContactAnswer>> ContactAsync(Guid id, Guid contact, ContactDesk desk, HttpResponse response) => Tagged(await desk.FindAsync(id, contact), response);

    private static async Task<Created<ContactAnswer>> AddContactAsync(Guid id, NewContact wanted, OrganisationBook book, ContactDesk desk, Current current)
    {
        var contact = await desk.AddAsync(await book.FindAsync(id), wanted.ToWords());
        return TypedResults.Created($"{current.Base}/api/v1/organisations/{id}/contacts/{contact.Id}", Answer(contact));
    }

    private static async Task<Results<Ok<ContactAnswer>, ProblemHttpResult>> ChangeContactAsync(Guid id, Guid contact, NewContact wanted, OrganisationBook book, ContactDesk desk, HttpContext http)
    {
        var (organisation, one) = (await book.FindAsync(id), await desk.FindAsync(id, contact));
        if (IfMatch.Refuses(http.Request, Tag(one.Version)) is { } refused) return refused;
        await desk.ChangeAsync(organisation, one, wanted.ToWords());
        return Tagged(one, http.Response);
    }

    private static async Task<NoContent> DeleteContactAsync(Guid id, Guid contact, ContactDesk desk) => await DoneAsync(desk.DeleteAsync(await desk.FindAsync(id, contact)));

    private static async Task<Ok<AgreementsAnswer>> AgreementsAsync(Guid id, OrganisationBook book, AgreementDesk desk) =>
        TypedResults.Ok(new AgreementsAnswer([.. (await desk.OfAsync((await book.FindAsync(id)).Id)).Select(Answer)], null));

    private static async Task<Ok<AgreementAnswer>> AgreementAsync(Guid id, Guid agreement, AgreementDesk desk, HttpResponse response) => Tagged(await desk.FindAsync(id, agreement), response);

    private static async Task<Created<AgreementAnswer>> AddAgreementAsync(Guid id, NewAgreement wanted, OrganisationBook book, AgreementDesk desk, Current current)
    {
        var agreement = await desk.AddAsync(await book.FindAsync(id), wanted.ToWords());
        return TypedResults.Created($"{current.Base}/api/v1/organisations/{id}/agreements/{agreement.Id}", Answer(agreement));
    }

    private static async Task<Results<Ok<AgreementAnswer>, ProblemHttpResult>> ChangeAgreementAsync(Guid id, Guid agreement, NewAgreement wanted, OrganisationBook book, AgreementDesk desk, HttpContext http)
    {
        var (organisation, one) = (await book.FindAsync(id), await desk.FindAsync(id, agreement));
        if (IfMatch.Refuses(http.Request, Tag(one.Version)) is { } refused) return refused;
        await desk.ChangeAsync(organisation, one, wanted.ToWords());
        return Tagged(one, http.Response);
    }

    private static async Task<Ok<InteractionsAnswer>> InteractionsAsync(Guid id, OrganisationBook book, InteractionBook interactions, string? after, int limit = InteractionBook.PageSize)
    {
        var page = await interactions.PageAsync((await book.FindAsync(id)).Id, after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new InteractionsAnswer([.. page.Rows.Select(r => Answer(r.Of))], page.Next));
    }

    private static async Task<Ok<InteractionAnswer>> WriteAsync(Guid id, NewInteraction wanted, OrganisationBook book, InteractionDesk desk) => TypedResults.Ok(Answer(await desk.WriteAsync(await book.FindAsync(id), wanted.ToWords())));

    private static async Task<NoContent> StrikeAsync(Guid id, Guid interaction, StruckInteraction wanted, InteractionBook book, InteractionDesk desk) =>
        await DoneAsync(desk.StrikeAsync(await book.FindAsync(id, interaction), wanted.Reason));

    private static async Task<NoContent> DoneAsync(Task what)
    {
        await what;
        return TypedResults.NoContent();
    }

    private static Ok<ContactAnswer> Tagged(ContactPerson one, HttpResponse response)
    {
        response.Headers.ETag = Tag(one.Version);
        return TypedResults.Ok(Answer(one));
    }

    private static Ok<AgreementAnswer> Tagged(OrganisationAgreement one, HttpResponse response)
    {
        response.Headers.ETag = Tag(one.Version);
        return TypedResults.Ok(Answer(one));
    }

    private static ContactAnswer Answer(ContactPerson one) => new(one.Id, one.Name, one.Post, one.Phone, one.Email, one.ConsentOn, one.ConsentHow, one.PersonId);
    private static AgreementAnswer Answer(OrganisationAgreement one) => new(one.Id, one.Reference, one.SignedOn, one.FromOn, one.UntilOn, one.Subject);
    private static InteractionAnswer Answer(Interaction one) => new(one.Id, one.Kind, one.On, one.Agreed, one.Who, one.WithId, one.AssigneeId, one.DueOn, one.SeenAt, one.DoneAt, one.StruckAt, one.StruckBecause);
    private static string Tag(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
}
