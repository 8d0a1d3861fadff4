using Integral.People.Organisations;
using Integral.Ui;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>A wrong line of the history is struck through.</summary>
[Authorize(PeopleModule.ManageOrganisations)]
internal sealed class StrikeModel(InteractionBook book, InteractionDesk desk, Flash flash) : PageModel
{
    [BindProperty, Display(Name = "Reason"), Required, StringLength(Interaction.LongestReason)] public string Reason { get; set; } = "";
    public Interaction Interaction { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, Guid interaction) => Interaction = await book.FindAsync(id, interaction);

    public async Task<IActionResult> OnPostAsync(Guid id, Guid interaction)
    {
        Interaction = await book.FindAsync(id, interaction);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await desk.StrikeAsync(Interaction, Reason);
        flash.Good(T.Say("Struck through."));
        return RedirectToPage("Show", new { id, interaction = null as Guid? });
    }
}
