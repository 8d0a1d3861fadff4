using System.Globalization;
using System.Text.Json.Serialization;
using Integral.Communication.Contracts;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Communication.Api;

/// <summary>One's own notices for programs, and about what one wants letters: the same rules as on the screens.</summary>
internal static class NoticesApi
{
    private const string Notices = "/api/v1/notices";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup(Notices).WithTags("Communication").RequireAuthorization().AddEndpointFilter<ValidateBody>();
        own.MapGet("", ListAsync).WithSummary("What one was told, the latest first; unread=true: what isn't read yet; after is the cursor");
        own.MapPost("{id:guid}/read", ReadAsync).WithSummary("Says that one has read it");
        own.MapPost("read", ReadAllAsync).WithSummary("Says that one has read all that one was told until a moment, or until now");
        own.MapGet("settings", SettingsAsync).WithSummary("About what one wants letters, and when; the ETag is for changing it");
        own.MapPut("settings", ChangeAsync).WithSummary("Says about what one wants letters, and when; kinds that aren't named are left as they are. If-Match is required");
    }

    private static async Task<Ok<NoticesAnswer>> ListAsync(NoticeBook book, NoticeWords words, string? after, bool unread = false, int limit = NoticeBook.PageSize)
    {
        var (notices, next) = await book.PageAsync(unread, TimeCursor.Read(after), Math.Clamp(limit, 1, 100));
        var items = new List<NoticeInList>();
        foreach (var notice in notices)
        {
            var said = await words.SayAsync(notice);
            items.Add(new(notice.Id, notice.Kind, said.Subject, said.Text, notice.Address, notice.Count, notice.At, notice.ReadAt));
        }
        return TypedResults.Ok(new NoticesAnswer(items, next?.ToString()));
    }

    private static async Task<NoContent> ReadAsync(Guid id, NoticeBook book)
    {
        await book.ReadAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReadAllAsync(NoticeBook book, TimeProvider clock, DateTimeOffset? until = null)
    {
        await book.ReadAllAsync((until ?? clock.GetUtcNow()).UtcDateTime);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<NoticeSettings>> SettingsAsync(NoticeChoosing choosing, Texts texts, HttpResponse response) => TypedResults.Ok(await AnswerAsync(choosing, texts, response));

    private static async Task<Results<Ok<NoticeSettings>, ProblemHttpResult>> ChangeAsync(ChangedNoticeSettings wanted, NoticeChoosing choosing, Texts texts, HttpContext http)
    {
        if (IfMatch.Refuses(http.Request, Tag(await choosing.HabitsAsync())) is { } refused) return refused;
        await choosing.SayAsync(wanted.QuietFrom!.Value, wanted.QuietUntil!.Value, wanted.DailyAt!.Value, wanted.Kinds.DistinctBy(k => k.Kind).ToDictionary(k => k.Kind, k => k.Letters!.Value));
        return TypedResults.Ok(await AnswerAsync(choosing, texts, http.Response));
    }

    private static async Task<NoticeSettings> AnswerAsync(NoticeChoosing choosing, Texts texts, HttpResponse response)
    {
        var (habits, kinds) = (await choosing.HabitsAsync(), await choosing.KindsAsync());
        response.Headers.ETag = Tag(habits);
        return new(habits.QuietFrom, habits.QuietUntil, habits.DailyAt, [.. kinds.Select(k => new KindInSettings(k.Kind.Name, texts.Say(k.Kind.Title), k.Kind.IsWrittenElsewhere ? null : k.Letters))]);
    }

    private static string Tag(NoticeHabits habits) => $"\"{habits.Version.ToString(CultureInfo.InvariantCulture)}\"";
}

/// <param name="Address">Of the page that it opens, within the institution.</param>
/// <param name="Count">How many things of the kind about the same it tells of.</param>
internal sealed record NoticeInList(Guid Id, string Kind, string Subject, string Text, string Address, int Count, DateTime At, DateTime? ReadAt);
internal sealed record NoticesAnswer(IReadOnlyList<NoticeInList> Items, string? Next);

/// <param name="Letters">Null where letters about it go elsewhere: there is nothing to choose.</param>
internal sealed record KindInSettings(string Kind, string Title, LetterChoice? Letters);

/// <param name="QuietFrom">Hours of the institution's clock.</param>
internal sealed record NoticeSettings(int QuietFrom, int QuietUntil, int DailyAt, IReadOnlyList<KindInSettings> Kinds);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChosenLetters([property: Required, StringLength(NoticeKind.LongestName)] string Kind, [property: Required] LetterChoice? Letters);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChangedNoticeSettings([property: Required, Range(0, 23)] int? QuietFrom, [property: Required, Range(0, 23)] int? QuietUntil, [property: Required, Range(0, 23)] int? DailyAt, [property: Required] IReadOnlyList<ChosenLetters> Kinds);
