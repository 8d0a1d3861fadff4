using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Http;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>The first step of importing a register: which file.</summary>
[Authorize(AdministrationModule.Manage), RequestSizeLimit(SheetFile.Largest + (1 << 20))]
internal sealed class ImportModel(Uploads uploads) : PageModel
{
    [BindProperty] public ImportForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        Rule.Require(Form.File!.Length <= SheetFile.Largest, T.Say("The file is larger than {0} MB.", SheetFile.Largest >> 20), "File");
        using var bytes = new MemoryStream((int)Form.File.Length);
        await Form.File.CopyToAsync(bytes);
        return RedirectToPage("Register", new { id = await uploads.KeepAsync(Form.File.FileName, bytes.ToArray()) });
    }
}

internal sealed class ImportForm
{
    [Display(Name = "File with the register", Description = "CSV or XLSX, with headings in the first row; a name and a code for each institution. Up to 50 MB."), Required] public IFormFile? File { get; set; }
}

/// <summary>The way from a file to institutions.</summary>
internal static class RegisterSteps
{
    public static IReadOnlyList<string> Names(Texts texts) => [texts["File"], texts["Check"], texts["Deployment"]];
}
