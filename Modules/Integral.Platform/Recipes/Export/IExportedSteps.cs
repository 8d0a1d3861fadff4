namespace Integral.Platform.Recipes.Export;

/// <summary>The steps by which a recipe makes again what a module keeps of a site. Contributed by modules; in the order of their registration.</summary>
public interface IExportedSteps
{
    /// <summary>Adds steps in an order that depends on what the site has and on nothing else. Nothing personal and no secret goes into them.</summary>
    Task AddAsync(ExportedSite site);
}
