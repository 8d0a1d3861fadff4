using Integral.Content.Media;
using Integral.Ui;

namespace Integral.Content.Pages.Admin.Media;

/// <summary>A folder of the media library, or a new one: its name, its place and who may read what is in it.</summary>
[Authorize(ContentModule.Write)]
internal sealed class FolderModel(MediaFolders folders, MediaRights rights, Texts texts, Flash flash) : PageModel
{
    [BindProperty] public FolderForm Form { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    public MediaFolder? Folder { get; private set; }
    public bool MayArrange => rights.MayArrange;
    public string Title => Folder is null ? texts["New folder"] : texts["Folder: {0}", Folder.Name];
    public string Back => Folder is null ? "~/Admin/Media" : $"~/Admin/Media?folder={Uri.EscapeDataString(Folder.Path)}";

    /// <param name="id">Nothing for a new one.</param>
    /// <param name="within">The folder that a new one is to be in.</param>
    public async Task OnGetAsync(Guid? id, string? within)
    {
        await ReadAsync(id);
        Form = Folder is null ? new() { Path = within is { Length: > 0 } ? $"{MediaPath.CheckedFolder(within)}/" : "" } : new() { Path = Folder.Path, Audience = Folder.Audience, Version = Folder.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await ReadAsync(id);
        if (!ModelState.IsValid) return Page();
        var path = Folder is null ? await folders.AddAsync(Form.Path, Form.Audience) : (await folders.ChangeAsync(Folder.Id, Form.Path, Form.Audience, Form.Version)).Path;
        flash.Good(T.Say("Kept."));
        return RedirectToPage("Index", new { folder = path });
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await OnGetAsync(id, null);
        ModelState.Clear();
        await folders.DeleteAsync(id);
        flash.Good(T.Say("The folder is gone."));
        return RedirectToPage("Index", new { folder = MediaPath.FolderOf(Folder!.Path) is { Length: > 0 } above ? above : null });
    }

    private async Task ReadAsync(Guid? id)
    {
        Folder = id is { } known ? await folders.FindAsync(known) : null;
        if (Folder is not null && !rights.MayArrange) throw new NotAllowedException();
    }
}

internal sealed class FolderForm
{
    [Display(Name = "Path of the folder"), Required, StringLength(MediaPath.LongestFolder)] public string Path { get; set; } = "";
    [Display(Name = "Who may read what is in it")] public MediaAudience Audience { get; set; }
    public int Version { get; set; }
}
