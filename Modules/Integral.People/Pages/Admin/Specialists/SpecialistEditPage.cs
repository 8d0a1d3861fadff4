using Integral.People.Specialists;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Specialists;

/// <summary>Somebody of the staff base; without an id somebody new. The reach says whom one can open here and whose staff one can write.</summary>
internal abstract class SpecialistEditPage(SpecialistBook book, SpecialistDesk desk, CompetencyList competencies, Flash flash) : PageModel
{
    [BindProperty] public SpecialistForm Form { get; set; } = new();
    public Specialist? Specialist { get; private set; }
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Competencies { get; private set; } = [];

    /// <summary>What no organisation at all stands for; null where one is to be chosen.</summary>
    public abstract string? OfNone { get; }

    /// <summary>What the signed-in person reaches here.</summary>
    protected abstract Task<SpecialistReach> ReachAsync();
    protected abstract Task<IReadOnlyList<(Guid Id, string Name)>> OfferedAsync();

    public async Task OnGetAsync(Guid? id)
    {
        await OpenAsync(id);
        if (Specialist is { } there) Form = SpecialistForm.Of(there);
        Form.Widen();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        var reach = await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (Specialist is { } there)
        {
            if (there.Version != Form.Version) throw Outdated(there);
            await desk.ChangeAsync(there, Form.ToWords(), reach);
        }
        else
        {
            await desk.AddAsync(Form.ToWords(), reach);
        }
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Index", new { id = null as Guid? });
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        ModelState.Clear();
        await OpenAsync(id);
        await desk.DeleteAsync(Specialist!);
        flash.Good(T.Say("{0} is removed.", Specialist!.Name), Url.Page("Edit", "Restore", new { id }));
        return RedirectToPage("Index", new { id = null as Guid? });
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        await desk.RestoreAsync(id, await ReachAsync());
        return RedirectToPage("Index", new { id = null as Guid? });
    }

    // Who has read this can save over it: what was typed is kept, and the form knows the newer version.
    private DbUpdateConcurrencyException Outdated(Specialist there)
    {
        Form.Version = there.Version;
        ModelState.Remove("Form.Version");
        return new();
    }

    private async Task<SpecialistReach> OpenAsync(Guid? id)
    {
        var reach = await ReachAsync();
        if (id is { } known) Specialist = await book.FindAsync(known, reach);
        Organisations = await ChoicesAsync();
        Competencies = await competencies.ItemsAsync();
        return reach;
    }

    // Whose organisation is in the archive by now stays there until another one is chosen.
    private async Task<IReadOnlyList<SelectListItem>> ChoicesAsync()
    {
        List<SelectListItem> offered = [.. (await OfferedAsync()).Select(o => new SelectListItem(o.Name, $"{o.Id}"))];
        if (Specialist?.OrganisationId is not { } of || offered.Exists(o => o.Value == $"{of}")) return offered;
        return [new((await book.RowsAsync([Specialist]))[0].Organisation, $"{of}"), .. offered];
    }
}
