using Integral.People.Contracts;
using Integral.Platform.Web;
using Integral.Programs.Versions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Programs.Api;

/// <summary>Versions and drafts of programmes, for programs. A draft is read and changed like any programme, by the id that is answered here.</summary>
internal static class VersionsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/v1/programmes/{id:guid}").WithTags("Programs").RequireAuthorization(ProgramsModule.Compose).AddEndpointFilter<ValidateBody>();
        all.MapGet("versions", ListAsync).WithSummary("What visitors saw of a programme, the latest first; after is the cursor");
        all.MapGet("versions/{number:int}", GetAsync).WithSummary("One version, and what it changed in the one before or in the one that with names");
        all.MapPost("versions/{number:int}/restore", RestoreAsync).WithSummary("Writes what a version says into the draft of a programme that visitors see, or into one that they don't see");
        all.MapPost("draft", OpenAsync).WithSummary("The draft of a programme's next version, begun where there is none; it is published with show");
        all.MapDelete("draft", DiscardAsync).WithSummary("Throws the draft away");
    }

    private static async Task<Ok<VersionsAnswer>> ListAsync(Guid id, ProgrammeBook book, VersionBook versions, int? after = null, int limit = VersionBook.PageSize)
    {
        var size = Math.Clamp(limit, 1, 100);
        var rows = await versions.PageAsync(await book.FindAsync(id), after ?? int.MaxValue, size + 1);
        return TypedResults.Ok(new VersionsAnswer([.. rows.Take(size).Select(v => new VersionInList(v.Number, v.At, v.Author))], rows.Count > size ? $"{rows[size - 1].Number}" : null));
    }

    private static async Task<Ok<VersionAnswer>> GetAsync(Guid id, int number, ProgrammeBook book, VersionBook versions, Texts texts, int? with = null)
    {
        var programme = await book.FindAsync(id);
        var version = await versions.FindAsync(programme, number);
        var (former, kept) = (with is { } other ? await versions.FindAsync(programme, other) : await versions.FormerAsync(version), version.Read());
        var words = kept.Words;
        return TypedResults.Ok(new VersionAnswer(version.Number, version.At, version.Author, words.Name, words.Summary, words.Text, words.Hours, words.Form, words.Audience, kept.Category, words.Document, words.Goals, words.Results,
            [.. words.Competencies.Where(c => kept.Called.ContainsKey(c.Competency)).Select(c => new VersionCompetency(kept.Called[c.Competency], c.Level))], [.. kept.Modules.Select(m => VersionModule.Of(m.Words))], former?.Number, [.. VersionChange.Between(former?.Read(), kept, texts).Select(c => new ChangedPart(c.Name, c.Before, c.After))]));
    }

    private static async Task<Ok<DraftAnswer>> RestoreAsync(Guid id, int number, ProgrammeBook book, VersionBook versions, DraftDesk drafts, Current current)
    {
        var programme = await book.FindAsync(id);
        if (!programme.IsPublished && !current.Can(ProgramsModule.Manage)) throw new NotAllowedException();
        return TypedResults.Ok(Of(await drafts.RestoreAsync(programme, await versions.FindAsync(programme, number))));
    }

    private static async Task<Ok<DraftAnswer>> OpenAsync(Guid id, ProgrammeBook book, DraftDesk drafts) => TypedResults.Ok(Of(await drafts.OpenAsync(await book.FindAsync(id))));

    private static async Task<NoContent> DiscardAsync(Guid id, ProgrammeBook book, DraftDesk drafts)
    {
        await drafts.DiscardAsync(await book.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static DraftAnswer Of(Programme written) => new(written.Id, written.DraftOfId, written.Name, written.Hours, written.ModuleHours);
}

internal sealed record VersionInList(int Number, DateTime At, string? Author);
internal sealed record VersionsAnswer(IReadOnlyList<VersionInList> Items, string? Next);

internal sealed record VersionModule(string Title, int Lectures, int Practice, int SelfStudy, int Assessment, string Goals, string Contents, string Lecturers, string Resources)
{
    public static VersionModule Of(ModuleWords said) => new(said.Title, said.Hours.Lectures, said.Hours.Practice, said.Hours.SelfStudy, said.Hours.Assessment, said.Goals, said.Contents, said.Lecturers, said.Resources);
}

/// <param name="Name">As it was called then, in the institution's language.</param>
internal sealed record VersionCompetency(string Name, CompetencyLevel? Level);

/// <param name="What">The field or module, in the reader's language.</param>
internal sealed record ChangedPart(string What, string Before, string After);

/// <param name="ComparedWith">Number of the version in which it changed something; null of the first.</param>
internal sealed record VersionAnswer(int Number, DateTime At, string? Author, string Name, string Summary, string Text, int Hours, StudyForm Form, string Audience, string Category, string Document, string Goals, string Results,
    IReadOnlyList<VersionCompetency> Competencies, IReadOnlyList<VersionModule> Modules, int? ComparedWith, IReadOnlyList<ChangedPart> Changes);

/// <param name="Id">Under which it is read, changed and published.</param>
/// <param name="DraftOfId">The programme whose next version it is; null where a programme was restored that visitors don't see.</param>
internal sealed record DraftAnswer(Guid Id, Guid? DraftOfId, string Name, int Hours, int ModuleHours);
