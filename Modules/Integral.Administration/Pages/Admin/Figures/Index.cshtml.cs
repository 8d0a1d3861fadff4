using Integral.Platform.Reporting;

namespace Integral.Administration.Pages.Admin.Figures;

/// <summary>What the institutions here and below have counted: numbers, never persons.</summary>
[Authorize(PlatformModule.ReadFigures)]
internal sealed class IndexModel(FigureSums sums, Platform.Reporting.Figures figures, Current current) : PageModel
{
    public IReadOnlyList<(Indicator Indicator, FigureSum Sum)> Read { get; private set; } = [];
    public bool IsBelow => current.CanBelow(PlatformModule.ReadFigures);
    public bool IsWhole => Read.All(r => r.Sum.IsWhole);

    public async Task OnGetAsync()
    {
        var read = await sums.ReadAllAsync(current.Tenant, FigureSums.UsualStart(figures.Today), figures.Today);
        Read = [.. read.Where(r => r.Sum.Groups.Count > 0)];
    }
}
