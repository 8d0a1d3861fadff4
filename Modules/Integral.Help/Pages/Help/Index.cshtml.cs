using Integral.Platform.Web;
using Microsoft.AspNetCore.OutputCaching;

namespace Integral.Help.Pages.Help;

/// <summary>All guides, the reader's own first.</summary>
[AllowAnonymous, OutputCache(PolicyName = CachePolicies.Public)]
internal sealed class IndexModel(Guides guides, Current current) : PageModel
{
    public IReadOnlyList<(Guide Guide, GuideText Text)> Own { get; private set; } = [];
    public IReadOnlyList<(Guide Guide, GuideText Text)> Others { get; private set; } = [];

    public void OnGet()
    {
        var all = Guides.All.ToLookup(g => current.Account is { } who && g.Roles.Any(who.Roles.Contains), g => (g, guides.Of(g.Name)!));
        (Own, Others) = ([.. all[true]], [.. all[false]]);
    }
}
