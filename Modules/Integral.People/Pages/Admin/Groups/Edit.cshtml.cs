using Integral.People.Contracts;
using Integral.People.Groups;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Groups;

/// <summary>What is said of a group; without an id a new one.</summary>
[Authorize(PeopleModule.ManageGroups)]
internal sealed class EditModel(GroupBook book, GroupDesk desk) : PageModel
{
    [BindProperty] public GroupForm Form { get; set; } = new();
    public Group? Group { get; private set; }
    public IEnumerable<SelectListItem> Classes { get; private set; } = [];

    public async Task OnGetAsync(Guid? id)
    {
        await OpenAsync(id);
        Form = Group is { } group
            ? new() { Name = group.Name, FromOn = group.FromOn, UntilOn = group.UntilOn, Seats = group.Seats, Version = group.Version }
            : new() { FromOn = book.Today };
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return Page();
        if (Group is not { } group) return RedirectToPage("Show", new { (await desk.AddAsync(Form.Kind!.Value, Form.PartOf, Form.ToWords())).Id });
        if (group.Version != Form.Version) throw new DbUpdateConcurrencyException();
        await desk.ChangeAsync(group, Form.ToWords());
        return RedirectToPage("Show", new { group.Id });
    }

    private async Task OpenAsync(Guid? id)
    {
        if (id is { } known)
        {
            Group = await book.FindAsync(known);
            ModelState.Remove("Form.Kind");
            return;
        }
        Classes = (await book.OfferedAsync(book.Today, GroupKind.Class)).Select(g => new SelectListItem(g.Name, $"{g.Id}"));
    }
}

internal sealed class GroupForm
{
    [Display(Name = "Kind"), Required] public GroupKind? Kind { get; set; }
    [Display(Name = "Part of the class", Description = "Only for a part of a class.")] public Guid? PartOf { get; set; }
    [Display(Name = "Name of the group"), Required, StringLength(Group.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "First day"), DataType(DataType.Date), Required] public DateOnly? FromOn { get; set; }
    [Display(Name = "Last day", Description = "Empty if no end is foreseen."), DataType(DataType.Date)] public DateOnly? UntilOn { get; set; }
    [Display(Name = "Seats", Description = "Empty for any number."), Range(1, Group.MostSeats)] public int? Seats { get; set; }
    public int Version { get; set; }

    public GroupWords ToWords() => new(Name, FromOn!.Value, UntilOn, Seats);
}
