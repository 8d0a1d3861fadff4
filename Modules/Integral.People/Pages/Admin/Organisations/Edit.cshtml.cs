using Integral.People.Organisations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>What is said of an organisation; without an id a new one.</summary>
[Authorize(PeopleModule.ManageOrganisations)]
internal sealed class EditModel(OrganisationBook book, OrganisationDesk desk, OrganisationStaff staff) : PageModel
{
    [BindProperty] public OrganisationForm Form { get; set; } = new();
    public Organisation? Organisation { get; private set; }
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Staff { get; private set; } = [];

    /// <summary>Somebody else saved it while this was typed.</summary>
    public bool IsOutdated { get; private set; }

    public async Task OnGetAsync(Guid? id)
    {
        await OpenAsync(id);
        Form = Organisation is { } one ? OrganisationForm.Of(one) : new() { Country = await book.UsualCountryAsync(), Owner = Staff.Any(s => s.Value == $"{staff.Me}") ? staff.Me : null };
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (Organisation is not { } one) return RedirectToPage("Show", new { (await desk.AddAsync(Form.ToWords())).Id });
        if (one.Version != Form.Version) throw Outdated(one);
        await desk.ChangeAsync(one, Form.ToWords());
        return RedirectToPage("Show", new { one.Id });
    }

    // Who has read this can save over it: what was typed is kept, and the form knows the newer version.
    private DbUpdateConcurrencyException Outdated(Organisation one)
    {
        (IsOutdated, Form.Version) = (true, one.Version);
        ModelState.Remove("Form.Version");
        return new();
    }

    private async Task OpenAsync(Guid? id)
    {
        if (id is { } known) Organisation = await book.FindAsync(known);
        Others = [.. (await book.OfferedAsync(Organisation)).Select(o => new SelectListItem(o.Name, $"{o.Id}"))];
        Staff = [.. (await staff.OfferedAsync()).Select(s => new SelectListItem(s.Name, $"{s.Id}"))];
        // Who looks after it may have another role by now, and stays until somebody else is chosen.
        if (Organisation?.OwnerId is { } owner && Staff.All(s => s.Value != $"{owner}")) Staff = [new(await book.OwnerAsync(Organisation), $"{owner}"), .. Staff];
    }
}
