using Integral.Programs.Competencies;

namespace Integral.Programs.Pages.Programmes;

/// <summary>One programme, and the groups for which one can apply.</summary>
[AllowAnonymous]
internal sealed class ShowModel(ProgrammeBook book, LearnerCategories categories, Current current) : PageModel
{
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<ShownRecruitment> Groups { get; private set; } = [];
    public IReadOnlyList<ShownCompetency> Competencies { get; private set; } = [];

    /// <summary>The category of learners; null for everybody.</summary>
    public string? Category { get; private set; }

    public string To(ShownRecruitment group) => $"{current.Base}{current.CulturePrefix}/apply/{group.Of.Id}";

    public async Task OnGetAsync(string slug)
    {
        Programme = await book.AtAsync(slug);
        if (Programme.CategoryId is { } category) Category = (await categories.FindAsync(category)).Name;
        Competencies = await book.CompetenciesAsync(Programme);
        Groups = [.. (await book.RecruitmentsAsync(Programme)).Where(g => !g.IsOver)];
    }
}
