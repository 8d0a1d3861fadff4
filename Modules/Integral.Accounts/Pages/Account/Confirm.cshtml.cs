using Integral.Ui;
using Microsoft.AspNetCore.Http;

namespace Integral.Accounts.Pages.Account;

/// <summary>Where the letter's link leads. Opening it changes nothing: mail programs open links by themselves.</summary>
[Authorize]
internal sealed class ConfirmModel(OwnEmail own, Flash flash) : PageModel
{
    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code) => await FindAsync(code) ?? Page();

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await FindAsync(code) is { } refused) return refused;
        await own.SetAsync(Email!);
        flash.Good(T.Say("The e-mail is confirmed."));
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(string code)
    {
        Email = await own.ConfirmedByAsync(code);
        if (Email is not null) return null;
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
