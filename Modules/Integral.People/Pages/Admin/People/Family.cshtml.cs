using Integral.People.Contracts;
using Integral.People.Families;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.People;

/// <summary>Somebody of a person's family and what they may; without a link somebody new, who is looked for by name.</summary>
[Authorize(PeopleModule.ManageFamilies)]
internal sealed class FamilyModel(Members members, FamilyBook book, FamilyDesk desk, Texts texts, Flash flash) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name of the parent, guardian or child")] public string? Q { get; set; }
    [BindProperty] public FamilyForm Form { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public FamilyLink? Link { get; private set; }
    public IReadOnlyList<SelectListItem> Found { get; private set; } = [];
    public string Title { get; private set; } = "";

    public async Task OnGetAsync(Guid id, Guid? link)
    {
        await OpenAsync(id, link);
        if (Link is { } there) Form = new() { Kinship = there.Kinship, FromOn = there.FromOn, UntilOn = there.UntilOn, MayRead = there.MayRead, MayCollect = there.MayCollect, MayDecide = there.MayDecide, Version = there.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? link)
    {
        await OpenAsync(id, link);
        if (Link is null && Form.With is null) ModelState.AddModelError("Form.With", texts["Choose one of them."]);
        if (!ModelState.IsValid) return Page();
        if (Link is { } there)
        {
            if (there.Version != Form.Version) throw new DbUpdateConcurrencyException();
            await desk.ChangeAsync(there, Form.ToWords());
        }
        else
        {
            var (adult, child) = Form.Is == FamilySide.Child ? (id, Form.With!.Value) : (Form.With!.Value, id);
            await desk.AddAsync(adult, child, Form.ToWords());
        }
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { id, link = null as Guid? });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid link)
    {
        ModelState.Clear();
        await OpenAsync(id, link);
        flash.Good(T.Say("Taken out of the family."), Url.Page("/Admin/Changes/Undo", new { id = await desk.RemoveAsync(Link!) }));
        return RedirectToPage("Show", new { id, link = null as Guid? });
    }

    private async Task OpenAsync(Guid id, Guid? link)
    {
        Person = (await members.FindAsync(id)).Person ?? throw new NotFoundException();
        if (link is { } known)
        {
            Link = await book.FindAsync(known, id);
            var other = await book.OfAsync(id);
            Title = other.FirstOrDefault(r => r.Link.Id == known)?.Name ?? Person.FullName;
            return;
        }
        Title = texts["Somebody of the family of {0}", Person.FullName];
        Found = [.. (await book.CandidatesAsync(id, Q)).Select(p => new SelectListItem(p.BornOn is { } born ? $"{p.FullName}, {born:d}" : p.FullName, $"{p.Id}"))];
    }
}

internal enum FamilySide
{
    [Display(Name = "Child")] Child,
    [Display(Name = "Parent or guardian")] Adult,
}

internal sealed class FamilyForm
{
    [Display(Name = "Who")] public Guid? With { get; set; }
    [Display(Name = "Who they are in this family")] public FamilySide Is { get; set; } = FamilySide.Adult;
    [Display(Name = "What the adult is to the child")] public Kinship Kinship { get; set; }
    [Display(Name = "First day", Description = "Empty for always."), DataType(DataType.Date)] public DateOnly? FromOn { get; set; }
    [Display(Name = "Last day", Description = "Empty if no end is foreseen."), DataType(DataType.Date)] public DateOnly? UntilOn { get; set; }
    [Display(Name = "May see groups, marks and homework")] public bool MayRead { get; set; } = true;
    [Display(Name = "May take the child home")] public bool MayCollect { get; set; } = true;
    [Display(Name = "May decide for the child")] public bool MayDecide { get; set; } = true;
    public int Version { get; set; }

    public FamilyWords ToWords() => new(Kinship, FromOn, UntilOn, MayRead, MayCollect, MayDecide);
}
