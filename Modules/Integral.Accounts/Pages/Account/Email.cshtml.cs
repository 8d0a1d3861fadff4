using Integral.Ui;

namespace Integral.Accounts.Pages.Account;

[Authorize]
internal sealed class EmailModel(OwnEmail email, Flash flash) : PageModel
{
    [BindProperty] public EmailForm Form { get; set; } = new();
    public (string? Email, bool IsConfirmed) Present { get; private set; }

    public async Task OnGetAsync()
    {
        Present = await RequireOfferedAsync();
        if (!Present.IsConfirmed) Form.Email = Present.Email ?? "";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Present = await RequireOfferedAsync();
        if (!ModelState.IsValid) return Page();
        await email.AskAsync(Form.Email.Trim(), Form.Password);
        flash.Good(T.Say("A letter is on its way to {0}. Open its link to confirm.", Form.Email.Trim()));
        return RedirectToPage("Index");
    }

    private Task<(string? Email, bool IsConfirmed)> RequireOfferedAsync() => email.IsOffered ? email.PresentAsync() : throw new NotFoundException();
}

internal sealed class EmailForm
{
    [Required, EmailAddress, StringLength(256), Display(Name = "E-mail")] public string Email { get; set; } = "";
    [Required, StringLength(Passwords.Longest), DataType(DataType.Password), Display(Name = "Present password")] public string Password { get; set; } = "";
}
