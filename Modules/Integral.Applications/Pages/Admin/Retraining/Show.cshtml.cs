using Integral.Applications.Staff;
using Integral.Ui;

namespace Integral.Applications.Pages.Admin.Retraining;

/// <summary>One list that the institution has sent: how far each person on it is. One of them can be withdrawn.</summary>
[Authorize(ApplicationsModule.SendStaff), Feature(ApplicationsModule.StaffFeature)]
internal sealed class ShowModel(StaffBook book, StaffSending sending, Flash flash) : PageModel
{
    public StaffList List { get; private set; } = null!;
    public string Centre { get; private set; } = "";

    public async Task OnGetAsync(Guid id) => (List, Centre) = await book.FindAsync(id);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid listed)
    {
        await OnGetAsync(id);
        await sending.WithdrawAsync(id, listed);
        flash.Good(T.Say("The centre is told."));
        return RedirectToPage("Show", new { id });
    }
}
