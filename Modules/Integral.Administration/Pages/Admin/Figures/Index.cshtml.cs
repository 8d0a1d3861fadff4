using Integral.Platform.Reporting;

namespace Integral.Administration.Pages.Admin.Figures;

/// <summary>What the institutions here and below have counted: numbers, never persons. One statement for each indicator.</summary>
[Authorize(PlatformModule.ReadFigures)]
internal sealed class IndexModel(FigureSums sums, IExtensions<Indicator> indicators, Platform.Reporting.Figures figures, Current current) : PageModel
{
    public List<(Indicator Indicator, FigureSum Sum)> Read { get; } = [];
    public bool IsBelow => current.CanBelow(PlatformModule.ReadFigures);
    public bool IsWhole => Read.All(r => r.Sum.IsWhole);

    public async Task OnGetAsync()
    {
        foreach (var indicator in indicators)
        {
            var sum = await sums.ReadAsync(indicator.Id, current.Tenant, figures.Today.AddDays(-FigureSums.UsualDays), figures.Today);
            if (sum.Groups.Count > 0) Read.Add((indicator, sum));
        }
    }
}
