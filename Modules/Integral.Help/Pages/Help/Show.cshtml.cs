using Integral.Platform.Web;
using Microsoft.AspNetCore.OutputCaching;

namespace Integral.Help.Pages.Help;

/// <summary>One guide.</summary>
[AllowAnonymous, OutputCache(PolicyName = CachePolicies.Public)]
internal sealed class ShowModel(Guides guides) : PageModel
{
    public GuideText Text { get; private set; } = null!;

    public void OnGet(string guide) => Text = guides.Of(guide) ?? throw new NotFoundException();
}
