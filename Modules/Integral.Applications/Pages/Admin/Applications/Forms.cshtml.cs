using Integral.Applications.Forms;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>The forms there are: one for all of a kind, and those that hold for one thing alone.</summary>
[Authorize(ApplicationsModule.WriteForms)]
internal sealed class FormsModel(FormBook book) : PageModel
{
    public IReadOnlyList<FormSubject> Kinds => book.Kinds;
    public IReadOnlyList<FormSubject> Own { get; private set; } = [];

    public async Task OnGetAsync() => Own = await book.OwnAsync();
}
