using Integral.Platform.Files;
using Integral.Platform.Recipes.Export;

namespace Integral.Ui.Brand;

/// <summary>The institution's own logo: a step, and the picture beside the recipe. Colours and the rest go with the settings.</summary>
internal sealed class ExportedBrand(TenantFiles files) : IExportedSteps
{
    public async Task AddAsync(ExportedSite site)
    {
        if ((await BrandSettings.ReadAsync(site.Db)).Logo is not { } logo) return;
        var (name, place) = ($"logo.{logo.Type["image/".Length..]}", files.PathOf(logo.File));
        if (File.Exists(place)) site.Step(BrandLogoStep.StepName, new() { ["SourcePath"] = site.Keep(name, place) });
        else site.LeaveOut(T.Say("The file '{0}' is no longer on the disk.", name));
    }
}
