using Integral.People;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>One application: what was sent, and what became of it.</summary>
[Authorize(ApplicationsModule.View)]
internal sealed class ShowModel(ApplicationBook book, ICases cases, Current current) : PageModel
{
    public Application Application { get; private set; } = null!;
    public CaseView Case { get; private set; } = null!;
    public bool MaySeePeople => current.Can(PeopleModule.View);

    public async Task OnGetAsync(Guid id) => (Application, Case) = (await book.FindAsync(id), await cases.OfAsync(Application.Kind, id));
}
