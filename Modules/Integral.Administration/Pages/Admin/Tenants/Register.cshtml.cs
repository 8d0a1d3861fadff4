using Integral.Platform.Recipes;
using Integral.Platform.Registers;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>The second step of importing a register: what would be made of it, which column says what, and the button that makes it.</summary>
[Authorize(AdministrationModule.Manage)]
internal sealed class RegisterModel(Uploads uploads, ColumnMemory memory, RegisterImport import, NewInstitutions institutions, Catalogue catalogue, Current current, RecipeShelf shelf, Texts texts) : PageModel
{
    public const int ShownRemarks = 100;
    private const int MostBodies = 300;

    private Sheet sheet = null!;
    private RegisterColumns columns = null!;

    [BindProperty] public RegisterForm Form { get; set; } = new();

    public Guid Id { get; private set; }
    public string FileName { get; private set; } = "";
    public int Rows => sheet.Rows.Count;

    /// <summary>What would be done; null while a needed column isn't known.</summary>
    public RegisterReport? Report { get; private set; }
    public IReadOnlyList<RegisterRemark> Remarks { get; private set; } = [];

    public IEnumerable<SelectListItem> Recipes => shelf.All.Where(r => r.IsSetupRecipe).Select(r => new SelectListItem(texts[r.DisplayName], r.Name));
    public IEnumerable<SelectListItem> Parents => catalogue.Items(catalogue.Within(current).Where(t => t.State == TenantState.Running), current);

    /// <summary>The governing bodies that the file names, those with most institutions first.</summary>
    public IReadOnlyList<SelectListItem> Bodies => columns.At(RegisterField.Body) is >= 0 and var at
        ? [.. sheet.Rows.Select(r => r[at]).Where(b => b.Length > 0).CountBy(b => b).OrderByDescending(b => b.Value).Take(MostBodies).Select(b => new SelectListItem($"{b.Key} ({b.Value})", b.Key))] : [];

    public async Task OnGetAsync(Guid id)
    {
        await ReadAsync(id);
        Form = RegisterForm.Of(columns, current.Tenant, Bodies.Count > 1);
        await CheckAsync();
        Form.Show(sheet, columns, texts);
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id)
    {
        await ReadAsync(id);
        Form.Correct(columns);
        if (ModelState.IsValid) await CheckAsync();
        Form.Show(sheet, columns, texts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await ReadAsync(id);
        Form.Correct(columns);
        Form.Show(sheet, columns, texts);
        if (!ModelState.IsValid) return Page();
        columns.Check();
        var work = await institutions.StartAsync(FileName, sheet, columns, Options(isDryRun: false));
        await memory.KeepAsync(columns);
        return RedirectToPage("Progress", new { work.Id });
    }

    private async Task ReadAsync(Guid id)
    {
        Id = id;
        (FileName, sheet) = await uploads.FindAsync(id);
        columns = await memory.RecallAsync(RegisterColumns.Find(sheet));
    }

    private async Task CheckAsync()
    {
        try
        {
            Report = await import.RunAsync(sheet, columns, Options(isDryRun: true));
            Remarks = [.. Report.Remarks];
            Form.Ask(sheet, columns);
            ModelState.Clear();     // what is asked now isn't what was typed
        }
        catch (RuleException lacking) { ModelState.AddModelError("", texts.Say(lacking.Sentence)); }
        catch (RecipeException unknown) { ModelState.AddModelError("", texts.Say(unknown.Sentence)); }
    }

    private RegisterOptions Options(bool isDryRun) => new(Form.Recipe, catalogue.Reach(Form.ParentId, current), Form.Tree, Form.RootBody, isDryRun);
}
