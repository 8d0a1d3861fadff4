using Integral.Platform.Jobs;
using Integral.Platform.Recipes;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Administration.Pages.Admin.Tenants;

[Authorize(AdministrationModule.Manage)]
internal sealed class CreateModel(Catalogue catalogue, Current current, RecipeShelf shelf, NewInstitutions institutions, Works works, Texts texts) : PageModel
{
    // What a district founds most often.
    private const string Usual = "school";

    private readonly Lazy<IReadOnlyList<RecipeFile>> recipes = new(() => [.. shelf.All.Where(r => r.IsSetupRecipe)]);

    [BindProperty] public CreateForm Form { get; set; } = new();

    public IEnumerable<SelectListItem> Parents => catalogue.Items(catalogue.Within(current).Where(t => t.State == TenantState.Running), current);

    /// <summary>Nothing where there is no choice.</summary>
    public IEnumerable<SelectListItem> Servers => institutions.Servers is { Count: > 0 } servers ? servers.Select(s => new SelectListItem(s, s)).Prepend(new(texts["The default one"], "")) : [];
    public IReadOnlyList<RecipeFile> Recipes => recipes.Value;

    /// <param name="parent">Where to place it; the current institution if nothing is said.</param>
    /// <param name="work">A former attempt, whose form is shown again.</param>
    public async Task OnGetAsync(Guid? parent, Guid? work)
    {
        var above = parent is { } id ? catalogue.Reach(id, current) : current.Tenant;
        Form = work is { } former && (await works.FindAsync(former, current)).InputAs<CreateForm>() is { } typed ? typed
            : new() { ParentId = above.Id, Culture = above.Culture, TimeZone = above.TimeZone, Recipe = Recipes.Any(r => r.Name == Usual) ? Usual : Recipes is [var first, ..] ? first.Name : "" };
    }

    /// <summary>The address that fits the name typed so far.</summary>
    public IActionResult OnGetPath()
    {
        Form.Path = institutions.Suggest(Request.Query["Form.Name"].ToString());
        return Partial("_Path", this);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        var work = await institutions.StartAsync(Form);
        return RedirectToPage("Progress", new { work.Id });
    }
}
