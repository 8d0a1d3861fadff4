using Integral.People.Contracts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Announcements.Pages.Admin.Announcements;

/// <summary>Writes a draft, changes it, or corrects what is published; without an id a new one.</summary>
[Authorize(AnnouncementsModule.Announce)]
internal sealed class EditModel(AnnouncementDesk desk, AnnouncementBook book, Db db, Texts texts) : PageModel
{
    private const int MostGroups = 200;

    [BindProperty] public AnnouncementForm Form { get; set; } = new();
    public Announcement? One { get; private set; }
    public bool IsPublished => One is { Stage: not AnnouncementStage.Draft };
    public IEnumerable<SelectListItem> Roles => desk.Roles.Select(r => new SelectListItem(texts[r.Title], r.Name));
    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];
    public int Below => desk.Below;

    public async Task OnGetAsync(Guid? id)
    {
        await OpenAsync(id);
        Form = One is { } one ? AnnouncementForm.Of(one) : new() { FromOn = book.Today };
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return Page();
        if (One is not { } one) return RedirectToPage("Show", new { (await desk.AddAsync(Form.ToWords(), Form.ToAudience([]))).Id });
        if (one.Version != Form.Version) throw new DbUpdateConcurrencyException();
        await desk.ChangeAsync(one, Form.ToWords(), IsPublished ? null : Form.ToAudience(Audience.Of(one.Audience).Persons));
        return RedirectToPage("Show", new { one.Id });
    }

    private async Task OpenAsync(Guid? id)
    {
        if (id is { } known) One = await desk.FindAsync(known);
        if (!IsPublished) Groups = [.. (await GroupCircles.On(db, book.Today).OrderBy(g => g.SortName).ThenBy(g => g.Id).Take(MostGroups).Select(g => new { g.Id, g.Name }).ToListAsync()).Select(g => new SelectListItem(g.Name, $"{g.Id}"))];
    }
}

internal sealed class AnnouncementForm
{
    [Display(Name = "In one line"), Required, StringLength(Announcement.LongestTitle)] public string Title { get; set; } = "";
    [Display(Name = "What is announced"), Required, StringLength(Announcement.LongestText)] public string Text { get; set; } = "";
    [Display(Name = "Shown from"), DataType(DataType.Date), Required] public DateOnly? FromOn { get; set; }
    [Display(Name = "Shown until", Description = "Empty if no end is foreseen."), DataType(DataType.Date)] public DateOnly? UntilOn { get; set; }
    [Display(Name = "Important: everybody is asked to say that they have read it")] public bool IsImportant { get; set; }
    [Display(Name = "Everybody in the institution")] public bool Everybody { get; set; }
    [Display(Name = "Everybody who has one of these roles")] public List<string> Roles { get; set; } = [];
    [Display(Name = "Classes and groups")] public List<Guid> Groups { get; set; } = [];
    [Display(Name = "Who of these groups")] public GroupWhom Whom { get; set; }
    [Display(Name = "Everybody in the institutions below")] public bool Below { get; set; }
    [Display(Name = "Everybody who has one of these roles there")] public List<string> BelowRoles { get; set; } = [];
    public int Version { get; set; }

    public static AnnouncementForm Of(Announcement one)
    {
        var audience = Audience.Of(one.Audience);
        return new()
        {
            Title = one.Title, Text = one.Text, FromOn = one.FromOn, UntilOn = one.UntilOn, IsImportant = one.IsImportant, Version = one.Version,
            Everybody = audience.Everybody, Roles = [.. audience.Roles], Groups = [.. audience.Groups], Whom = audience.Whom, Below = audience.Below, BelowRoles = [.. audience.BelowRoles],
        };
    }

    public AnnouncementWords ToWords() => new(Title, Text, FromOn!.Value, UntilOn, IsImportant);
    public Audience ToAudience(IReadOnlyList<Guid> persons) => new() { Everybody = Everybody, Roles = Roles, Groups = Groups, Whom = Whom, Persons = persons, Below = Below, BelowRoles = BelowRoles };
}
