using System.Globalization;
using System.Text.Json.Serialization;
using Integral.People.Import;
using Integral.People.Merging;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>Records that may be one person, and merging them, for programs: the same rules as on the screens.</summary>
internal static class MergingApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/v1/people").WithTags("People").RequireAuthorization(PeopleModule.Manage).AddEndpointFilter<ValidateBody>();
        people.MapGet("duplicates", ListAsync).WithSummary("Pairs of records that may be one person, and why; after is the cursor");
        people.MapPost("duplicates/apart", ApartAsync).WithSummary("Says that two records are different people: they aren't proposed again");
        people.MapGet("{id:guid}/merge/{other:guid}", PreviewAsync).WithSummary("What merging the other record into this one would do; nothing is changed");
        people.MapPost("{id:guid}/merge", MergeAsync).WithSummary("Merges another record into this one, which goes on; the answer's change set undoes it for a day");
    }

    private static async Task<Ok<DuplicatesAnswer>> ListAsync(DuplicateBook book, string? after, int limit = DuplicateBook.PageSize)
    {
        var page = await book.PageAsync(after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new DuplicatesAnswer([.. page.Rows.Select(r => new DuplicateInList(r.One.Id, r.One.FullName, r.Other.Id, r.Other.FullName, [.. r.Because.Select(b => $"{b}")]))], page.Next));
    }

    private static async Task<NoContent> ApartAsync(ApartPeople wanted, TellingApart telling)
    {
        await telling.TellAsync(wanted.First!.Value, wanted.Second!.Value);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<MergePreviewAnswer>> PreviewAsync(Guid id, Guid other, MergeBook book, Texts texts)
    {
        var preview = await book.PreviewAsync(id, other);
        return TypedResults.Ok(new MergePreviewAnswer(Side(preview.Kept), Side(preview.Other), [.. preview.Fields.Select(f => new MergedFieldAnswer(f.Field, Said(preview.Kept, f.Field), Said(preview.Other, f.Field), f.IsProposed))],
            [.. preview.Follow.Select(f => new FollowersAnswer(texts.Say(f.What), f.Kept, f.Other))], [.. preview.Because.Select(b => $"{b}")], preview.Hindrance is { } hindrance ? texts.Say(hindrance) : null));
    }

    private static async Task<Ok<MergeAnswer>> MergeAsync(Guid id, WantedMerge wanted, PersonMerging merging) =>
        TypedResults.Ok(new MergeAnswer(id, await merging.MergeAsync(new(id, wanted.Other!.Value, wanted.Take ?? [], wanted is { Version: { } kept, OtherVersion: { } other } ? (kept, other) : null))));

    // A day as everywhere in the API, not as the reader's language writes it.
    private static string? Said(MergeSide side, PersonField field) => field == PersonField.BornOn ? side.Person.BornOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Cards.Value(side.Person, field);

    private static MergeSideAnswer Side(MergeSide side) => new(side.Person.Id, side.Person.FullName, side.Login, side.Person.Version);
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ApartPeople([property: Required] Guid? First, [property: Required] Guid? Second);

/// <param name="Take">Fields of the card whose value is the other record's.</param>
/// <param name="Version">As the preview said it, together with the other's: who merges what was changed since is told.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WantedMerge([property: Required] Guid? Other, [property: MaxLength(20)] IReadOnlyList<PersonField>? Take = null, int? Version = null, int? OtherVersion = null);

internal sealed record DuplicateInList(Guid First, string FirstName, Guid Second, string SecondName, IReadOnlyList<string> Because);
internal sealed record DuplicatesAnswer(IReadOnlyList<DuplicateInList> Items, string? Next);
internal sealed record MergeSideAnswer(Guid Id, string Name, string? Login, int Version);

/// <param name="Proposed">The record that goes on has nothing there.</param>
internal sealed record MergedFieldAnswer(PersonField Field, string? Kept, string? Other, bool Proposed);
internal sealed record FollowersAnswer(string What, int Kept, int Other);

/// <param name="Hindrance">Why they can't be merged; null where they can.</param>
internal sealed record MergePreviewAnswer(MergeSideAnswer Kept, MergeSideAnswer Other, IReadOnlyList<MergedFieldAnswer> Fields, IReadOnlyList<FollowersAnswer> Follow, IReadOnlyList<string> Because, string? Hindrance);

/// <param name="Set">By which it can be undone for a day.</param>
internal sealed record MergeAnswer(Guid Id, Guid Set);
