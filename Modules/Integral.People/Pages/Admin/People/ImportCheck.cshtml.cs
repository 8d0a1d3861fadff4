using Integral.People.Import;
using Integral.Ui.Sheets;

namespace Integral.People.Pages.Admin.People;

/// <summary>The second step of importing people: what would become of each row, which column says what, and the button that writes it.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class ImportCheckModel(ImportFile file, ImportWork work, Delegation delegation, RoleWords words, Current current) : StandingPage(delegation, words, current)
{
    private UploadedPeople people = null!;

    [BindProperty] public ImportCheckForm Form { get; set; } = new();

    public Guid Id { get; private set; }
    public string FileName => people.Name;
    public int Rows => people.Sheet.Rows.Count;

    /// <summary>What would be done; null while a needed column isn't known.</summary>
    public ImportReport? Report { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        people = await file.FindAsync(Id = id);
        Form.Columns = ColumnForm.Of(people.Columns);
        await CheckAsync();
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id)
    {
        await ReadAsync(id);
        if (ModelState.IsValid) await CheckAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await ReadAsync(id);
        if (!ModelState.IsValid) return Page();
        people.Columns.Check();
        var started = await work.StartAsync(people.Name, people.Sheet, people.Columns, Options(isDryRun: false));
        await file.KeepAsync(people.Columns);
        return RedirectToPage("ImportProgress", new { started.Id });
    }

    private async Task ReadAsync(Guid id)
    {
        people = await file.FindAsync(Id = id);
        file.Show(Form.Columns, people);
        ColumnForm.Correct(Form.Columns, people.Columns);
    }

    private async Task CheckAsync()
    {
        (Report, var lacking) = await file.CheckAsync(people, Options(isDryRun: true));
        if (lacking is not null) ModelState.AddModelError("", lacking);
        file.Show(Form.Columns, people);
    }

    private ImportOptions Options(bool isDryRun) => new(Form.Roles, Form.EmailIsLogin, isDryRun, people.Name);
}

internal sealed class ImportCheckForm
{
    public List<ColumnForm> Columns { get; set; } = [];
    [Display(Name = "Roles of new accounts")] public List<string> Roles { get; set; } = [];
    [Display(Name = "Who has an e-mail and no login signs in with the e-mail")] public bool EmailIsLogin { get; set; }
}
