using Integral.Content.Editing;
using Integral.Ui;

namespace Integral.Content.Pages.Admin.Content;

/// <summary>What an item was like before: who wrote what and when, what each changed, and the way back.</summary>
[Authorize(ContentModule.Write)]
internal sealed class VersionsModel(ContentDesk desk, ContentRights rights, Texts texts, Flash flash) : PageModel
{
    private const int PageSize = 30;

    public Sheet Sheet { get; private set; } = null!;
    public IReadOnlyList<VersionHead> Versions { get; private set; } = [];

    /// <summary>The version that is looked at, and the one with which it is compared; null where it is the first.</summary>
    public ContentVersion? Shown { get; private set; }
    public ContentVersion? Former { get; private set; }
    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];
    public string? Next { get; private set; }
    public bool MayChange { get; private set; }
    public string NameOf(FieldChange change) => change.Slot?.TitleIn(texts) ?? texts["Order of the blocks"];

    public async Task OnGetAsync(string id, string? version, string? with, int? before)
    {
        await OpenAsync(id);
        var rows = await desk.VersionsAsync(Sheet.Item!, before ?? int.MaxValue, PageSize + 1);
        Versions = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Url.Page(null, new { id, before = Versions[^1].Number }) : null;
        if ((version ?? (Versions.Count > 0 ? Versions[0].ContentItemVersionId : null)) is not { } shown) return;
        Shown = await desk.VersionAsync(Sheet.Item!, shown);
        if ((with ?? rows.FirstOrDefault(v => v.Number < Shown.Number)?.ContentItemVersionId) is { } former) Former = await desk.VersionAsync(Sheet.Item!, former);
        Changes = FieldChange.Between(Sheet.Form, Former is null ? [] : await desk.WrittenAsync(Sheet, Former.ContentItemVersionId), await desk.WrittenAsync(Sheet, Shown.ContentItemVersionId), texts);
    }

    public async Task<IActionResult> OnPostAsync(string id, string version)
    {
        await OpenAsync(id);
        var former = await desk.VersionAsync(Sheet.Item!, version);
        await desk.SaveAsync(Sheet with { Data = ContentDesk.Data(former) }, isPublished: false);
        flash.Good(T.Say("Version {0} is the draft now. What you had before it stays in the history.", former.Number));
        return RedirectToPage("Edit", new { id });
    }

    private async Task OpenAsync(string id)
    {
        Sheet = await desk.OpenAsync(id);
        MayChange = Sheet.Item is { DeletedAt: null } item && (await rights.TodayAsync()).MayChange(item);
    }
}
