using Integral.Content.Media;
using Integral.Content.Reading;
using Integral.Ui;
using Microsoft.AspNetCore.Http;

namespace Integral.Content.Pages.Admin.Media;

/// <summary>One file: what it is, what is on it, where it is used.</summary>
[Authorize(ContentModule.Write), RequestFormLimits(MultipartBodyLengthLimit = MostBytes), RequestSizeLimit(MostBytes)]
internal sealed class FileModel(MediaShelf shelf, MediaDesk desk, MediaUses uses, MediaRights rights, Current current, Flash flash) : PageModel
{
    private const long MostBytes = 512 << 20;

    [BindProperty] public FileForm Form { get; set; } = new();

    public MediaFile Media { get; private set; } = null!;
    public Uses Uses { get; private set; } = new(0, 0, []);
    public bool MayChange => rights.MayChange(Media);
    public string Address => $"{current.Base}/media/{Rendering.BodyWriter.MediaAddress(Media.Path)}";
    public string Back => Media.Folder.Length == 0 ? "~/Admin/Media" : $"~/Admin/Media?folder={Uri.EscapeDataString(Media.Folder)}";
    public static FieldInput TextIn(string culture, FileModel model) => new($"Form.Texts[{culture}]", Texts.OwnNames[culture], "text")
    {
        Value = model.Form.Texts.GetValueOrDefault(culture), MaxLength = MediaFile.LongestText,
    };

    public async Task OnGetAsync(Guid id)
    {
        await ReadAsync(id);
        Form = new() { Name = Media.Name, Path = Media.Path, Version = Media.Version, Texts = Media.Texts.ToDictionary(t => t.Key, t => (string?)t.Value) };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await ReadAsync(id);
        if (!ModelState.IsValid) return Page();
        await shelf.ChangeAsync(id, new() { Name = Form.Name, Path = Form.Path, Texts = Form.Said, Version = Form.Version });
        flash.Good(T.Say("Kept."));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostReplaceAsync(Guid id, IFormFile? content)
    {
        await OnGetAsync(id);
        ModelState.Clear();
        Rule.Require(content is not null, "Choose a file first.");
        await using var stream = content.OpenReadStream();
        await desk.ReplaceAsync(id, new(content.FileName, stream, content.Length), HttpContext.RequestAborted);
        flash.Good(T.Say("The new content stands at the same address."));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await OnGetAsync(id);
        ModelState.Clear();
        await shelf.DeleteAsync(id);
        flash.Good(T.Say("Put into the bin."), Url.Page(null, "Restore", new { id }));
        return Redirect(Url.Page("Index", new { folder = Media.Folder.Length == 0 ? null : Media.Folder })!);
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        await shelf.RestoreAsync(id);
        flash.Good(T.Say("Taken out of the bin."));
        return RedirectToPage(new { id });
    }

    private async Task ReadAsync(Guid id)
    {
        Media = await shelf.FindAsync(id);
        Uses = await uses.OfAsync(Media);
    }
}

internal sealed class FileForm
{
    [Display(Name = "Name"), Required, StringLength(MediaFile.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "Address in the media folder"), Required, StringLength(MediaPath.Longest)] public string Path { get; set; } = "";
    public int Version { get; set; }
    public Dictionary<string, string?> Texts { get; set; } = [];

    public IReadOnlyDictionary<string, string> Said => Texts.ToDictionary(t => t.Key, t => t.Value ?? "");
}
