using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.People;

/// <summary>A page with a form that gives roles: it offers only those the signed-in person may give.</summary>
internal abstract class StandingPage(Delegation delegation, RoleWords words, Current current) : PageModel
{
    private Authority? authority;

    protected Current Current => current;
    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];
    public bool ReachesBelow => authority!.ReachesBelow;

    /// <summary>Roles that somebody has already are offered too: what one can't give one can still leave.</summary>
    protected IReadOnlyCollection<string> Has { set => Roles = words.Given(current.Tenant, authority!, value); }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        authority = await delegation.OfActorAsync();
        Has = [];
        await next();
    }
}
