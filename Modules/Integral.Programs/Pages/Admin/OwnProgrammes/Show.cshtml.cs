using Integral.Applications;
using Integral.People.Contracts;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Programs.Pages.Admin.OwnProgrammes;

/// <summary>One programme that visitors have composed: in which group it is taught, and a programme of the institution made of it.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class ShowModel(OwnDesk desk, ProgrammeBook book, Current current, Flash flash) : PageModel
{
    [BindProperty] public TeachForm Form { get; set; } = new();

    public OwnProgramme Own { get; private set; } = null!;
    public SeatedGroup? Group { get; private set; }
    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];
    public bool MaySeeApplications => current.Can(ApplicationsModule.View);

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        Form = new() { GroupId = Own.GroupId };
    }

    public async Task<IActionResult> OnPostTeachAsync(Guid id)
    {
        // The other form of the page has its own field.
        foreach (var name in ModelState.Keys.Where(k => k is "Form.Name").ToList()) ModelState.Remove(name);
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await desk.TeachAsync(Own, Form.GroupId);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { id });
    }

    public async Task<IActionResult> OnPostWriteAsync(Guid id)
    {
        await OpenAsync(id);
        Form.GroupId = Own.GroupId;
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var written = await desk.WriteAsync(Own, Form.Name);
        flash.Good(T.Say("The programme is written. Say what is missing, and recruit a group for it."));
        return RedirectToPage("/Admin/Programmes/Show", new { written.Id });
    }

    private async Task OpenAsync(Guid id)
    {
        Own = await desk.FindAsync(id);
        Group = await desk.GroupAsync(Own);
        IEnumerable<(Guid Id, string Name)> groups = await book.FreeGroupsAsync();
        if (Group is { } now) groups = groups.Prepend((now.Id, now.Name));      // also when it is over: saving doesn't lose it
        Groups = [.. groups.Select(g => new SelectListItem(g.Name, $"{g.Id}"))];
    }
}

internal sealed class TeachForm
{
    [Display(Name = "Training group", Description = "Whoever is accepted gets a seat in it.")] public Guid? GroupId { get; set; }
    [Display(Name = "Name of the programme"), Required, StringLength(Programme.LongestName)] public string Name { get; set; } = "";
}
