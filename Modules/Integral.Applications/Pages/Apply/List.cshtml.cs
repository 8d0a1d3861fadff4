using System.Globalization;
using Integral.Applications.Contracts;
using Integral.Applications.Forms;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Integral.Applications.Pages.Apply;

/// <summary>An organisation applies for many. First it sees what is wrong with its list; what it has pasted or uploaded stays in the form, where it can be corrected.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), RequestSizeLimit(LargestFile + (1 << 20))]
internal sealed class ListModel(ListSending sending, ShownOpenings openings, FormTickets tickets, Current current) : PageModel
{
    private const int LargestFile = 2 << 20;

    [BindProperty] public ListForm Form { get; set; } = new();
    [BindProperty] public string? Ticket { get; set; }

    /// <summary>No person sees this field.</summary>
    [BindProperty] public string? Website { get; set; }

    public Opening Opening { get; private set; } = null!;
    public ListReport? Report { get; private set; }
    public AskedForm Asked { get; private set; } = AskedForm.None;

    /// <summary>Headings of the columns with answers, in the language of this page; those that may not be empty are marked.</summary>
    public string Columns => string.Join(", ", Asked.Fields.Select(f => f.Label.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, current.Tenant.Culture) + (f.IsRequired ? " *" : "")));

    /// <summary>How many have just arrived, while others wait to be corrected.</summary>
    public int SentNow { get; private set; }

    /// <summary>Of the list that was sent.</summary>
    public string Address { get; private set; } = "";
    public string Consent => sending.Consent;

    public async Task OnGetAsync(Guid id)
    {
        Opening = await openings.FindAsync(id);
        Asked = await sending.AskedAsync(Opening);
        Ticket = tickets.Open();
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id)
    {
        await OpenAsync(id);
        // Whoever looks at the list hasn't yet said who sends it.
        foreach (var name in ModelState.Keys.Where(k => k is not "Form.People" and not "Form.File").ToList()) ModelState.Remove(name);
        if (await TakeAsync() is not { } table) return new PageResult { StatusCode = 422 };
        Report = await sending.LookAsync(table, tickets.KeyOf(Ticket));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var sent = Ticket;
        await OpenAsync(id);
        if (await TakeAsync() is not { } table) return new PageResult { StatusCode = 422 };
        var key = tickets.KeyOf(sent, Website);
        var (list, report) = await sending.SendAsync(id, new(Form.Organisation, Form.Contact, Form.Email, Form.Phone), table, Form.Consent, key);
        if (list is not null) Address = $"{current.Base}{current.CulturePrefix}/applications/lists/{list.Key}";
        if (list is not null && report.Refused.Count == 0) return LocalRedirect($"{Address}?sent=true");
        // Lines are counted anew: what arrived stands there no more.
        (var rest, Report) = sending.Left(report);
        Put(rest);
        SentNow = report.Ready.Count;
        return new PageResult { StatusCode = list is null ? 422 : 200 };
    }

    private async Task OpenAsync(Guid id)
    {
        Opening = await openings.FindAsync(id);
        Asked = await sending.AskedAsync(Opening);
        Ticket = tickets.Kept(Ticket);
    }

    // What stands in a file goes into the field where it can be corrected, and so do the headings of what had none: whoever sends it sees what it was taken for.
    private async Task<ListTable?> TakeAsync()
    {
        if (Form.File is { Length: > 0 } file)
        {
            Rule.Require(file.Length <= LargestFile, T.Say("The file is larger than {0} MB.", LargestFile >> 20), "File");
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes);
            Put(sending.TextOf(sending.Read(Asked, bytes.ToArray())));
        }
        if (!ModelState.IsValid) return null;
        Rule.Require(!string.IsNullOrWhiteSpace(Form.People), "Nobody is on the list.", "People");
        var table = sending.Read(Asked, Form.People);
        if (table.People.Header is not null) return table;
        Put(sending.TextOf(table));
        return sending.Read(Asked, Form.People);
    }

    private void Put(string people)
    {
        Form.People = people;
        ModelState.Remove("Form.People");
    }
}

internal sealed class ListForm
{
    [Display(Name = "Name of the organisation"), Required, StringLength(ApplicationList.LongestName)] public string Organisation { get; set; } = "";
    [Display(Name = "Who answers for the list", Description = "Family name and given name."), Required, StringLength(ApplicationList.LongestName)] public string Contact { get; set; } = "";
    [Display(Name = "E-mail", Description = "We write to it where you can see what becomes of the list."), Required, EmailAddress, StringLength(Application.LongestEmail)] public string Email { get; set; } = "";
    [Display(Name = "Phone"), DataType(DataType.PhoneNumber), StringLength(Application.LongestPhone)] public string? Phone { get; set; }

    [Display(Name = "The people", Description = "One person a line, up to 500: family name, given name, patronymic, date of birth, e-mail, phone. Paste it from a spreadsheet, or choose a file below."), StringLength(ApplicationList.LongestText)]
    public string? People { get; set; }
    [Display(Name = "Or a file", Description = "XLSX or CSV, up to 2 MB. What stands in it appears above, where you can correct it.")] public IFormFile? File { get; set; }
    [Display(Name = "Consent")] public bool Consent { get; set; }
}
