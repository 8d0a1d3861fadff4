using Integral.People.Organisations;
using Integral.People.Registration;
using Integral.Workflows.Contracts;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>One registration: what was written, what was decided, and to what it may belong.</summary>
[Feature(PeopleModule.Registration), Authorize(PeopleModule.ViewOrganisations)]
internal sealed class RegistrationModel(RegistrationBook book, ICases cases, Db db) : PageModel
{
    public OrganisationRegistration Registration { get; private set; } = null!;
    public CaseView Case { get; private set; } = null!;

    /// <summary>The one in the register to which it would be joined.</summary>
    public Organisation? Alike { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        (Registration, Case) = (await book.OrganisationAsync(id), await cases.OfAsync(OrganisationRegistration.Subject, id));
        if (Registration.OrganisationId is null) Alike = await Registration.AlikeAsync(db);
    }
}
