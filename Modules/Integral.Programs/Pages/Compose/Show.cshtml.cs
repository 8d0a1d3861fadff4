namespace Integral.Programs.Pages.Compose;

/// <summary>What a visitor has put together: its modules, the hours in all, and the way to apply.</summary>
[AllowAnonymous]
internal sealed class ShowModel(Composing composing) : PageModel
{
    public OwnProgramme Own { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Own = await composing.FindAsync(id);
}
