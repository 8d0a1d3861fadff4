using Integral.Content.Menus;

namespace Integral.Content.Pages.Admin.Menus;

/// <summary>The menus of the public site.</summary>
[Authorize(ContentModule.Publish)]
internal sealed class IndexModel(MenuDesk desk, Texts texts) : PageModel
{
    public IReadOnlyList<MenuRow> Menus { get; private set; } = [];
    public string TitleOf(string alias) => alias == MenuTypes.Main ? texts["Main menu"] : texts["Menu below every page"];

    public async Task OnGetAsync() => Menus = await desk.AllAsync();

    public async Task<IActionResult> OnPostAsync(string alias) => RedirectToPage("/Admin/Content/Edit", new { id = await desk.BeginAsync(alias, TitleOf(alias)) });
}
