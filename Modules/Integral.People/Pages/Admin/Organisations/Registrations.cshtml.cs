using Integral.People.Registration;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>The organisations that have registered by themselves.</summary>
[Feature(PeopleModule.Registration), Authorize(PeopleModule.ViewOrganisations)]
internal sealed class RegistrationsModel(RegistrationBook book, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "State")] public RegistrationState? State { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public OrganisationRegistrationPage Registrations { get; private set; } = new([], null);
    public IEnumerable<SelectListItem> States => Enum.GetValues<RegistrationState>().Where(s => s != RegistrationState.Unconfirmed).Select(s => new SelectListItem(texts.Say(s.Word()), $"{s}"));
    public string? Next => Registrations.Next is { } after ? Url.Page(null, new { State, after }) : null;

    public async Task OnGetAsync() => Registrations = await book.OrganisationsAsync(State, After);
}
