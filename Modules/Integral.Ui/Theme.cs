using Integral.Platform.Settings;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Ui;

/// <summary>The theme of the current request: the folder under /Themes whose views go before the usual ones.</summary>
public sealed class Theme
{
    public string Name { get; set; } = Themes.Default;
}

internal sealed class ThemeViews : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values["theme"] = context.ActionContext.HttpContext.RequestServices.GetRequiredService<Theme>().Name;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        viewLocations.Prepend($"/Themes/{context.Values["theme"]}/{{0}}.cshtml");
}
