namespace Integral.Applications.Pages.Applications;

/// <summary>What became of the people on a list. Whoever has the address may read it.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ListModel(ListBook book, Current current) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    /// <summary>It has just been sent.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }

    public ListView View { get; private set; } = null!;
    public string? Next => View.Next is { } after ? Url.Page(null, new { key = View.Of.Key, after }) : null;

    /// <summary>Of somebody's own application, in the language of this page.</summary>
    public string AddressOf(string application) => $"{current.Base}{current.CulturePrefix}/applications/{application}";

    public async Task OnGetAsync(string key) => View = await book.OfKeyAsync(key, After);
}
