using Integral.People.Contracts;
using Integral.People.Documents;
using Integral.People.Families;
using Integral.People.Groups;
using Integral.People.Merging;
using Integral.People.Photos;

namespace Integral.People.Pages.Admin.People;

/// <summary>Somebody here: who they are and what they may do. The address of a record that was merged leads to the one that goes on.</summary>
[Authorize(PeopleModule.View)]
internal sealed class ShowModel(Members members, RoleWords words, GroupBook book, FamilyBook families, DocumentBook documents, PhotoDesk photos, DuplicateBook duplicates, MergeBook merges, Current current, TimeProvider clock) : PageModel
{
    public Member Member { get; private set; } = null!;
    public IReadOnlyList<GroupOfPerson> Groups { get; private set; } = [];
    public IReadOnlyList<RelativeRow> Family { get; private set; } = [];

    public IReadOnlyList<PersonDocument> Documents { get; private set; } = [];

    /// <summary>Who may be the same person, for those who may merge.</summary>
    public IReadOnlyList<Alike> Alike { get; private set; } = [];

    /// <summary>Records that were merged into this one.</summary>
    public IReadOnlyList<Person> Merged { get; private set; } = [];
    public Guid? Unfinished { get; private set; }
    public string Roles => words.InWords(current.Tenant, Member.Membership?.Roles ?? []);
    public AccountState State => Member.StateOn(current.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime));
    public DateOnly Today => families.Today;
    public bool MayManage => current.Can(PeopleModule.Manage);
    public bool MaySeeFamilies => Member.Person is not null && current.Can(PeopleModule.ViewFamilies);
    public bool MayManageFamilies => current.Can(PeopleModule.ManageFamilies);
    public bool MaySeeDocuments => Member.Person is not null && current.Can(PeopleModule.ViewDocuments);
    public bool MayManageDocuments => current.Can(PeopleModule.ManageDocuments);
    public bool MayAudit => current.Can(PlatformModule.ReadAudit);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await merges.SurvivorAsync(id) is { } survivor) return RedirectToPage("Show", new { id = survivor });
        Member = await members.FindAsync(id);
        if (Member.Person is not { } person) return Page();
        if (current.Can(PeopleModule.ViewGroups)) Groups = await book.OfPersonAsync(person.Id);
        if (MaySeeFamilies) Family = await families.OfAsync(person.Id);
        if (MaySeeDocuments) Documents = await documents.OfAsync(person.Id);
        if (!MayManage) return Page();
        (Alike, Merged) = (await duplicates.OfAsync(person), await merges.MergedAsync(person.Id));
        Unfinished = await merges.UnfinishedAsync(Merged);
        return Page();
    }

    public async Task<IActionResult> OnGetPhotoAsync(Guid id) => await photos.ShowAsync(id, Response);

    /// <summary>A document's file, for those who may see documents.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid document) =>
        current.Can(PeopleModule.ViewDocuments) ? documents.Download(await documents.FindAsync(document, id), Response) : throw new NotAllowedException();
}
