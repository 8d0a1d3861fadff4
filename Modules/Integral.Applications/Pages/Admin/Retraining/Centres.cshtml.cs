using Integral.Applications.Staff;

namespace Integral.Applications.Pages.Admin.Retraining;

/// <summary>The way of the district's people to the lists of each of its centres.</summary>
[Authorize(ApplicationsModule.ViewLists), Feature(ApplicationsModule.StaffFeature)]
internal sealed class CentresModel(ListCentres centres) : PageModel
{
    public IReadOnlyList<(string Name, string Page)> Centres { get; private set; } = [];

    public void OnGet() => Centres = centres.All();
}
