using System.Text.Json;
using System.Text.Json.Serialization;
using Integral.Applications.Forms;
using Integral.Applications.Papers;
using Integral.People.Contracts;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Applications.Api;

/// <summary>Applications for programs: sent by anybody, read by staff. Decided are they by the inbox.</summary>
internal static class ApplicationsApi
{
    private const string Applications = "/api/v1/applications";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Applications, SendAsync).WithTags("Applications").AllowAnonymous().AddEndpointFilter<ValidateBody>()
            .WithSummary("Sends an application, once under its key, however often it is tried; the answer tells by which address it is followed");
        routes.MapPost(Applications + "/lists", SendListAsync).WithTags("Applications").AllowAnonymous().AddEndpointFilter<ValidateBody>()
            .WithSummary("Sends an organisation's list of people: keeps the rows that are right, each once under the key, and says what is wrong with the others; isTrial keeps nothing");
        routes.MapPost(Applications + "/files", AddFileAsync).WithTags("Applications").AllowAnonymous().WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithSummary("Takes a file as the body, before the application that is sent under the same key: for whom it is, field the question that it answers, name what it is called");
        var read = routes.MapGroup(Applications).WithTags("Applications").RequireAuthorization(ApplicationsModule.View);
        read.MapGet("", ListAsync).WithSummary("Applications, the latest first; q is a part of a name or a number; status, for, list, days, programme and sender narrow it, after is the cursor");
        read.MapGet("{id:guid}/files/{file:guid}", FileAsync).WithSummary("A file that the applicant has sent, as a download");
        read.MapGet("{id:guid}", GetAsync).WithSummary("One application with what became of it");
    }

    private static async Task<Created<SentAnswer>> SendAsync(NewApplicationBody wanted, Sending sending, Current current)
    {
        var application = await sending.SendAsync(wanted.For, new(new(wanted.FamilyName, wanted.GivenName ?? "", wanted.Patronymic, wanted.BornOn, wanted.Email, wanted.Phone), wanted.Message, wanted.Consent, wanted.ConsentMark, SaidAnswers.Read(wanted.Answers)), $"api {wanted.Key}");
        return TypedResults.Created($"{current.Base}/applications/{application.Key}", new SentAnswer(application.Number, application.Key, application.Status));
    }

    private static async Task<Created<FileAnswer>> AddFileAsync(ShownOpenings openings, KnownForms known, PaperDesk desk, Db db, Current current, HttpContext http, Guid? @for = null, string key = "", string field = "", string name = "")
    {
        Rule.Require(key.Length is >= 16 and <= 200, "A key has from 16 to 200 characters that nobody guesses.", "key");
        Rule.Require((await known.OfAsync(db, await openings.FindAsync(@for ?? Guid.Empty))).Find(field)?.Kind == AskedKind.File, T.Say("There is no question '{0}' here.", field), "field");
        var paper = await desk.AddAsync(Secrets.Digest($"api {key}"), field, name, http.Request.Body, http.RequestAborted);
        return TypedResults.Created($"{current.Base}{Applications}/files", new FileAnswer(paper.Id, paper.Name, paper.MediaType, paper.Length));
    }

    private static async Task<PhysicalFileHttpResult> FileAsync(Guid id, Guid file, ApplicationBook book, PaperDesk desk, HttpResponse response)
    {
        var found = await desk.DownloadAsync(await book.FindAsync(id), file, response);
        return TypedResults.PhysicalFile(found.FileName, found.ContentType, found.FileDownloadName);
    }

    private static async Task<Ok<ListAnswer>> SendListAsync(NewListBody wanted, ListSending sending, ShownOpenings openings, Texts texts)
    {
        var asked = await sending.AskedAsync(await openings.FindAsync(wanted.For));
        var table = sending.Of(asked, [.. wanted.People.Select(p => (new NewPerson(p?.FamilyName ?? "", p?.GivenName ?? "", p?.Patronymic, p?.BornOn, p?.Email, p?.Phone), SaidAnswers.Read(p?.Answers)))]);
        var key = $"api {wanted.Key}";
        var (list, report) = wanted.IsTrial ? (null, await sending.LookAsync(table, key)) : await sending.SendAsync(wanted.For, new(wanted.Organisation, wanted.Contact, wanted.Email, wanted.Phone), table, wanted.Consent, key);
        return TypedResults.Ok(new ListAnswer(list?.Key, report.Ready.Count, report.There.Count, [.. report.Refused.Select(r => new RefusedRow(r.Line, r.Name, r.Column is { } column ? texts.Say(column) : null, texts.Say(r.Trouble!)))]));
    }

    private static async Task<Ok<ApplicationsAnswer>> ListAsync(ApplicationBook book, string? q, string? status, Guid? @for, Guid? list, string? after, [AsParameters] SoughtApplications sought, int limit = ApplicationBook.PageSize)
    {
        Rule.Require(status is null || Enum.TryParse<ApplicationStatus>(status, ignoreCase: true, out _), T.Say("There is no state '{0}' of an application.", $"{status}"), "status");
        var page = await book.PageAsync(new(q, status is null ? null : Enum.Parse<ApplicationStatus>(status, ignoreCase: true), @for, after, list) { Narrow = sought.Said() }, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new ApplicationsAnswer([.. page.Rows.Select(r => new ApplicationInList(r.Id, r.Number, r.Name, r.ForTitle, r.ListId, r.Organisation, r.Status, r.SentAt))], page.Next));
    }

    private static async Task<Ok<ApplicationAnswer>> GetAsync(Guid id, ApplicationBook book, ICases cases)
    {
        var one = await book.FindAsync(id);
        var view = await cases.OfAsync(Application.Kind, id);
        return TypedResults.Ok(new ApplicationAnswer(one.Id, one.Number, one.ForKind, one.ForId, one.ForTitle, one.FamilyName, one.GivenName, one.Patronymic, one.BornOn, one.Email, one.Phone, one.Message, [.. one.ReadAnswers().Select(a => new AnswerInApplication(a.Name, a.Label, a.Kind, a.Values, a.Words))], one.Consent, one.ConsentVersion, one.Status, one.SentAt, one.ListId, one.Organisation, one.PersonId, view.Open, view.History));
    }
}

