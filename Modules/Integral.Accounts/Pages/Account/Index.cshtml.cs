using Integral.Platform.Messaging;
using Integral.Ui;

namespace Integral.Accounts.Pages.Account;

[Authorize]
internal sealed class IndexModel(HostDb host, Current current, OwnSessions sessions, Letters letters, Flash flash) : PageModel
{
    public bool HasLetters => letters.IsOn;
    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    [BindProperty] public AccountForm Form { get; set; } = new();

    public async Task OnGetAsync()
    {
        Sessions = await sessions.ListAsync();
        Form = new() { Name = current.Account!.Name, Culture = current.Account.Culture ?? current.Tenant.Culture };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Sessions = await sessions.ListAsync();
        if (!ModelState.IsValid) return Page();
        var account = await host.Users.SingleAsync(a => a.Id == current.Account!.AccountId);
        account.Name = Form.Name;
        account.Speak(Form.Culture);
        await host.SaveChangesAsync();
        flash.Good(T.Say("Saved."));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        await sessions.EndAsync(id);
        flash.Good(T.Say("That sign-in is ended."));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await sessions.EndOthersAsync();
        flash.Good(T.Say("You are signed out everywhere else."));
        return RedirectToPage();
    }
}

internal sealed class AccountForm
{
    [Required, StringLength(200), Display(Name = "How we greet you")] public string Name { get; set; } = "";
    [Required, Display(Name = "Language")] public string Culture { get; set; } = "";
}
