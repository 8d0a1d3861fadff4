using Integral.People;
using Integral.People.Contracts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Announcements.Pages.Admin.Announcements;

/// <summary>Where single people are put into the audience of a draft, by those who announce and may see the people.</summary>
[Authorize(PeopleModule.View)]
internal sealed class PersonsModel(AnnouncementDesk desk, PersonSearch search, IPeople people, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Full name")] public string? Q { get; set; }
    [BindProperty] public List<Guid> People { get; set; } = [];

    public Announcement One { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Chosen { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Found { get; private set; } = [];

    public async Task OnGetAsync(Guid id)
    {
        if (!current.Can(AnnouncementsModule.Announce)) throw new NotAllowedException();
        One = await desk.FindAsync(id);
        var there = Audience.Of(One.Audience).Persons;
        Chosen = [.. (await people.NamesAsync(there)).OrderBy(p => p.Value, StringComparer.CurrentCulture).Select(p => new SelectListItem(p.Value, $"{p.Key}"))];
        Found = [.. (await search.FindAsync(Q)).Where(p => !there.Contains(p.Id)).Select(p => new SelectListItem(p.Name, $"{p.Id}"))];
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id)
    {
        await OnGetAsync(id);
        await desk.ChoosePersonsAsync(One, People, []);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        await OnGetAsync(id);
        await desk.ChoosePersonsAsync(One, [], People);
        return RedirectToPage(new { id });
    }
}
