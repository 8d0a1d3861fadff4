using System.Globalization;
using System.Text.Json.Serialization;
using Integral.Applications.Forms;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Applications.Api;

/// <summary>What is asked of those who apply, for programs: staff's say it, anybody's read it.</summary>
internal static class FormsApi
{
    private const string Forms = "/api/v1/applications/forms/{of}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(Forms).WithTags("Applications").RequireAuthorization(ApplicationsModule.WriteForms).AddEndpointFilter<ValidateBody>();
        all.MapGet("", GetAsync).WithSummary("What is asked for something for which one can apply, or with a kind for all that have no form of their own; the ETag is for changing it");
        all.MapPut("", SayAsync).WithSummary("Says what is asked from now on; If-Match is required");
        all.MapDelete("", ForgetAsync).WithSummary("Takes its own form away, so that the one of all of its kind holds; If-Match is required");
        routes.MapGet("/api/v1/applications/questions/{id:guid}", QuestionsAsync).WithTags("Applications").AllowAnonymous()
            .WithSummary("The questions that an application for it answers, and the words to which it agrees, in the reader's language");
    }

    private static async Task<Ok<FormAnswer>> GetAsync(string of, FormBook book, HttpResponse response) => Tagged(await book.FindAsync(of), response);

    private static async Task<Results<Ok<FormAnswer>, ProblemHttpResult>> SayAsync(string of, FormBody wanted, FormBook book, HttpContext http)
    {
        var found = await book.FindAsync(of);
        if (IfMatch.Refuses(http.Request, Tag(found)) is { } refused) return refused;
        return Tagged(await book.SayAsync(of, wanted.ToForm(), found.Version), http.Response);
    }

    private static async Task<Results<Ok<FormAnswer>, ProblemHttpResult>> ForgetAsync(string of, FormBook book, HttpContext http)
    {
        var found = await book.FindAsync(of);
        if (IfMatch.Refuses(http.Request, Tag(found)) is { } refused) return refused;
        return Tagged(await book.ForgetAsync(of, found.Version), http.Response);
    }

    private static async Task<Ok<QuestionsAnswer>> QuestionsAsync(Guid id, ShownOpenings openings, KnownForms known, Consents consents, Db db, Current current)
    {
        var (culture, own) = (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, current.Tenant.Culture);
        var asked = await known.OfAsync(db, await openings.FindAsync(id));
        var consent = consents.Of(asked, current.Tenant, culture);
        return TypedResults.Ok(new QuestionsAnswer([.. asked.Fields.Select(f => new QuestionAnswer(f.Name, f.Kind, f.Label.In(culture, own), f.Hint.In(culture, own), f.IsRequired,
            [.. f.Choices.Select(c => new ChoiceAnswer(c.Name, c.Label.In(culture, own)))], ConditionShape.Of(f.When)))], consent.Words, consent.Mark));
    }

    private static Ok<FormAnswer> Tagged(FoundForm found, HttpResponse response)
    {
        response.Headers.ETag = Tag(found);
        return TypedResults.Ok(new FormAnswer([.. found.Asked.Fields.Select(FieldShape.Of)], found.Asked.Country, [.. found.Asked.Consents.Select(c => new ConsentShape(c.Country, c.Culture, c.Text))], found.Asked.ConsentVersion, found.Own is not null));
    }

    private static string Tag(FoundForm found) => $"\"{found.Version.ToString(CultureInfo.InvariantCulture)}\"";
}

/// <param name="Fields">In their order; none asks nothing more.</param>
/// <param name="Country">By whose law the institution works: of the consents those for it are shown.</param>
/// <param name="Consents">None for the common words.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FormBody([property: Required] IReadOnlyList<FieldShape> Fields, ConsentCountry Country = ConsentCountry.Kazakhstan, IReadOnlyList<ConsentShape>? Consents = null)
{
    public AskedForm ToForm() => new([.. Fields.Select(f => f.ToField())]) { Country = Country, Consents = [.. (Consents ?? []).Select(c => new ConsentText(c.Country!.Value, c.Culture, c.Text))] };
}

/// <param name="Name">By which answers name it: small Latin letters, digits and underscores.</param>
/// <param name="Label">The question by language: <c>{ "ru": … }</c>.</param>
/// <param name="When">It is asked only where this holds of the answers before it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FieldShape([property: Required, StringLength(AskedField.LongestName)] string Name, [property: Required] AskedKind? Kind, [property: Required] IReadOnlyDictionary<string, string> Label, IReadOnlyDictionary<string, string>? Hint = null,
    bool IsRequired = false, IReadOnlyList<ChoiceShape>? Choices = null, ConditionShape? When = null)
{
    public AskedField ToField() => new(Name, Kind!.Value, Label)
    {
        Hint = Hint ?? Worded.Nothing, IsRequired = IsRequired, Choices = [.. (Choices ?? []).Select(c => new AskedChoice(c.Name, c.Label))], When = When?.ToCondition(),
    };

    public static FieldShape Of(AskedField one) => new(one.Name, one.Kind, one.Label, one.Hint, one.IsRequired, [.. one.Choices.Select(c => new ChoiceShape(c.Name, c.Label))], ConditionShape.Of(one.When));
}

/// <param name="Label">By language.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChoiceShape([property: Required, StringLength(AskedField.LongestName)] string Name, [property: Required] IReadOnlyDictionary<string, string> Label);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ConsentShape([property: Required] ConsentCountry? Country, [property: Required, StringLength(2)] string Culture, [property: Required, StringLength(ConsentText.Longest)] string Text);

/// <summary>A field, how it is compared, a value; or several of them of which all hold, or any.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ConditionShape(string? Field = null, Comparison Is = Comparison.Equal, string? Value = null, IReadOnlyList<ConditionShape>? All = null, IReadOnlyList<ConditionShape>? Any = null)
{
    public Condition ToCondition() => new(Field ?? "", Is, Value) { All = [.. (All ?? []).Select(c => c.ToCondition())], Any = [.. (Any ?? []).Select(c => c.ToCondition())] };

    public static ConditionShape? Of(Condition? one) => one is null ? null
        : one.All.Count > 0 ? new(All: [.. one.All.Select(c => Of(c)!)])
        : one.Any.Count > 0 ? new(Any: [.. one.Any.Select(c => Of(c)!)])
        : new(one.Field, one.Is, one.Value);
}

/// <param name="ConsentVersion">Rises when the words change.</param>
/// <param name="IsOwn">It is not that of all of its kind.</param>
internal sealed record FormAnswer(IReadOnlyList<FieldShape> Fields, ConsentCountry Country, IReadOnlyList<ConsentShape> Consents, int ConsentVersion, bool IsOwn);

internal sealed record ChoiceAnswer(string Name, string Label);
internal sealed record QuestionAnswer(string Name, AskedKind Kind, string Label, string Hint, bool IsRequired, IReadOnlyList<ChoiceAnswer> Choices, ConditionShape? When);

/// <param name="Consent">The words to which an application agrees.</param>
/// <param name="ConsentMark">Of these words: sent along, it makes sure that nobody agrees to others.</param>
internal sealed record QuestionsAnswer(IReadOnlyList<QuestionAnswer> Questions, string Consent, string ConsentMark);
