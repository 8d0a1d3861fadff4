using System.Globalization;
using System.Text.Json.Serialization;
using Integral.Applications.Ranks;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Applications.Api;

/// <summary>The rules by which applications are put into order, and the order, for programs.</summary>
internal static class RanksApi
{
    private const string Rules = "/api/v1/applications/rules/{id:guid}";
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(Rules).WithTags("Applications").RequireAuthorization(ApplicationsModule.Rank).AddEndpointFilter<ValidateBody>();
        all.MapGet("", GetAsync).WithSummary("The rules of something for which one can apply; the ETag is for changing them");
        all.MapPut("", SayAsync).WithSummary("Says the rules, as long as nothing was decided by them; If-Match is required");
        all.MapGet("order", OrderAsync).WithSummary("Who is called in which order, each place with its reason; after is the cursor");
    }

    private static async Task<Ok<RulesAnswer>> GetAsync(Guid id, RankBook book, HttpResponse response)
    {
        await book.OpeningAsync(id);
        return Tagged(await book.FindAsync(id), response);
    }

    private static async Task<Results<Ok<RulesAnswer>, ProblemHttpResult>> SayAsync(Guid id, NewRules wanted, RankBook book, HttpContext http)
    {
        await book.OpeningAsync(id);
        var seen = await book.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(seen)) is { } refused) return refused;
        return Tagged(await book.SayAsync(id, [.. wanted.Rules.Select(r => r.ToCriterion())], IfMatch.TagsOf(http.Request) is null ? null : seen?.Version ?? 0), http.Response);
    }

    private static async Task<Ok<OrderAnswer>> OrderAsync(Guid id, RankBook book, Texts texts, string? after, int limit = PageSize)
    {
        await book.OpeningAsync(id);
        var page = await book.PageAsync(id, after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new OrderAnswer([.. page.Rows.Select(r => new OrderedApplication(r.At.Place, r.At.Id, r.At.Number, r.Name, r.At.Points, [.. r.At.Reasons().Select(s => texts.Say(s))], r.Status))], page.Next));
    }

    private static Ok<RulesAnswer> Tagged(RankRules? rules, HttpResponse response)
    {
        response.Headers.ETag = Tag(rules);
        return TypedResults.Ok(new RulesAnswer([.. (rules?.Read() ?? []).Select(c => new RuleShape(c.Kind, c.Points, c.AgeFrom, c.AgeUntil, c.From, c.Until))]));
    }

    private static string Tag(RankRules? rules) => $"\"{(rules?.Version ?? 0).ToString(CultureInfo.InvariantCulture)}\"";
}

/// <param name="Rules">In the order in which reasons are told; none takes them away.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewRules([property: Required] IReadOnlyList<RuleShape> Rules);

/// <param name="AgeFrom">For an age: on the day on which the application was sent.</param>
/// <param name="From">For the days on which it was sent.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RuleShape([property: Required] CriterionKind? Kind, [property: Required] int? Points, int? AgeFrom = null, int? AgeUntil = null, DateOnly? From = null, DateOnly? Until = null)
{
    public Criterion ToCriterion() => new(Kind ?? throw new RuleException("There is no such rule."), Points ?? 0, AgeFrom, AgeUntil, From, Until);
}

internal sealed record RulesAnswer(IReadOnlyList<RuleShape> Rules);

/// <param name="Why">The reasons of the place, in the reader's language.</param>
internal sealed record OrderedApplication(int Place, Guid Id, int Number, string Name, int Points, IReadOnlyList<string> Why, ApplicationStatus Status);
internal sealed record OrderAnswer(IReadOnlyList<OrderedApplication> Items, string? Next);
