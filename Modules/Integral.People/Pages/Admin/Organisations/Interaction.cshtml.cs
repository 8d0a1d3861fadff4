using Integral.People.Organisations;
using Integral.Platform.Reporting;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>A call, a meeting, a letter or a task with an organisation is written down.</summary>
[Authorize(PeopleModule.ManageOrganisations)]
internal sealed class InteractionModel(OrganisationBook book, ContactDesk contacts, InteractionDesk desk, OrganisationStaff staff, Flash flash) : PageModel
{
    [BindProperty] public InteractionForm Form { get; set; } = new();
    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Contacts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Staff { get; private set; } = [];

    public async Task OnGetAsync(Guid id, [FromServices] Figures figures)
    {
        await OpenAsync(id);
        Form = new() { On = figures.Today };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await desk.WriteAsync(Organisation, Form.ToWords());
        flash.Good(T.Say("Written down."));
        return RedirectToPage("Show", new { id });
    }

    private async Task OpenAsync(Guid id)
    {
        Organisation = await book.FindAsync(id);
        Contacts = [.. (await contacts.OfAsync(id)).Select(c => new SelectListItem(c.Name, $"{c.Id}"))];
        Staff = [.. (await staff.OfferedAsync()).Select(s => new SelectListItem(s.Name, $"{s.Id}"))];
    }
}

internal sealed class InteractionForm
{
    [Display(Name = "Kind"), Required] public InteractionKind? Kind { get; set; }
    [Display(Name = "Day"), DataType(DataType.Date), Required] public DateOnly? On { get; set; }
    [Display(Name = "What was agreed, or what is to be done"), Required, StringLength(Interaction.LongestText)] public string Text { get; set; } = "";
    [Display(Name = "With whom")] public Guid? With { get; set; }
    [Display(Name = "Whose task it is", Description = "Only of a task.")] public Guid? Assignee { get; set; }
    [Display(Name = "To be done by", Description = "Only of a task."), DataType(DataType.Date)] public DateOnly? DueOn { get; set; }

    public InteractionWords ToWords() => new(Kind!.Value, On!.Value, Text, With, Assignee, DueOn);
}
