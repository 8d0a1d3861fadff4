using System.Globalization;
using System.Text.Json.Serialization;
using Integral.People.Contracts;
using Integral.Platform.Web;
using Integral.Programs.Competencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Programs.Api;

/// <summary>Programmes for programs: the same rules as on the screens.</summary>
internal static class ProgrammesApi
{
    private const string Programmes = "/api/v1/programmes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(Programmes).WithTags("Programs").RequireAuthorization(ProgramsModule.Manage).AddEndpointFilter<ValidateBody>();
        all.MapGet("", ListAsync).WithSummary("Programmes by name; q, form, category, competency, priority=true and open=true narrow the list, template=true lists templates instead, after is the cursor");
        all.MapGet("{id:guid}", GetAsync).WithSummary("One programme with the groups that are recruited; the ETag is for changing it");
        all.MapPost("", AddAsync).WithSummary("Writes a programme; visitors don't see it before it is shown");
        all.MapPut("{id:guid}", ChangeAsync).WithSummary("Changes what is written of it; If-Match is required");
        all.MapPost("{id:guid}/show", (Guid id, ProgrammeBook book, ProgrammeDesk desk) => ShowAsync(id, book, desk, true)).WithSummary("Puts it into the catalogue; a draft becomes the programme whose next version it is");
        all.MapPost("{id:guid}/hide", (Guid id, ProgrammeBook book, ProgrammeDesk desk) => ShowAsync(id, book, desk, false)).WithSummary("Takes it out of the catalogue");
        all.MapPost("{id:guid}/copy", CopyAsync).WithSummary("Writes a new programme, or a template, from this one");
        all.MapPost("{id:guid}/groups", RecruitAsync).WithSummary("Has people apply for a training group");
    }

    private static async Task<Ok<ProgrammesAnswer>> ListAsync(ProgrammeBook book, string? q, string? form, Guid? category, string? after, Guid? competency = null, bool priority = false, bool open = false, bool template = false, int limit = ProgrammeBook.PageSize)
    {
        Rule.Require(form is null || Enum.TryParse<StudyForm>(form, ignoreCase: true, out _), T.Say("There is no form of learning '{0}'.", $"{form}"), "form");
        var page = await book.PageAsync(new(q, form is null ? null : Enum.Parse<StudyForm>(form, ignoreCase: true), open, After: after, Category: category, IsTemplate: template, Competency: competency, IsPriority: priority), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new ProgrammesAnswer([.. page.Rows.Select(r => new ProgrammeInList(r.Id, r.Slug, r.Name, r.Hours, r.Form, r.IsPublished, r.Until))], page.Next));
    }

    private static async Task<Ok<ProgrammeAnswer>> GetAsync(Guid id, ProgrammeBook book, HttpResponse response) => TypedResults.Ok(await AnswerAsync(await book.FindAsync(id), book, response));

    private static async Task<Created<ProgrammeAnswer>> AddAsync(NewProgramme wanted, ProgrammeBook book, ProgrammeDesk desk, Current current, HttpResponse response)
    {
        var programme = await desk.AddAsync(wanted.Said());
        return TypedResults.Created($"{current.Base}{Programmes}/{programme.Id}", await AnswerAsync(programme, book, response));
    }

    private static async Task<Results<Ok<ProgrammeAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, NewProgramme wanted, ProgrammeBook book, ProgrammeDesk desk, HttpContext http)
    {
        var programme = await book.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(programme)) is { } refused) return refused;
        await desk.ChangeAsync(programme, wanted.Said());
        return TypedResults.Ok(await AnswerAsync(programme, book, http.Response));
    }

    private static async Task<Created<ProgrammeAnswer>> CopyAsync(Guid id, CopiedProgramme wanted, ProgrammeBook book, ProgrammeDesk desk, Current current, HttpResponse response)
    {
        var programme = await desk.CopyAsync(await book.FindAsync(id), wanted.Name, wanted.IsTemplate);
        return TypedResults.Created($"{current.Base}{Programmes}/{programme.Id}", await AnswerAsync(programme, book, response));
    }

    private static async Task<NoContent> ShowAsync(Guid id, ProgrammeBook book, ProgrammeDesk desk, bool isPublished)
    {
        await desk.ShowAsync(await book.FindAsync(id), isPublished);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RecruitAsync(Guid id, NewRecruitment wanted, ProgrammeBook book, ProgrammeDesk desk)
    {
        await desk.RecruitAsync(await book.FindAsync(id), wanted.Group, wanted.FromOn!.Value, wanted.UntilOn!.Value);
        return TypedResults.NoContent();
    }

    private static async Task<ProgrammeAnswer> AnswerAsync(Programme one, ProgrammeBook book, HttpResponse response)
    {
        response.Headers.ETag = Tag(one);
        var (groups, competencies) = (await book.RecruitmentsAsync(one), await book.CompetenciesAsync(one));
        return new(one.Id, one.Slug, one.Name, one.Summary, one.Text, one.Hours, one.Form, one.Audience, one.CategoryId, one.Document, one.Goals, one.Results, [.. competencies.Select(c => new BuiltCompetency(c.Id, c.Name, c.Level, c.IsPriority))], one.IsPublished, one.IsTemplate, one.DraftOfId, one.Draft?.Id, one.ModuleHours,
            [.. groups.Select(g => new RecruitedGroup(g.Of.Id, g.Group.Id, g.Group.Name, g.Group.FromOn, g.Group.UntilOn, g.Group.Seats, g.Group.Free, g.Of.FromOn, g.Of.UntilOn, g.Of.ProgrammeVersion))]);
    }

    private static string Tag(Programme programme) => $"\"{programme.Version.ToString(CultureInfo.InvariantCulture)}\"";
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewProgramme([property: Required] string Name, [property: Required] int? Hours, [property: Required] StudyForm? Form, string? Summary = null, string? Text = null, string? Audience = null, string? Document = null,
    string? Goals = null, string? Results = null, Guid? CategoryId = null, IReadOnlyList<NewAim>? Competencies = null)
{
    public ProgrammeWords Said() => new(Name, Summary ?? "", Text ?? "", Hours!.Value, Form!.Value, Audience ?? "", Document ?? "", Goals ?? "", Results ?? "", CategoryId)
    {
        Competencies = [.. (Competencies ?? []).Select(c => new AimedCompetency(c.Competency!.Value, c.Level))],
    };
}

/// <param name="Competency">Of the institution's list.</param>
/// <param name="Level">How well one can do it afterwards.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewAim([property: Required] Guid? Competency, CompetencyLevel? Level = null);

/// <param name="Name">Of the new one.</param>
/// <param name="IsTemplate">It is kept for writing others from it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CopiedProgramme([property: Required] string Name, bool IsTemplate = false);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewRecruitment(Guid Group, [property: Required] DateOnly? FromOn, [property: Required] DateOnly? UntilOn);

internal sealed record ProgrammeInList(Guid Id, string Slug, string Name, int Hours, StudyForm Form, bool IsPublished, DateOnly? ApplyUntil);
internal sealed record ProgrammesAnswer(IReadOnlyList<ProgrammeInList> Items, string? Next);

/// <param name="Id">What one applies for.</param>
internal sealed record RecruitedGroup(Guid Id, Guid GroupId, string Name, DateOnly FromOn, DateOnly? UntilOn, int? Seats, int? Free, DateOnly ApplyFrom, DateOnly ApplyUntil, int? ProgrammeVersion);

/// <param name="Name">In the reader's language.</param>
internal sealed record BuiltCompetency(Guid Competency, string Name, CompetencyLevel? Level, bool IsPriority);

/// <param name="DraftOfId">The programme whose next version it is.</param>
/// <param name="DraftId">In which its next version is written.</param>
/// <param name="ModuleHours">Of all its modules.</param>
internal sealed record ProgrammeAnswer(Guid Id, string Slug, string Name, string Summary, string Text, int Hours, StudyForm Form, string Audience, Guid? CategoryId, string Document,
    string Goals, string Results, IReadOnlyList<BuiltCompetency> Competencies, bool IsPublished, bool IsTemplate, Guid? DraftOfId, Guid? DraftId, int ModuleHours, IReadOnlyList<RecruitedGroup> Groups);
