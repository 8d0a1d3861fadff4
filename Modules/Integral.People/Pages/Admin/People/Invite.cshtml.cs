namespace Integral.People.Pages.Admin.People;

[Authorize(PeopleModule.Manage)]
internal sealed class InviteModel(Invitations invitations, Delegation delegation, RoleWords words, Current current) : StandingPage(delegation, words, current)
{
    [BindProperty] public InviteForm Form { get; set; } = new();

    /// <summary>The link, in this answer only.</summary>
    public string? Link { get; private set; }

    public async Task OnPostAsync()
    {
        if (!ModelState.IsValid) return;
        var code = await invitations.InviteAsync(Form.Name, Form.Email, Form.Standing);
        Link = Url.Page("/Join", null, new { code }, Request.Scheme);
    }
}

internal sealed class InviteForm : PersonForm
{
    [Display(Name = "E-mail"), EmailAddress, StringLength(200)] public string? Email { get; set; }
}
