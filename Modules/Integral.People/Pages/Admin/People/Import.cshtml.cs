using Integral.People.Import;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Http;

namespace Integral.People.Pages.Admin.People;

/// <summary>The first step of importing people: which file.</summary>
[Authorize(PeopleModule.Manage), RequestSizeLimit(PeopleImport.Largest + (1 << 20))]
internal sealed class ImportModel(Uploads uploads) : PageModel
{
    [BindProperty] public ImportForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        Rule.Require(Form.File!.Length <= PeopleImport.Largest, T.Say("The file is larger than {0} MB.", PeopleImport.Largest >> 20), "File");
        using var bytes = new MemoryStream((int)Form.File.Length);
        await Form.File.CopyToAsync(bytes);
        return RedirectToPage("ImportCheck", new { id = await uploads.KeepAsync(Form.File.FileName, bytes.ToArray()) });
    }
}

internal sealed class ImportForm
{
    [Display(Name = "File with people", Description = "CSV or XLSX, up to 10,000 rows and 10 MB."), Required] public IFormFile? File { get; set; }
}

/// <summary>The way from a file to people.</summary>
internal static class ImportSteps
{
    public static IReadOnlyList<string> Names(Texts texts) => [texts["File"], texts["Check"], texts["Import"]];
}
