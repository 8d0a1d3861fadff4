using Integral.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Integral.Help.Pages.Help;

/// <summary>Anybody says that something is wrong. What was typed stays in the form until it has been kept.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RemarkModel(RemarkDesk desk, FormTickets tickets, Current current) : PageModel
{
    [BindProperty] public RemarkForm Form { get; set; } = new();
    [BindProperty] public string? Ticket { get; set; }

    /// <summary>No person sees this field.</summary>
    [BindProperty] public string? Website { get; set; }

    public SignedIn? Sender => current.Account;

    public void OnGet(string? from)
    {
        Ticket = tickets.Open();
        // The address by which another remark is followed is a secret.
        if (from is { Length: <= Remark.LongestPage } && !from.Contains("/help/remark", StringComparison.OrdinalIgnoreCase)) Form.Page = from;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var sent = Ticket;
        Ticket = tickets.Kept(sent);
        if (!ModelState.IsValid) return Refused();
        var key = tickets.KeyOf(sent, Website);
        await desk.SendAsync(key, Form);
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/help/remark/{key}?sent=true");
    }

    private PageResult Refused()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
