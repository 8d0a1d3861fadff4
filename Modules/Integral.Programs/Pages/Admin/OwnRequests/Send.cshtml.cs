using Integral.Platform.Web;
using Integral.Programs.Requests;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Programs.Pages.Admin.OwnRequests;

/// <summary>Somebody asks for a programme on behalf of an organisation. The organisation is written once: the next request begins with it.</summary>
[Authorize(ProgramsModule.Request)]
internal sealed class SendModel(Requesting requesting, RequestBook book, LearnerCategories categories, FormTickets tickets, Flash flash) : PageModel
{
    [BindProperty] public RequestForm Form { get; set; } = new();
    [BindProperty] public string? Ticket { get; set; }

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await OpenAsync();
        Ticket = tickets.Open();
        Form.Organisation = (await book.PageAsync(new(book.Me), 1)).Rows is [var last, ..] ? last.Organisation : "";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OpenAsync();
        Ticket = tickets.Kept(Ticket);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var request = await requesting.SendAsync(Form.ToWanted(), Form.Category, $"form {tickets.KeyOf(Ticket)}");
        flash.Good(T.Say("Your request has arrived."));
        return RedirectToPage("Show", new { request.Id });
    }

    private async Task OpenAsync() => Categories = [.. (await categories.AllAsync()).Select(c => new SelectListItem(c.Name, $"{c.Id}"))];
}

internal sealed class RequestForm
{
    [Display(Name = "Name of the organisation"), Required, StringLength(ProgrammeRequest.LongestName)] public string Organisation { get; set; } = "";
    [Display(Name = "What the programme is to be about"), Required, StringLength(Programme.LongestName)] public string Title { get; set; } = "";
    [Display(Name = "What the programme is for", Description = "What your people can't do yet, or what will be new in their work."), Required, StringLength(ProgrammeRequest.LongestText)] public string Purpose { get; set; } = "";
    [Display(Name = "What one can do afterwards", Description = "Competencies and how well, one a line: for example «reads drawings: by oneself»."), StringLength(ProgrammeRequest.LongestText)] public string? Skills { get; set; }
    [Display(Name = "Category of learners")] public Guid? Category { get; set; }
    [Display(Name = "How many are to learn"), Required, Range(1, ProgrammeRequest.MostPeople)] public int? People { get; set; }
    [Display(Name = "How one learns")] public StudyForm Form { get; set; }
    [Display(Name = "From which day it would suit"), DataType(DataType.Date)] public DateOnly? FromOn { get; set; }
    [Display(Name = "Until which day it would suit"), DataType(DataType.Date)] public DateOnly? UntilOn { get; set; }
    [Display(Name = "What else is to be known"), StringLength(ProgrammeRequest.LongestRemarks)] public string? Remarks { get; set; }

    public Wanted ToWanted() => new(Organisation, Title, Purpose, Skills ?? "", "", People!.Value, Form, FromOn, UntilOn, Remarks ?? "");
}
