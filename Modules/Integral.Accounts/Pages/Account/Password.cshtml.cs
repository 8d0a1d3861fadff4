using Integral.Ui;

namespace Integral.Accounts.Pages.Account;

[Authorize]
internal sealed class PasswordModel(OwnPassword password, Flash flash) : PageModel
{
    [BindProperty] public PasswordForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        await password.ChangeAsync(Form.Present, Form.Password);
        flash.Good(T.Say("The password is changed. Other devices must sign in again."));
        return RedirectToPage("/Cabinet/Index");
    }
}

internal sealed class PasswordForm
{
    [Required, StringLength(Passwords.Longest), DataType(DataType.Password), Display(Name = "Present password")] public string Present { get; set; } = "";
    [Required, StringLength(Passwords.Longest), DataType(DataType.Password), Display(Name = "New password")] public string Password { get; set; } = "";
    [Required, Compare(nameof(Password)), DataType(DataType.Password), Display(Name = "New password once more")] public string Again { get; set; } = "";
}
