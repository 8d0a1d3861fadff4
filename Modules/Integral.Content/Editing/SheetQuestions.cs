using Integral.Content.Contracts;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Media;
using Integral.Content.Reading;
using Integral.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Editing;

/// <summary>Asks for what stands on a sheet in the reader's language and by the institution's clock.</summary>
internal sealed class SheetQuestions(Db db, MediaDesk media, PublicSite site, ContentRights rights, ItemChoices choices, Catalogue catalogue, Current current, Texts texts)
{
    private const int MostPages = 500, MostAddresses = 300;

    private TimeZoneInfo Zone => current.Tenant.Zone;

    public async Task<AskedForm> AskAsync(Sheet sheet) => sheet.Form.Ask(sheet.Data, new("", texts, Zone, await choices.OfAsync(sheet.Form.Chosen(sheet.Data), sheet.Culture))
    {
        Pages = await PagesAsync(sheet), Named = await choices.NamedAsync(sheet.Form.Picked(sheet.Data)), HasBelow = catalogue.Children(current.Tenant).Count > 0,
    });

    /// <summary>Puts the answers on the sheet, and the files that came with them into the media folder.</summary>
    /// <exception cref="RuleException">A file can't be taken.</exception>
    public async Task TakeAsync(Sheet sheet, IFormCollection answers, CancellationToken cancel)
    {
        TakeWords(sheet, answers);
        var asked = sheet.Form.AllSlots(sheet.Data).Select(s => $"{s.Key}.").ToList();
        var sent = new Dictionary<string, string>();
        foreach (var file in answers.Files.Where(f => f.Length > 0 && asked.Exists(a => f.Name.StartsWith(a, StringComparison.Ordinal)))) sent[file.Name] = (await media.AddAsync(file, cancel)).Path;
        if (sent.Count > 0) sheet.Form.Take(sheet.Data, answers, Zone, sent);
    }

    /// <summary>The same without files.</summary>
    public void TakeWords(Sheet sheet, IFormCollection answers) => sheet.Form.Take(sheet.Data, answers, Zone, new Dictionary<string, string>());

    /// <summary>Under which name a fault is shown: the first control of its field.</summary>
    public static string NameOf(FormSlot slot, IEnumerable<FieldInput> inputs) => inputs.FirstOrDefault(i => i.Name.StartsWith($"{slot.Key}.", StringComparison.Ordinal))?.Name ?? "";

    /// <summary>Lists and pages of this site to which a link may lead, by title; none where nothing in the form asks for an address.</summary>
    public async Task<IReadOnlyList<SelectListItem>> AddressesAsync(Sheet sheet, AskedForm asked)
    {
        if (!asked.Inputs.Any(i => i.Kind == "address")) return [];
        var pages = await db.ContentItems.Published().Where(i => i.Culture == sheet.Culture && i.Slug != null).OrderByDescending(i => i.PublishedAt).Take(MostAddresses)
            .Select(i => new { i.DisplayText, i.Slug }).ToListAsync();
        return [.. (await site.ListsAsync()).Where(l => l.IsFilled).Select(l => new SelectListItem(l.Title, $"~/{l.Folder}")), .. pages.Select(p => new SelectListItem(p.DisplayText, $"~/{p.Slug}"))];
    }

    // Those that stand by themselves, by their titles; what stands in a list is led to by the list. Who looks for one types its first letters.
    private async Task<IReadOnlyList<PageChoice>> PagesAsync(Sheet sheet)
    {
        if (sheet.Form.ChosenPages(sheet.Data) is not { } chosen) return [];
        var (culture, own, types) = (sheet.Culture, sheet.Item?.LocalizationSet ?? sheet.LocalizationSet, sheet.Form.Book.Types.Where(t => t.Folder is null && t.Has(Known.Route)).Select(t => t.Name).ToList());
        var pages = await (await rights.TodayAsync()).Within(db.ContentItems.AsNoTracking()).Where(i => i.DeletedAt == null && i.LocalizationSet != own && (types.Contains(i.ContentType) && i.Culture == culture || chosen.Contains(i.ContentItemId) || chosen.Contains(i.LocalizationSet)))
            .OrderByDescending(i => i.Culture == culture).ThenBy(i => i.DisplayText).Take(MostPages).Select(i => new { i.ContentItemId, i.LocalizationSet, i.DisplayText, i.PublishedAt, i.Slug }).ToListAsync();
        return [.. pages.Select(p => new PageChoice(p.ContentItemId, p.LocalizationSet, p.PublishedAt is null ? texts["{0} (a draft)", p.DisplayText] : p.DisplayText) { Note = p.PublishedAt is null ? "" : $" · /{p.Slug}" })];
    }
}
