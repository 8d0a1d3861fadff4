using System.Globalization;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Announcements.Api;

/// <summary>Announcements for programs: those that are for whoever asks, and those that one writes. The same rules as on the screens.</summary>
internal static class AnnouncementsApi
{
    private const string Read = "/api/v1/announcements", Written = "/api/v1/written-announcements";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup(Read).WithTags("Announcements").RequireAuthorization().AddEndpointFilter<ValidateBody>();
        own.MapGet("", ListAsync).WithSummary("What is announced to one, the latest first; unread=true: what one hasn't read; after is the cursor");
        own.MapGet("{id:guid}", GetAsync).WithSummary("One announcement with its text");
        own.MapPost("{id:guid}/read", ReadAsync).WithSummary("Says that one has read this edition of it");

        var desk = routes.MapGroup(Written).WithTags("Announcements").RequireAuthorization(AnnouncementsModule.Announce).AddEndpointFilter<ValidateBody>();
        desk.MapGet("", WrittenAsync).WithSummary("What the institution announces, drafts too, the latest first; after is the cursor");
        desk.MapGet("{id:guid}", GetWrittenAsync).WithSummary("One of them: whom it is for, how many it reaches and how many have read it; the ETag is for changing it");
        desk.MapPost("", AddAsync).WithSummary("Writes a draft; its answer says how many it would reach");
        desk.MapPut("{id:guid}", ChangeAsync).WithSummary("Changes a draft, or corrects what is published: who has read it is told. If-Match is required");
        desk.MapPost("{id:guid}/publish", PublishAsync).WithSummary("Publishes a draft");
        desk.MapPost("{id:guid}/withdraw", WithdrawAsync).WithSummary("Withdraws it: nobody is shown it any more");
        desk.MapDelete("{id:guid}", DropAsync).WithSummary("Throws a draft away");
    }

    private static async Task<Ok<AnnouncementsAnswer>> ListAsync(AnnouncementBook book, string? after, bool unread = false, int limit = AnnouncementBook.PageSize)
    {
        var (rows, next) = await book.PageAsync(unread, TimeCursor.Read(after), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new AnnouncementsAnswer([.. rows.Select(r => new AnnouncementInList(r.Id, r.Title, r.Summary, r.From, r.At, r.ChangedAt, r.FromOn, r.UntilOn, r.IsImportant, r.Edition, r.ReadEdition))], next?.ToString()));
    }

    private static async Task<Ok<AnnouncementAnswer>> GetAsync(Guid id, AnnouncementBook book, ShownText texts)
    {
        var (row, one) = await book.FindAsync(id);
        if (row.WithdrawnAt is not null) throw new NotFoundException();
        return TypedResults.Ok(new AnnouncementAnswer(row.Id, row.Title, one.Text, texts.Html(one), row.From, row.At, row.ChangedAt, row.FromOn, row.UntilOn, row.IsImportant, row.Edition, row.ReadEdition));
    }

    private static async Task<NoContent> ReadAsync(Guid id, ReadAnnouncement said, AnnouncementBook book)
    {
        await book.ReadAsync(id, said.Edition!.Value);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<WrittenAnnouncementsAnswer>> WrittenAsync(AnnouncementDesk desk, Readers readers, string? after, int limit = AnnouncementBook.PageSize)
    {
        var (rows, next) = await desk.PageAsync(TimeCursor.Read(after), Math.Clamp(limit, 1, 100));
        var read = await readers.CountsAsync(rows);
        return TypedResults.Ok(new WrittenAnnouncementsAnswer([.. rows.Select(a => new WrittenInList(a.Id, a.Title, a.Stage, a.FromOn, a.UntilOn, a.IsImportant, a.Edition, a.CreatedAt, a.PublishedAt, read.GetValueOrDefault(a.Id)))], next?.ToString()));
    }

    private static async Task<Ok<WrittenAnswer>> GetWrittenAsync(Guid id, AnnouncementDesk desk, Readers readers, HttpResponse response) => TypedResults.Ok(await AnswerAsync(await desk.FindAsync(id), readers, response));

    private static async Task<Created<WrittenAnswer>> AddAsync(NewAnnouncement wanted, AnnouncementDesk desk, Readers readers, Current current, HttpResponse response)
    {
        var one = await desk.AddAsync(wanted.ToWords(), wanted.Audience?.ToAudience() ?? new());
        return TypedResults.Created($"{current.Base}{Written}/{one.Id}", await AnswerAsync(one, readers, response));
    }

    private static async Task<Results<Ok<WrittenAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, NewAnnouncement wanted, AnnouncementDesk desk, Readers readers, HttpContext http)
    {
        var one = await desk.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(one)) is { } refused) return refused;
        await desk.ChangeAsync(one, wanted.ToWords(), wanted.Audience?.ToAudience());
        return TypedResults.Ok(await AnswerAsync(one, readers, http.Response));
    }

    private static async Task<Ok<WrittenAnswer>> PublishAsync(Guid id, AnnouncementDesk desk, Readers readers, HttpResponse response)
    {
        var one = await desk.FindAsync(id);
        await desk.PublishAsync(one);
        return TypedResults.Ok(await AnswerAsync(one, readers, response));
    }

    private static async Task<NoContent> WithdrawAsync(Guid id, AnnouncementDesk desk)
    {
        await desk.WithdrawAsync(await desk.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DropAsync(Guid id, AnnouncementDesk desk)
    {
        await desk.DropAsync(await desk.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static async Task<WrittenAnswer> AnswerAsync(Announcement one, Readers readers, HttpResponse response)
    {
        response.Headers.ETag = Tag(one);
        var count = await readers.CountAsync(one);
        return new(one.Id, one.Title, one.Text, one.Stage, one.FromOn, one.UntilOn, one.IsImportant, one.Edition, SaidAudience.Of(Audience.Of(one.Audience)), count.People, count.Read);
    }

    private static string Tag(Announcement one) => $"\"{one.Version.ToString(CultureInfo.InvariantCulture)}\"";
}