/// <param name="For">Of what it is for.</param>
/// <param name="Key">The program's own for this application: at least 16 characters that nobody guesses.</param>
/// <param name="ConsentMark">Of the words that were shown, as the questions tell it.</param>
/// <param name="Answers">By the names of the questions.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewApplicationBody(Guid For, [property: Required, StringLength(200, MinimumLength = 16)] string Key, [property: Required] string FamilyName, string? GivenName = null, string? Patronymic = null, DateOnly? BornOn = null,
    string? Email = null, string? Phone = null, [property: StringLength(Application.LongestMessage)] string? Message = null, string? ConsentMark = null, JsonElement? Answers = null, bool Consent = false);

/// <param name="For">Of what it is for.</param>
/// <param name="Key">The program's own for this list: at least 16 characters that nobody guesses. What is sent under it again joins the list.</param>
/// <param name="IsTrial">Only says what would become of each row.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewListBody(Guid For, [property: Required, StringLength(200, MinimumLength = 16)] string Key, [property: Required, StringLength(ApplicationList.LongestName)] string Organisation, [property: Required, StringLength(ApplicationList.LongestName)] string Contact,
    [property: Required, EmailAddress] string Email, [property: Required] IReadOnlyList<PersonOfList?> People, string? Phone = null, bool Consent = false, bool IsTrial = false);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PersonOfList(string? FamilyName = null, string? GivenName = null, string? Patronymic = null, DateOnly? BornOn = null, string? Email = null, string? Phone = null, JsonElement? Answers = null);

/// <param name="Key">Of the list's address; null where nothing was kept.</param>
/// <param name="Done">Rows that were kept, or would be.</param>
/// <param name="Already">Rows that were kept under this key before.</param>
internal sealed record ListAnswer(string? Key, int Done, int Already, IReadOnlyList<RefusedRow> Refused);

/// <param name="Row">Counted from 1.</param>
internal sealed record RefusedRow(int Row, string Name, string? Column, string Why);

internal sealed record FileAnswer(Guid Id, string Name, string MediaType, long Length);
internal sealed record SentAnswer(int Number, string Key, ApplicationStatus Status);
internal sealed record ApplicationInList(Guid Id, int Number, string Name, string For, Guid? ListId, string? Organisation, ApplicationStatus Status, DateTime SentAt);
internal sealed record ApplicationsAnswer(IReadOnlyList<ApplicationInList> Items, string? Next);

/// <param name="Label">The question as it was asked.</param>
/// <param name="Words">Of what was chosen, as the applicant saw them.</param>
internal sealed record AnswerInApplication(string Name, string Label, AskedKind Kind, IReadOnlyList<string> Values, IReadOnlyList<string>? Words);

/// <param name="Open">What waits for a decision.</param>
/// <param name="Consent">The words to which the applicant agreed.</param>
internal sealed record ApplicationAnswer(Guid Id, int Number, string ForKind, Guid ForId, string For, string FamilyName, string GivenName, string? Patronymic, DateOnly? BornOn, string? Email, string? Phone, string? Message,
    IReadOnlyList<AnswerInApplication> Answers, string Consent, int? ConsentVersion, ApplicationStatus Status, DateTime SentAt, Guid? ListId, string? Organisation, Guid? PersonId, IReadOnlyList<OpenTask> Open, IReadOnlyList<CaseLine> History);
