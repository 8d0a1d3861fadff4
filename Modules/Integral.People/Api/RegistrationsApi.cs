using System.Text.Json.Serialization;
using Integral.People.Organisations;
using Integral.People.Registration;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>Registration for programs: asked for by anybody, looked after by staff. Organisations are decided by the inbox.</summary>
internal static class RegistrationsApi
{
    private const string Registrations = "/api/v1/registrations", Organisations = "/api/v1/organisations/registrations";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var feature = new FeatureMetadata(PeopleModule.Registration);
        routes.MapPost(Registrations, AskAsync).WithTags("People").AllowAnonymous().AddEndpointFilter<ValidateBody>().WithMetadata(feature)
            .WithSummary("Asks for an account: a letter goes to the e-mail, and the answer is the same whether that has one or not");
        routes.MapPost(Organisations, SendAsync).WithTags("People").AllowAnonymous().AddEndpointFilter<ValidateBody>().WithMetadata(feature)
            .WithSummary("Registers an organisation, once under its key; it is looked at when the link of the letter was opened");

        var staff = routes.MapGroup(Registrations).WithTags("People").RequireAuthorization(PeopleModule.ManageRegistrations).AddEndpointFilter<ValidateBody>().WithMetadata(feature);
        staff.MapGet("", ListAsync).WithSummary("People who have registered, the latest first; unseen leaves those at whom nobody has looked, after is the cursor");
        staff.MapPost("{id:guid}/check", CheckAsync).WithSummary("It is who it says");
        staff.MapPost("{id:guid}/block", BlockAsync).WithSummary("Shuts the account; its e-mail can't be used to register again");
        staff.MapGet("open", OpenAsync).WithSummary("Who may register; the ETag is for changing it");
        staff.MapPut("open", ChangeAsync).WithSummary("Opens or shuts registration; If-Match is required");

