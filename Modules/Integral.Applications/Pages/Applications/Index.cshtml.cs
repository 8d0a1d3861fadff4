namespace Integral.Applications.Pages.Applications;

/// <summary>What somebody who is signed in has applied for.</summary>
[Authorize]
internal sealed class IndexModel(ApplicationBook book, Current current) : PageModel
{
    public IReadOnlyList<Application> Sent { get; private set; } = [];

    public async Task OnGetAsync() => Sent = await book.OfAccountAsync(current.Account!.AccountId);
}
