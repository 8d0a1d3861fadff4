using Integral.Content.Media;
using Integral.Ui;
using Microsoft.AspNetCore.Http;

namespace Integral.Content.Pages.Admin.Media;

/// <summary>The site's files and pictures by folder.</summary>
[Authorize(ContentModule.Write), RequestFormLimits(MultipartBodyLengthLimit = MostBytes), RequestSizeLimit(MostBytes)]
internal sealed class IndexModel(MediaList list, MediaFolders folders, MediaDesk desk, MediaRights rights, MediaLimits limits, Current current, Texts texts, Flash flash) : PageModel
{
    private const long MostBytes = 512 << 20;

    [BindProperty(SupportsGet = true)] public string? Folder { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Words of the name, or of what is on a picture")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "What it is")] public MediaSort? Sort { get; set; }
    [BindProperty(SupportsGet = true)] public bool Bin { get; set; }
    [BindProperty(SupportsGet = true)] public bool AsList { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public MediaLimits Limits => limits;
    public MediaPage Files { get; private set; } = new([], null);
    public IReadOnlyList<MediaFolder> Folders { get; private set; } = [];
    public string Here => Folder ?? "";
    public bool MayArrange => rights.MayArrange;
    public MediaFolder? Row { get; private set; }
    public bool IsFiltered => Q is not null || Sort is not null;
    public string? Next => Files.Next is { } after ? Url.Page(null, new { Folder, Q, Sort, Bin, AsList, after }) : null;
    public string Title => Bin ? texts["Bin of files"] : Here.Length == 0 ? texts["Files and pictures"] : MediaPath.NameOf(Here);

    /// <summary>The folder above; null where there is none.</summary>
    public string? Above => Here.Length == 0 ? null : MediaPath.FolderOf(Here);
    public string Back => Above is { Length: > 0 } above ? $"~/Admin/Media?folder={Uri.EscapeDataString(above)}" : "~/Admin/Media";
    public string FilePage => Url.Page("File", new { id = Guid.Empty })!.Replace($"{Guid.Empty}", "{0}", StringComparison.Ordinal);
    public string Api => $"{current.Base}/api/v1/content/media";
    public string Shown(MediaFile file) => $"{current.Base}/media/{Rendering.BodyWriter.MediaAddress(file.Path)}{(file.Sizes.Count > 0 ? "?w=1" : "")}";
    public string TextOf(MediaFile file) => file.Alternative(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, current.Tenant.Culture);

    public async Task OnGetAsync()
    {
        Folder = string.IsNullOrEmpty(Folder) ? null : MediaPath.CheckedFolder(Folder);
        var all = await folders.AllAsync();
        Row = all.Find(f => f.Path == Here);
        if (Here.Length > 0 && Row is null) throw new NotFoundException();
        Folders = Bin || IsFiltered ? [] : [.. all.Where(f => MediaPath.FolderOf(f.Path) == Here && f.Path.Length > 0)];
        Files = await list.PageAsync(new(Here, Q, Sort, Bin, After));
    }

    /// <summary>Without script: the form with its files. What can't be taken is told of each, and the others are taken.</summary>
    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile> files)
    {
        var count = 0;
        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                await desk.AddAsync(new SentMedia(file.FileName, content, file.Length) { Folder = Here }, HttpContext.RequestAborted);
                count++;
            }
            catch (RuleException rule) { ModelState.AddModelError("", texts["{0}: {1}", file.FileName, texts.Say(rule.Sentence)]); }
        }
        if (files.Count == 0) ModelState.AddModelError("", texts["Choose a file first."]);
        if (ModelState.IsValid)
        {
            flash.Good(T.Say("Files taken: {0}", count));
            return RedirectToPage(new { Folder });
        }
        await OnGetAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
