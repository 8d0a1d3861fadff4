namespace Integral.People.Pages.Admin.People;

/// <summary>An account for a person who is here without one.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class AccountModel(Members members, Joining joining, Delegation delegation, RoleWords words, Current current) : StandingPage(delegation, words, current)
{
    [BindProperty] public AccountForm Form { get; set; } = new();
    public Member Member { get; private set; } = null!;
    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public async Task OnGetAsync(Guid id) => Member = await members.FindAsync(id);

    public async Task OnPostAsync(Guid id)
    {
        Member = await members.FindAsync(id);
        if (ModelState.IsValid) Slips = [await joining.GiveAccountAsync(Member, Form.EmailIsLogin, Form.Standing)];
    }
}

internal sealed class AccountForm : StandingForm
{
    [Display(Name = "Signs in with the e-mail; otherwise a login is issued")] public bool EmailIsLogin { get; set; }
}