        var read = routes.MapGroup(Organisations).WithTags("People").RequireAuthorization(PeopleModule.ViewOrganisations).WithMetadata(feature);
        read.MapGet("", OrganisationsAsync).WithSummary("Organisations that have registered, the latest first; state narrows the list, after is the cursor");
        read.MapGet("{id:guid}", OrganisationAsync).WithSummary("One registration with what was decided");
    }

    private static async Task<Accepted> AskAsync(NewRegistration wanted, Registering registering)
    {
        await registering.AskAsync(new(wanted.FamilyName, wanted.GivenName ?? "", wanted.Patronymic, wanted.BornOn, wanted.Email, null), wanted.Consent, null);
        return TypedResults.Accepted(null as string);
    }

    private static async Task<Accepted> SendAsync(NewOrganisationRegistration wanted, OrganisationIntake intake)
    {
        var of = new OrganisationWords(wanted.Kind!.Value, wanted.Name, wanted.Country!.Value) { ShortName = wanted.ShortName, TaxNumber = wanted.TaxNumber, Kpp = wanted.Kpp, Address = wanted.Address, Site = wanted.Site, Note = wanted.Note };
        await intake.SendAsync(new(of, new(wanted.FamilyName, wanted.GivenName ?? "", wanted.Patronymic, null, wanted.Email, wanted.Phone), wanted.Post), wanted.Consent, $"api {wanted.Key}");
        return TypedResults.Accepted(null as string);
    }

    private static async Task<Ok<RegistrationsAnswer>> ListAsync(RegistrationBook book, string? after, bool unseen = false, int limit = RegistrationBook.PageSize)
    {
        var page = await book.PageAsync(unseen, after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new RegistrationsAnswer([.. page.Rows.Select(r => new RegistrationInList(r.Of.Id, r.Of.PersonId, r.Name, r.BornOn, r.Of.Email, r.Of.At, r.Of.CheckedAt, r.State, [.. r.Alike.Select(a => a.Other.Id)]))], page.Next));
    }

    private static async Task<NoContent> CheckAsync(Guid id, RegistrationDesk desk)
    {
        await desk.CheckAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> BlockAsync(Guid id, RegistrationDesk desk)
    {
        await desk.BlockAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<OpenAnswer>> OpenAsync(Db db, HttpResponse response) => Answer(await RegistrationSettings.OfAsync(db), response);

    private static async Task<Results<Ok<OpenAnswer>, ProblemHttpResult>> ChangeAsync(NewOpen wanted, RegistrationDesk desk, Db db, HttpContext http)
    {
        if (IfMatch.Refuses(http.Request, (await RegistrationSettings.OfAsync(db)).Tag) is { } refused) return refused;
        var open = new RegistrationSettings(wanted.Citizens!.Value, wanted.Organisations!.Value);
        await desk.OpenAsync(open);
        return Answer(open, http.Response);
    }

    private static async Task<Ok<OrganisationRegistrationsAnswer>> OrganisationsAsync(RegistrationBook book, string? state, string? after, int limit = RegistrationBook.PageSize)
    {
        Rule.Require(state is null || Enum.TryParse<RegistrationState>(state, ignoreCase: true, out _), T.Say("There is no state '{0}' of a registration.", $"{state}"), "state");
        var page = await book.OrganisationsAsync(state is null ? null : Enum.Parse<RegistrationState>(state, ignoreCase: true), after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new OrganisationRegistrationsAnswer([.. page.Rows.Select(r => new OrganisationRegistrationInList(r.Id, r.Kind, r.Name, r.Country, r.TaxNumber, r.State, r.SentAt))], page.Next));
    }

    private static async Task<Ok<OrganisationRegistrationAnswer>> OrganisationAsync(Guid id, RegistrationBook book, ICases cases, Db db)
    {
        var one = await book.OrganisationAsync(id);
        var view = await cases.OfAsync(OrganisationRegistration.Subject, id);
        var alike = one.OrganisationId is null ? (await one.AlikeAsync(db))?.Id : null;
        return TypedResults.Ok(new OrganisationRegistrationAnswer(one.Id, one.Kind, one.Name, one.ShortName, one.Country, one.TaxNumber, one.Kpp, one.Address, one.Site, one.Note, one.FamilyName, one.GivenName, one.Patronymic, one.Post, one.Phone, one.Email,
            one.State, one.Reason, one.SentAt, one.OrganisationId, alike, one.AccountId is not null, view.Open, view.History));
    }

    private static Ok<OpenAnswer> Answer(RegistrationSettings open, HttpResponse response)
    {
        response.Headers.ETag = open.Tag;
        return TypedResults.Ok(new OpenAnswer(open.Citizens, open.Organisations));
    }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewRegistration([property: Required] string FamilyName, [property: Required] DateOnly? BornOn, [property: Required, EmailAddress] string Email, string? GivenName = null, string? Patronymic = null, bool Consent = false);

/// <param name="Key">The program's own for this registration: at least 16 characters that nobody guesses.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewOrganisationRegistration([property: Required, StringLength(200, MinimumLength = 16)] string Key, [property: Required] OrganisationKind? Kind, [property: Required] string Name, [property: Required] OrganisationCountry? Country,
    [property: Required] string FamilyName, [property: Required, EmailAddress] string Email, string? ShortName = null, string? TaxNumber = null, string? Kpp = null, string? Address = null, string? Site = null, string? Note = null,
    string? GivenName = null, string? Patronymic = null, string? Post = null, string? Phone = null, bool Consent = false);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewOpen([property: Required] bool? Citizens, [property: Required] bool? Organisations);

internal sealed record OpenAnswer(bool Citizens, bool Organisations);

/// <param name="State">Of the account.</param>
/// <param name="Alike">Persons who may be the same.</param>
internal sealed record RegistrationInList(Guid Id, Guid PersonId, string Name, DateOnly? BornOn, string Email, DateTime At, DateTime? CheckedAt, AccountState State, IReadOnlyList<Guid> Alike);
internal sealed record RegistrationsAnswer(IReadOnlyList<RegistrationInList> Items, string? Next);
internal sealed record OrganisationRegistrationInList(Guid Id, OrganisationKind Kind, string Name, OrganisationCountry Country, string? TaxNumber, RegistrationState State, DateTime SentAt);
internal sealed record OrganisationRegistrationsAnswer(IReadOnlyList<OrganisationRegistrationInList> Items, string? Next);

/// <param name="Organisation">What it became, or was joined to.</param>
/// <param name="Alike">The one in the register to which it would be joined.</param>
/// <param name="HasEntered">Its representative has an account.</param>
/// <param name="Open">What waits for a decision.</param>
internal sealed record OrganisationRegistrationAnswer(Guid Id, OrganisationKind Kind, string Name, string? ShortName, OrganisationCountry Country, string? TaxNumber, string Kpp, string? Address, string? Site, string? Note,
    string FamilyName, string GivenName, string? Patronymic, string? Post, string? Phone, string Email, RegistrationState State, string? Reason, DateTime SentAt, Guid? Organisation, Guid? Alike, bool HasEntered,
    IReadOnlyList<OpenTask> Open, IReadOnlyList<CaseLine> History);
