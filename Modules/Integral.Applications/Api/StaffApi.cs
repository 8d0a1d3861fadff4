using System.Text.Json.Serialization;
using Integral.Applications.Staff;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Applications.Api;

/// <summary>A school's lists of its staff for programs, and those of all schools joined into one at the centre.</summary>
internal static class StaffApi
{
    private const string Lists = "/api/v1/staff-lists";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup(Lists).WithTags("Retraining").RequireAuthorization(ApplicationsModule.SendStaff).AddEndpointFilter<ValidateBody>().WithMetadata(new FeatureMetadata(ApplicationsModule.StaffFeature));
        own.MapGet("offers", async (StaffBook book) => TypedResults.Ok(new OffersAnswer([.. (await book.OffersAsync()).Select(o => new OfferAnswer(o.Of.Id, o.Of.Title, o.Centre, o.Of.FromOn, o.Of.UntilOn, o.IsOpen, o.Listed))], null)))
            .WithSummary("What centres of the district offer today or later");
        own.MapGet("", ListAsync).WithSummary("Lists that were sent, the latest first; after is the cursor");
        own.MapGet("{id:guid}", GetAsync).WithSummary("One list with how far each person on it is");
        own.MapPost("", SendAsync).WithSummary("Sends a list of the institution's own staff, once under its key");
        own.MapPost("{id:guid}/people/{listed:guid}/withdrawal", WithdrawAsync).WithSummary("Withdraws one of them; the centre is told");

        var joined = routes.MapGroup("/api/v1/applications/senders").WithTags("Retraining").RequireAuthorization(ApplicationsModule.ViewLists);
        joined.MapGet("", SendersAsync).WithSummary("Which schools have sent how many of their staff, and how far these are; for narrows it to one opening");
        joined.MapGet("people", PeopleAsync).WithSummary("The people of all schools' lists joined into one, by number; for and sender narrow it, after is the cursor");
    }

    private static async Task<Ok<StaffListsAnswer>> ListAsync(StaffBook book, string? after, int limit = StaffBook.PageSize)
    {
        var page = await book.PageAsync(after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new StaffListsAnswer([.. page.Rows.Select(l => new StaffListRow(l.Id, l.Title, l.Centre, l.SentAt, l.People, l.Waiting, l.Enrolled))], page.Next));
    }

    private static async Task<Ok<StaffListAnswer>> GetAsync(Guid id, StaffBook book, Texts texts)
    {
        var (list, centre) = await book.FindAsync(id);
        return TypedResults.Ok(Answer(list, centre, texts));
    }

    private static async Task<Created<StaffListAnswer>> SendAsync(NewStaffList wanted, StaffSending sending, StaffBook book, Current current, Texts texts)
    {
        var sent = await sending.SendAsync(wanted.For, new(wanted.Contact, wanted.Email, wanted.Phone), wanted.People, wanted.Consent, $"api {wanted.Key}");
        var (list, centre) = await book.FindAsync(sent.Id);
        return TypedResults.Created($"{current.Base}{Lists}/{list.Id}", Answer(list, centre, texts));
    }

    private static async Task<NoContent> WithdrawAsync(Guid id, Guid listed, StaffSending sending)
    {
        await sending.WithdrawAsync(id, listed);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SendersAnswer>> SendersAsync(JoinedLists lists, Guid? @for) =>
        TypedResults.Ok(new SendersAnswer([.. (await lists.SendersAsync(@for)).Select(s => new SenderAnswer(s.Id, s.Name, s.People, s.Counts.ToDictionary(c => $"{c.Key}", c => c.Value)))], null));

    private static async Task<Ok<JoinedAnswer>> PeopleAsync(JoinedLists lists, Guid? @for, Guid? sender, string? after, int limit = JoinedLists.PageSize)
    {
        var page = await lists.PageAsync(new(@for, sender, after), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new JoinedAnswer([.. page.Rows.Select(r => new JoinedPerson(r.Id, r.Number, r.Name, r.BornOn, r.Email, r.Phone, r.Sender, r.ForTitle, r.Status, r.SentAt))], page.Next));
    }

    private static StaffListAnswer Answer(StaffList list, string centre, Texts texts) => new(list.Id, list.Title, centre, list.Contact, list.Email, list.Phone, list.SentAt,
        [.. list.People.Select(p => new StaffPersonAnswer(p.Id, p.PersonId, p.Name, p.Number, p.Status, p.Why() is { } why ? texts.Say(why) : null, p.WithdrawnAt, p.ToldAt))]);
}

/// <param name="For">Id of what is offered, here.</param>
/// <param name="Key">The program's own for this list: at least 16 characters that nobody guesses.</param>
/// <param name="People">Ids of persons who work here.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewStaffList(Guid For, [property: Required, StringLength(200, MinimumLength = 16)] string Key, [property: Required, StringLength(ApplicationList.LongestName)] string Contact, [property: Required, EmailAddress] string Email,
    [property: Required] IReadOnlyList<Guid> People, string? Phone = null, bool Consent = false);

/// <param name="Listed">How many of the staff were sent for it.</param>
internal sealed record OfferAnswer(Guid Id, string Title, string Centre, DateOnly FromOn, DateOnly UntilOn, bool IsOpen, int Listed);
internal sealed record OffersAnswer(IReadOnlyList<OfferAnswer> Items, string? Next);

/// <param name="Waiting">Of how many it isn't known yet what becomes of them.</param>
internal sealed record StaffListRow(Guid Id, string For, string Centre, DateTime SentAt, int People, int Waiting, int Enrolled);
internal sealed record StaffListsAnswer(IReadOnlyList<StaffListRow> Items, string? Next);

/// <param name="Number">The ticket, once the centre has given it.</param>
/// <param name="Refused">Why the centre has kept no application.</param>
internal sealed record StaffPersonAnswer(Guid Id, Guid PersonId, string Name, int? Number, ApplicationStatus? Status, string? Refused, DateTime? WithdrawnAt, DateTime? ToldAt);
internal sealed record StaffListAnswer(Guid Id, string For, string Centre, string Contact, string Email, string? Phone, DateTime SentAt, IReadOnlyList<StaffPersonAnswer> People);

/// <param name="States">How many are in each state.</param>
internal sealed record SenderAnswer(Guid Id, string Name, int People, IReadOnlyDictionary<string, int> States);
internal sealed record SendersAnswer(IReadOnlyList<SenderAnswer> Items, string? Next);

/// <param name="BornOn">As e-mail and phone only for who may see the applications themselves.</param>
internal sealed record JoinedPerson(Guid Id, int Number, string Name, DateOnly? BornOn, string? Email, string? Phone, string Sender, string For, ApplicationStatus Status, DateTime SentAt);
internal sealed record JoinedAnswer(IReadOnlyList<JoinedPerson> Items, string? Next);
