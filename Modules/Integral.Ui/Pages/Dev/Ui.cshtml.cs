using Integral.Ui.Gallery;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Integral.Ui.Pages.Dev;

/// <summary>Every component in every state, for those who build pages. Exists only on a developer's machine.</summary>
[AllowAnonymous]
internal sealed class UiModel(IWebHostEnvironment environment, Current current, Flash flash) : PageModel
{
    [BindProperty] public GalleryForm Form { get; set; } = new();
    [FromQuery] public string? Face { get; set; }

    public string Layout => Face == "work" && current.Account is not null ? "_WorkLayout" : "_PublicLayout";

    public IActionResult OnGet(bool errors)
    {
        if (!environment.IsDevelopment()) return NotFound();
        if (errors) Refuse();
        return Page();
    }

    public IActionResult OnPost()
    {
        if (!environment.IsDevelopment()) return NotFound();
        if (!ModelState.IsValid) return Page();
        flash.Good(T.Say("Saved."), undo: Url.Page("Ui", "Undo"));
        return RedirectToPage();
    }

    public IActionResult OnPostUndo() => environment.IsDevelopment() ? RedirectToPage() : NotFound();

    private void Refuse()
    {
        TryValidateModel(Form, nameof(Form));
        ModelState.AddModelError("", "The register is closed for this year.");
    }
}
