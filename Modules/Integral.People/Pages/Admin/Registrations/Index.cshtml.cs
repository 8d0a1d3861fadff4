using Integral.People.Registration;
using Integral.Ui;
using Integral.Workflows.Contracts;

namespace Integral.People.Pages.Admin.Registrations;

/// <summary>Who has registered by themselves, and who may.</summary>
[Feature(PeopleModule.Registration), Authorize(PeopleModule.ManageRegistrations)]
internal sealed class IndexModel(RegistrationBook book, RegistrationDesk desk, Registering registering, IWorkflows workflows, Db db, Current current, Flash flash) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Show also those who were looked at")] public bool All { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty] public OpenForm Form { get; set; } = new();

    public RegistrationPage Registrations { get; private set; } = new([], null);
    public bool LacksMail { get; private set; }
    public bool LacksWorkflow { get; private set; }
    public bool MaySeePeople => current.Can(PeopleModule.View);
    public bool MayMerge => current.Can(PeopleModule.Manage);
    public string? Next => Registrations.Next is { } after ? Url.Page(null, new { All = All ? "true" : null, after }) : null;

    public async Task OnGetAsync()
    {
        var open = await OpenAsync();
        Form = new() { Citizens = open.Citizens, Organisations = open.Organisations, Tag = open.Tag };
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id)
    {
        await OpenAsync();
        await desk.CheckAsync(id);
        flash.Good(T.Say("Looked at."));
        return RedirectToPage(new { id = null as Guid? });
    }

    public async Task<IActionResult> OnPostBlockAsync(Guid id)
    {
        await OpenAsync();
        await desk.BlockAsync(id);
        flash.Good(T.Say("Blocked. Every sign-in of the account is ended."));
        return RedirectToPage(new { id = null as Guid? });
    }

    public async Task<IActionResult> OnPostOpenAsync()
    {
        var open = await OpenAsync();
        if (Form.Tag != open.Tag) throw Outdated(open);
        await desk.OpenAsync(new(Form.Citizens, Form.Organisations));
        flash.Good(T.Say("Saved."));
        return RedirectToPage();
    }

    // Who has read this can save over it: the form knows what holds now.
    private DbUpdateConcurrencyException Outdated(RegistrationSettings open)
    {
        Form.Tag = open.Tag;
        ModelState.Remove("Form.Tag");
        return new();
    }

    private async Task<RegistrationSettings> OpenAsync()
    {
        (Registrations, var open) = (await book.PageAsync(!All, After), await RegistrationSettings.OfAsync(db));
        (LacksMail, LacksWorkflow) = (!registering.CanBeSent, open.Organisations && !await workflows.HasStartAsync(db, OrganisationRegistered.Kind));
        return open;
    }
}

internal sealed class OpenForm
{
    [Display(Name = "People, as learners")] public bool Citizens { get; set; }
    [Display(Name = "Employers and partners; a workflow decides about each")] public bool Organisations { get; set; }
    public string Tag { get; set; } = "";
}
