using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>Content types for programs: the same commands as the screens.</summary>
internal static class TypesApi
{
    private const int Usual = 50, Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var types = routes.MapGroup("/api/v1/content/types").WithTags("Content").RequireAuthorization(ContentModule.Types);
        types.MapGet("", ListAsync).WithSummary("The content types by name; after is the cursor");
        types.MapGet("{name}", GetAsync).WithSummary("One content type with its fields; the ETag is for changing it");
        types.MapPost("", PostAsync).WithSummary("Makes a content type; its name and those of its fields are made of their titles");
        types.MapPut("{name}", PutAsync).WithSummary("Says a content type anew; a field that is left out is removed and its values are kept. If-Match is required");
        types.MapDelete("{name}", DeleteAsync).WithSummary("Deletes a content type of which there are no items. If-Match is required");
    }

    private static async Task<Ok<TypePage>> ListAsync(string? after, int? limit, TypeDesk desk)
    {
        var most = Math.Clamp(limit ?? Usual, 1, Most);
        var left = (await desk.AllAsync()).OrderBy(t => t.Name, StringComparer.Ordinal).Where(t => after is null || string.CompareOrdinal(t.Name, after) > 0).Take(most + 1).ToList();
        return TypedResults.Ok(new TypePage([.. left.Take(most).Select(TypeAnswer.Of)], left.Count > most ? left[most - 1].Name : null));
    }

    private static async Task<Ok<TypeAnswer>> GetAsync(string name, TypeDesk desk, HttpResponse response) => Answer(await desk.FindAsync(name), response);

    private static async Task<Created<TypeAnswer>> PostAsync(TypeBody body, TypeDesk desk, Current current, HttpResponse response)
    {
        var type = await desk.FindAsync(await desk.DescribeAsync(body.Wanted()));
        return TypedResults.Created($"{current.Base}/api/v1/content/types/{type.Name}", Answer(type, response).Value);
    }

    private static async Task<Results<Ok<TypeAnswer>, ProblemHttpResult>> PutAsync(string name, TypeBody body, TypeDesk desk, HttpContext http)
    {
        var before = await desk.FindAsync(name);
        if (IfMatch.Refuses(http.Request, Tag(before)) is { } refused) return refused;
        await desk.ChangeAsync(before.Name, body.Wanted(), before.Version);
        return Answer(await desk.FindAsync(before.Name), http.Response);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string name, TypeDesk desk, HttpRequest request)
    {
        var before = await desk.FindAsync(name);
        if (IfMatch.Refuses(request, Tag(before)) is { } refused) return refused;
        await desk.DeleteAsync(before.Name, before.Version);
        return TypedResults.NoContent();
    }

    private static Ok<TypeAnswer> Answer(DescribedType type, HttpResponse response)
    {
        response.Headers.ETag = Tag(type);
        return TypedResults.Ok(TypeAnswer.Of(type));
    }

    private static string Tag(DescribedType type) => $"\"{type.Version}\"";
}

/// <param name="Next">The value of <c>after</c> for what comes next; null at the end.</param>
internal sealed record TypePage(IReadOnlyList<TypeAnswer> Items, string? Next);

/// <param name="Parts">Those that can be said anew.</param>
/// <param name="Contained">Types of the items that its list takes.</param>
/// <param name="OtherParts">Those that came with recipes and stay.</param>
/// <param name="RemovedFields">What was written in them is kept; named in a change, they come back.</param>
/// <param name="ItemCount">Those in the bin among them.</param>
/// <param name="Rights">What roles may do with its items, by their names, where that isn't what their permissions say.</param>
internal sealed record TypeAnswer(string Name, string Title, string? Description, string? Folder, string? ListTitle, bool IsCreatable, IReadOnlyList<string> Parts, IReadOnlyList<string> Contained, IReadOnlyList<string> OtherParts,
    IReadOnlyList<FieldAnswer> Fields, IReadOnlyList<FieldAnswer> RemovedFields, int ItemCount, IReadOnlyDictionary<string, IReadOnlyList<string>> Rights)
{
    public static TypeAnswer Of(DescribedType type) => new(type.Name, type.Said.Title, type.Said.Description, type.Said.Folder, type.Said.ListTitle, type.Said.IsCreatable, type.Said.Parts, type.Said.Contained, type.OtherParts,
        [.. type.Said.Fields.Select(FieldAnswer.Of)], [.. type.Removed.Select(FieldAnswer.Of)], type.Items,
        (type.Said.Rights ?? TypeRights.Nothing).OrderBy(r => r.Key, StringComparer.Ordinal).ToDictionary(r => r.Key, r => TypeRights.Words(r.Value)));
}

internal sealed record FieldAnswer(string Name, string Title, string Kind, string Editor, string? Hint, bool IsRequired, bool IsFact, JsonObject Options)
{
    public static FieldAnswer Of(WantedField field) => new(field.Name!, field.Title, field.Kind, field.Editor, field.Hint, field.IsRequired, field.IsFact, field.Options);
}

internal sealed record TypeBody
{
    [Required, StringLength(WantedType.LongestTitle)] public string Title { get; init; } = "";
    [StringLength(WantedType.LongestText)] public string? Description { get; init; }

    /// <summary>The address of its list.</summary>
    [StringLength(WantedType.LongestFolder)] public string? Folder { get; init; }

    /// <summary>What the list is called, where that isn't the title.</summary>
    [StringLength(WantedType.LongestTitle)] public string? ListTitle { get; init; }
    public bool IsCreatable { get; init; } = true;

    /// <summary>Besides the title.</summary>
    [Required] public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>Types of the items that its list takes, where it has the part ListPart.</summary>
    public IReadOnlyList<string>? Contained { get; init; }

    /// <summary>In their order.</summary>
    [Required] public IReadOnlyList<FieldBody>? Fields { get; init; }

    /// <summary>What roles may do with its items, by their names: write, edit, publish. A role that is left out may what its permissions say; left out as a whole, it stays as it was.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Rights { get; init; }

    public WantedType Wanted() => new(Title) { Description = Description, Folder = Folder, ListTitle = ListTitle, IsCreatable = IsCreatable, Parts = Parts!, Contained = Contained ?? [], Rights = Rights?.ToDictionary(r => r.Key, r => Said(r.Key, r.Value)), Fields = [.. Fields!.Select(f => f.Wanted())] };

    private static TypeRight Said(string role, IReadOnlyList<string>? words) => words is null || TypeRights.Read(words) is not { } rights
        ? throw new RuleException(T.Say("It isn't clear what the role '{0}' may do. There are: {1}.", role, string.Join(", ", TypeRights.All.Select(r => r.Word))), $"Rights[{role}]") : rights;
}

internal sealed record FieldBody
{
    /// <summary>Of a field that is there or was; left out of a new one.</summary>
    [StringLength(100)] public string? Name { get; init; }
    [Required, StringLength(WantedType.LongestTitle)] public string Title { get; init; } = "";

    /// <summary>Such as TextField.</summary>
    [Required, StringLength(100)] public string Kind { get; init; } = "";

    /// <summary>Tells kinds of one name apart, such as TextArea.</summary>
    [StringLength(100)] public string? Editor { get; init; }
    [StringLength(WantedType.LongestText)] public string? Hint { get; init; }
    public bool IsRequired { get; init; }
    public bool IsFact { get; init; }

    /// <summary>Of its kind.</summary>
    public JsonObject? Options { get; init; }

    public WantedField Wanted() => new(Name, Title, Kind, Editor ?? "") { Hint = Hint, IsRequired = IsRequired, IsFact = IsFact, Options = Options ?? [] };
}
