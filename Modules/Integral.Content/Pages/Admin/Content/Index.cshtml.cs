using Integral.Content.Bulk;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Fields;
using Integral.Platform.Changes;
using Integral.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Content;

/// <summary>Everything that is written for the site: what visitors see, drafts, and the bin; and what can be done with many of them at once.</summary>
[Authorize(ContentModule.Write)]
internal sealed class IndexModel(DeskList list, ContentDesk desk, BulkDesk bulk, ContentUndo undo, ChangeSets changes, ContentRights rights, TypeWords words, Current current, Catalogue catalogue, Texts texts, Flash flash) : PageModel
{
    public const int MostTold = 50;

    private RightsToday may = null!;

    [BindProperty(SupportsGet = true), Display(Name = "Words of the title")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Kind")] public string? Type { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "State")] public ItemState? State { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Language")] public string? Lang { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Not there in")] public string? Missing { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Only mine")] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    [BindProperty] public List<string> Chosen { get; set; } = [];
    [BindProperty] public bool All { get; set; }
    [BindProperty] public string? Owner { get; set; }
    [BindProperty] public string? Term { get; set; }

    public ContentPage Items { get; private set; } = new([], null);
    public IReadOnlyList<TypeShape> Kinds { get; private set; } = [];

    /// <summary>Those of which the person may write one.</summary>
    public IEnumerable<TypeShape> Writable => Kinds.Where(k => may.MayWrite(k.Name));
    public IEnumerable<SelectListItem> Types => Kinds.Select(t => new SelectListItem(words.Of(t), t.Name));
    public static IEnumerable<SelectListItem> Languages => Texts.Cultures.Select(c => new SelectListItem(Texts.OwnNames[c], c));
    public bool IsFiltered => Q is not null || Type is not null || State is not null || Lang is not null || Missing is not null || Mine;
    public string? Next => Items.Next is { } after ? Url.Page(null, new { Q, Type, State, Lang, Missing, Mine = MineOnly, after }) : null;
    public string KindOf(ContentRow row) => Kinds.FirstOrDefault(t => t.Name == row.Type) is { } type ? words.Of(type) : row.Type;
    public string KindOf(TypeShape type) => words.Of(type);
    public string? OriginOf(ContentRow row) => row.OriginId is { } id ? catalogue.Of(id)?.Name : null;

    /// <summary>What is looked for, for the address of the form.</summary>
    public Dictionary<string, string> Found => new (string Name, string? Value)[] { ("Q", Q), ("Type", Type), ("State", State is { } state ? $"{state}" : null), ("Lang", Lang), ("Missing", Missing), ("Mine", MineOnly), ("After", After) }
        .Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value!);

    public bool IsBin => State == ItemState.Deleted;
    public bool MayPublish => may.MaySomewhere(Type, TypeRight.Publish);
    public bool MayGive => may.MaySomewhere(Type, TypeRight.Edit);
    public bool MayShare => MayPublish && catalogue.Children(current.Tenant).Count > 0;
    public bool MayChoose => MayPublish || !IsBin && (MayGive || TermsOffered.Count > 0);
    public IReadOnlyList<SelectListItem> TermsOffered { get; private set; } = [];

    /// <summary>The tick for what is on other pages too; null where all of it is here.</summary>
    public string? AllText { get; private set; }

    /// <summary>What was done where something couldn't be, and what was undone where something stayed.</summary>
    public BulkReport? Report { get; private set; }
    public ContentUndo? Undone { get; private set; }
    public string? UndoOf(BulkReport report) => report.Set is { } set ? Url.Page(null, "Undo", new { set, Q, Type, State, Lang, Missing, Mine = MineOnly }) : null;
    public string DoneText(BulkReport report) => texts.Say(BulkWords.Done(report.Action, report.Done));

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostBulkAsync(BulkAction? act)
    {
        try
        {
            Rule.Require(act is not null, "Say what to do with them.");
            var report = await bulk.DoAsync(new(act!.Value, All ? await list.IdsAsync(Filter, BulkDesk.Most) : Chosen, Owner, Term));
            if (report.Refused.Count == 0)
            {
                flash.Good(BulkWords.Done(report.Action, report.Done), UndoOf(report));
                return RedirectToPage(new { Q, Type, State, Lang, Missing, Mine = MineOnly });
            }
            (Report, After) = (report, null);
            Chosen = [.. report.Refused.Select(r => r.ContentItemId)];
        }
        catch (RuleException rule)
        {
            ModelState.AddModelError(rule.Field == "Items" ? "" : rule.Field, texts.Say(rule.Sentence));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        await ReadAsync();
        return Page();
    }

    /// <summary>Takes a mass action back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid set)
    {
        await changes.UndoAsync(set);
        if (undo.LeftCount == 0)
        {
            flash.Good(T.Say("As before: {0}.", undo.Back));
            return RedirectToPage(new { Q, Type, State, Lang, Missing, Mine = MineOnly });
        }
        (Undone, After) = (undo, null);
        await ReadAsync();
        return Page();
    }

    private string? MineOnly => Mine ? "true" : null;
    private ContentFilter Filter => new(Q, Type, State, Lang, null, Missing, Mine);

    private async Task ReadAsync()
    {
        may = await rights.TodayAsync();
        var book = await desk.BookAsync();
        Kinds = [.. book.Types.Where(t => t.IsCreatable)];
        Items = await list.PageAsync(Filter with { After = After });
        if (Type is { } name && book.Type(name) is { } type) TermsOffered = [.. TermChange.FieldsOf(book, type).SelectMany(TermKind.Offered).DistinctBy(t => t.Value)];
        if (!MayChoose || Items.Next is null && After is null) return;
        var count = await list.CountAsync(Filter, BulkDesk.Most + 1);
        AllText = count > BulkDesk.Most ? texts["The first {0} of all that were found", BulkDesk.Most] : texts["All that were found: {0}", count];
    }
}
