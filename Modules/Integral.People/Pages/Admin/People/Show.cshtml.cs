using Integral.People.Groups;

namespace Integral.People.Pages.Admin.People;

/// <summary>Somebody here: who they are and what they may do.</summary>
[Authorize(PeopleModule.View)]
internal sealed class ShowModel(Members members, RoleWords words, GroupBook book, Current current, TimeProvider clock) : PageModel
{
    public Member Member { get; private set; } = null!;
    public IReadOnlyList<GroupOfPerson> Groups { get; private set; } = [];
    public string Roles => words.InWords(current.Tenant, Member.Membership?.Roles ?? []);
    public AccountState State => Member.StateOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    public bool MayManage => current.Can(PeopleModule.Manage);
    public bool MayAudit => current.Can(PlatformModule.ReadAudit);

    public async Task OnGetAsync(Guid id)
    {
        Member = await members.FindAsync(id);
        if (Member.Person is { } person && current.Can(PeopleModule.ViewGroups)) Groups = await book.OfPersonAsync(person.Id);
    }
}
