namespace Integral.People.Pages.Admin.People;

/// <summary>A class at once: names in, slips to cut out.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class SeveralModel(Joining joining, Delegation delegation, RoleWords words, Current current) : StandingPage(delegation, words, current)
{
    [BindProperty] public SeveralForm Form { get; set; } = new();
    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public async Task OnPostAsync()
    {
        if (ModelState.IsValid) Slips = await joining.AddAsync(Form.Newcomers, Form.Standing);
    }
}

internal sealed class SeveralForm : StandingForm
{
    [Display(Name = "Names", Description = "One person a line: family name, given name, patronymic."), Required, StringLength(8000)] public string Names { get; set; } = "";

    // Validation reads it too, also where nothing was typed and the field came as null.
    public IReadOnlyList<Newcomer> Newcomers =>
        [.. (Names ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Newcomer(PersonName.Parse(line), null))];
}
