using Integral.Platform.Web;

namespace Integral.Help.Pages.Help;

/// <summary>What became of one's remark. Whoever has the address may read it and add to it.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class FollowModel(RemarkDesk desk, Current current) : PageModel
{
    [BindProperty] public LineForm Form { get; set; } = new();

    /// <summary>It has just been sent.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }

    public Remark Remark { get; private set; } = null!;

    public async Task OnGetAsync(string key) => Remark = await FindAsync(key);

    public async Task<IActionResult> OnPostAsync(string key)
    {
        Remark = await FindAsync(key);
        if (!ModelState.IsValid) return Page();
        await desk.AddAsync(Remark, Form.Text.Trim());
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/help/remark/{key}");
    }

    private async Task<Remark> FindAsync(string key) => (key.Length == FormTickets.KeyLength ? await desk.OfKeyAsync(key) : null) ?? throw new NotFoundException();
}
