namespace Integral.People.Pages.Admin.People;

/// <summary>Roles, reach and days of somebody who is here.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class ChangeModel(Members members, Memberships memberships, Delegation delegation, RoleWords words, Current current) : StandingPage(delegation, words, current)
{
    [BindProperty] public ChangeForm Form { get; set; } = new();
    public Member Member { get; private set; } = null!;

    public async Task OnGetAsync(Guid id)
    {
        var membership = await FindAsync(id);
        Form = new() { Roles = membership.Roles, Where = membership.Reach == Reach.HereAndBelow ? Where.HereAndBelow : Where.Here, FromOn = membership.FromOn, UntilOn = membership.UntilOn };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await FindAsync(id);
        if (!ModelState.IsValid) return Page();
        await memberships.ChangeAsync(Member, Form.Standing);
        return RedirectToPage("Show", new { id });
    }

    private async Task<Membership> FindAsync(Guid id)
    {
        Member = await members.FindAsync(id);
        if (Member.Membership is not { } membership) throw new NotFoundException();
        Has = membership.Roles;
        return membership;
    }
}

internal sealed class ChangeForm : StandingForm;
