using System.Globalization;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Programs.Api;

/// <summary>The categories of learners for programs.</summary>
internal static class CategoriesApi
{
    private const string Categories = "/api/v1/learner-categories";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(Categories).WithTags("Programs").RequireAuthorization(ProgramsModule.Manage).AddEndpointFilter<ValidateBody>();
        all.MapGet("", async (LearnerCategories categories) => TypedResults.Ok(new CategoriesAnswer([.. (await categories.AllAsync()).Select(Answer)], null))).WithSummary("Categories of learners by name; there are never more than a hundred");
        all.MapGet("{id:guid}", async (Guid id, LearnerCategories categories, HttpResponse response) => Tagged(await categories.FindAsync(id), response)).WithSummary("One category; the ETag is for changing it");
        all.MapPost("", AddAsync).WithSummary("Adds a category");
        all.MapPut("{id:guid}", RenameAsync).WithSummary("Renames a category; If-Match is required");
        all.MapDelete("{id:guid}", RemoveAsync).WithSummary("Removes a category that no programme is for");
    }

    private static async Task<Created<CategoryAnswer>> AddAsync(NewCategory wanted, LearnerCategories categories, Current current)
    {
        var category = await categories.AddAsync(wanted.Name);
        return TypedResults.Created($"{current.Base}{Categories}/{category.Id}", Answer(category));
    }

    private static async Task<Results<Ok<CategoryAnswer>, ProblemHttpResult>> RenameAsync(Guid id, NewCategory wanted, LearnerCategories categories, HttpContext http)
    {
        var category = await categories.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(category)) is { } refused) return refused;
        await categories.RenameAsync(category, wanted.Name);
        return Tagged(category, http.Response);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, LearnerCategories categories)
    {
        await categories.RemoveAsync(await categories.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static Ok<CategoryAnswer> Tagged(LearnerCategory category, HttpResponse response)
    {
        response.Headers.ETag = Tag(category);
        return TypedResults.Ok(Answer(category));
    }

    private static CategoryAnswer Answer(LearnerCategory category) => new(category.Id, category.Name);
    private static string Tag(LearnerCategory category) => $"\"{category.Version.ToString(CultureInfo.InvariantCulture)}\"";
}
