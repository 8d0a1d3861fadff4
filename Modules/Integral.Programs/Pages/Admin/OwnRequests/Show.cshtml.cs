using Integral.Programs.Requests;
using Integral.Ui;

namespace Integral.Programs.Pages.Admin.OwnRequests;

/// <summary>One of one's own requests: how far it is, what was asked, and the programme once it is there.</summary>
[Authorize(ProgramsModule.Request)]
internal sealed class ShowModel(RequestBook book, Requesting requesting, Flash flash) : PageModel
{
    [BindProperty] public RequestAnswerForm Form { get; set; } = new();

    public ProgrammeRequest Of { get; private set; } = null!;
    public Programme? Programme { get; private set; }

    /// <summary>What was asked last.</summary>
    public string? Asked => Of.History.Where(e => e.Status == RequestStatus.Asked).MaxBy(e => e.Id)?.Text;

    public Task OnGetAsync(Guid id) => OpenAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await requesting.AnswerAsync(id, Form.Text);
        flash.Good(T.Say("Your answer has arrived."));
        return RedirectToPage("Show", new { id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        ModelState.Clear();
        await OpenAsync(id);
        await requesting.WithdrawAsync(id);
        flash.Good(T.Say("You have withdrawn your request."));
        return RedirectToPage("Show", new { id });
    }

    private async Task OpenAsync(Guid id)
    {
        Of = await book.OwnAsync(id);
        Programme = await book.ProgrammeAsync(Of);
    }
}

internal sealed class RequestAnswerForm
{
    [Display(Name = "Your answer"), Required, StringLength(ProgrammeRequest.LongestRemarks)] public string Text { get; set; } = "";
}
