using Integral.Programs.Competencies;

namespace Integral.Programs.Pages.Competencies;

/// <summary>The competencies that the region needs before others, each with the programmes that build it.</summary>
[AllowAnonymous]
internal sealed class IndexModel(BuiltCompetencies competencies, Current current) : PageModel
{
    public IReadOnlyList<PriorityCompetency> Priorities { get; private set; } = [];

    public string To(BuildingProgramme one) => $"{current.Base}{current.CulturePrefix}/programmes/{one.Slug}";

    public async Task OnGetAsync() => Priorities = await competencies.PrioritiesAsync();
}
