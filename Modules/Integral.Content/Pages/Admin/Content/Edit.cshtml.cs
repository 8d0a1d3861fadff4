using System.Text.Json.Nodes;
using Integral.Content.Approving;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Previewing;
using Integral.Content.Reading;
using Integral.Ui;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Content;

/// <summary>Where one item is written.</summary>
[Authorize(ContentModule.Write), RequestFormLimits(ValueCountLimit = MostValues), RequestSizeLimit(MostBytes)]
internal sealed class EditModel(ContentDesk desk, UnsavedTexts unsaved, SheetQuestions questions, DraftPreview preview, Checklist checklist, PreviewLinks links, ContentRights rights, TypeWords words, Texts texts, WhereUsed used, PublicSite site, Catalogue catalogue, Approvals approvals, Flash flash) : PageModel
{
    private const int MostBytes = 24 << 20, MostValues = 8000;

    private static readonly Sentence Outdated = T.Say("Somebody else changed this a moment ago. Look at it again and repeat.");
    private RightsToday may = null!;

    /// <summary>The version that was opened: what others have kept since isn't overwritten.</summary>
    [BindProperty] public string? BasedOn { get; set; }
    [BindProperty, Display(Name = "Language")] public string? Lang { get; set; }

    /// <summary>The item that a new one translates.</summary>
    [BindProperty(SupportsGet = true)] public string? Of { get; set; }

    public Sheet Sheet { get; private set; } = null!;

    /// <summary>The same text in other languages.</summary>
    public IReadOnlyList<Translated> Translations { get; private set; } = [];

    /// <summary>When the words of this one were changed last: what was translated before that may be out of date.</summary>
    public DateTime? WrittenAt => Sheet.Item?.Latest?.ModifiedAt;
    public AskedForm Asked { get; private set; } = new([]);

    /// <summary>Where links in the form can lead on this site.</summary>
    public IReadOnlyList<SelectListItem> Addresses { get; private set; } = [];

    /// <summary>Fields that somebody else has changed meanwhile as well.</summary>
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];
    public string NameOf(Clash clash) => clash.Slot.TitleIn(texts);
    public PreviewedItem Preview { get; private set; } = null!;

    /// <summary>The address of a link that was just made.</summary>
    public string? PreviewLink { get; private set; }

    /// <summary>Until when a link to the draft works; null where there is none.</summary>
    public DateTime? PreviewUntil { get; private set; }
    public bool IsNew => Sheet.Item is null;

    /// <summary>It has its words in every language within, and no page of its own.</summary>
    public bool IsMenu => Sheet.Type.Part(Known.MenuItems) is not null;
    public string Kind => words.Of(Sheet.Type);
    public bool MayPublish => may.MayPublish(Sheet.Type.Name);

    /// <summary>Theirs isn't to publish: somebody is asked.</summary>
    public bool MaySend { get; private set; }

    /// <summary>What became of it where it was sent for publishing; null where it never was.</summary>
    public CaseView? Case { get; private set; }
    public bool MayChange => Sheet.Item is null || may.MayChange(Sheet.Item) && State != ItemState.Deleted;

    /// <summary>Another of its kind, such as a translation.</summary>
    public bool MayWrite => may.MayWrite(Sheet.Type.Name);
    public ItemState State => Sheet.Item is { } item ? DeskList.StateOf(item) : ItemState.Draft;
    public static IEnumerable<SelectListItem> Languages => Texts.Cultures.Select(c => new SelectListItem(Texts.OwnNames[c], c));

    /// <summary>Where visitors see it; null where they don't.</summary>
    public string? Address => Sheet.Item is { PublishedAt: not null, Slug: { } slug } item ? site.In(item.Culture, slug) : null;
    public string? Origin => Sheet.Item?.OriginId is { } id ? catalogue.Of(id)?.Name : null;
    public string Title => Sheet.Item?.DisplayText is { Length: > 0 } title ? title : texts["New: {0}", Kind];

    /// <summary>What the author typed the last time and didn't keep; null where there is nothing, or where it stands in the form.</summary>
    public UnsavedText? Unsaved { get; private set; }

    /// <summary>Who names it; null where that wasn't asked.</summary>
    public Uses? Uses { get; private set; }

    /// <summary>What else there is to know before it is taken away.</summary>
    public string Warning => Uses is { Seen: > 0 and var seen } ? texts.Plural(seen, "{0} other page that visitors read leads here: it will lead nowhere.", "{0} other pages that visitors read lead here: they will lead nowhere.") : "";

    /// <param name="id">Of the item; nothing for a new one.</param>
    /// <param name="type">Of a new one.</param>
    /// <param name="lang">Two letters.</param>
    /// <param name="again">Goes on with what wasn't kept.</param>
    public async Task<IActionResult> OnGetAsync(string? id, string? type, string? lang, bool again)
    {
        if (lang is not null && !Texts.Cultures.Contains(lang)) throw new NotFoundException();
        if (id is null && Of is { Length: > 0 } original && lang is not null && await desk.TranslationAsync(original, lang) is { } there) return RedirectToPage(new { id = there, of = (string?)null, lang = (string?)null, type = (string?)null });
        await OpenAsync(id, type, lang);
        Uses = Sheet.Item is { } item ? await used.OfAsync(item, most: 0) : null;
        Translations = Sheet.Item is { } one ? await desk.TranslationsAsync(one) : [];
        Unsaved = MayChange ? await unsaved.FindAsync(Sheet) : null;
        (BasedOn, Lang) = (Sheet.BasedOn, Sheet.Culture);
        if (again && Unsaved is { } text) (Sheet, BasedOn, Unsaved) = (Sheet with { Data = UnsavedTexts.Data(text) }, text.BasedOn, null);
        await AskAsync();
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string? id, string? type) => KeepAsync(id, type, Keep.AsDraft);
    public Task<IActionResult> OnPostPublishAsync(string? id, string? type) => KeepAsync(id, type, Keep.Published);
    public Task<IActionResult> OnPostSendAsync(string? id, string? type) => KeepAsync(id, type, Keep.Sent);

    public async Task<IActionResult> OnPostTakeBackAsync(string id)
    {
        try
        {
            await approvals.TakeBackAsync(id);
            flash.Good(T.Say("Nobody has to decide on it any more. It is your draft."));
        }
        catch (RuleException decided) { flash.Bad(decided.Sentence); }      // meanwhile: the page tells how
        catch (DbUpdateConcurrencyException) { flash.Bad(Outdated); }
        return RedirectToPage(new { id });
    }

    /// <summary>Takes down what stands in the form, without its files. Nobody sees it but whoever types.</summary>
    public async Task<IActionResult> OnPostUnsavedAsync(string? id, string? type)
    {
        await OpenAsync(id, type, Lang);
        if (!MayChange) throw new NotAllowedException();
        var sheet = Sheet with { Data = await OpenedAsync() };
        questions.TakeWords(sheet, Request.Form);
        await unsaved.WriteAsync(sheet, BasedOn);
        return new NoContentResult();
    }

    /// <summary>Draws the form anew with a block more or less, or with one in another place. Nothing is kept by it.</summary>
    /// <param name="id">Of the item.</param>
    /// <param name="type">Of a new item.</param>
    /// <param name="bag">Name of the bag's controls.</param>
    /// <param name="add">Type of a new block.</param>
    /// <param name="block">Id of the one that is moved, or taken out where <paramref name="by"/> is 0.</param>
    public async Task<IActionResult> OnPostBlockAsync(string? id, string? type, string bag, string? add, string? block, int by)
    {
        await OpenAsync(id, type, Lang);
        if (!MayChange) throw new NotAllowedException();
        Sheet = Sheet with { Data = await OpenedAsync() };
        await questions.TakeAsync(Sheet, Request.Form, HttpContext.RequestAborted);
        if (add is not null) Sheet.Form.Add(Sheet.Data, bag, add);
        else if (block is not null) Sheet.Form.Move(Sheet.Data, bag, block, by);
        ModelState.Clear();
        await AskAsync();
        return Page();
    }

    /// <summary>What stands in the form, as visitors would see it. Files that are only chosen aren't in it yet.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string? id, string? type)
    {
        await OpenAsync(id, type, Lang);
        var sheet = Sheet with { Data = await OpenedAsync() };
        questions.TakeWords(sheet, Request.Form);
        ModelState.Clear();
        return Partial("_Preview", await PreviewAsync(sheet));
    }

    public async Task<IActionResult> OnPostLinkAsync(string id)
    {
        await OpenAsync(id, null, null);
        PreviewLink = Url.Page("/Content/Preview", null, new { key = await links.MakeAsync(Sheet.Item!) }, Request.Scheme);
        (BasedOn, Lang) = (Sheet.BasedOn, Sheet.Culture);
        await AskAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(string id)
    {
        await OpenAsync(id, null, null);
        await links.WithdrawAsync(Sheet.Item!);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostForgetAsync(string? id, string? type)
    {
        await OpenAsync(id, type, Lang);
        await unsaved.ForgetAsync(Sheet);
        return RedirectToPage(new { id, type = id is null ? type : null });
    }

    public async Task<IActionResult> OnPostUnpublishAsync(string id)
    {
        await desk.UnpublishAsync(id);
        flash.Good(T.Say("Taken off the site. It is a draft now."));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostUnscheduleAsync(string id)
    {
        await desk.ForgetScheduleAsync(id);
        flash.Good(T.Say("It won't be published by itself any more."));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id)
    {
        await desk.DeleteAsync(id);
        flash.Good(T.Say("Put into the bin."), Url.Page(null, "Restore", new { id }));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(string id)
    {
        await desk.RestoreAsync(id);
        flash.Good(T.Say("Taken out of the bin. It is a draft now."));
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> KeepAsync(string? id, string? type, Keep wish)
    {
        await OpenAsync(id, type, Lang);
        if (!MayChange || wish == Keep.Published && !MayPublish) throw new NotAllowedException();      // before its files are taken
        var seen = Sheet.BasedOn;
        if (seen == BasedOn) await questions.TakeAsync(Sheet, Request.Form, HttpContext.RequestAborted);
        else await MergeAsync();
        // From here on the form shows what stands on the sheet and not what was sent: others may have changed fields meanwhile.
        ModelState.Clear();
        BasedOn = seen;
        if (Clashes.Count > 0) return await ShownAsync();
        try
        {
            Func<Task> forget = () => unsaved.ForgetAsync(id is null ? Sheet with { Item = null } : Sheet);
            var item = wish == Keep.Sent ? await approvals.SendAsync(Sheet, forget) : await desk.SaveAsync(Sheet, wish == Keep.Published, forget);
            flash.Good(wish switch
            {
                Keep.AsDraft => T.Say("Kept as a draft. Visitors don't see it yet."),
                Keep.Sent => T.Say("Sent. Here you see what is decided; you can go on writing meanwhile."),
                _ => item.ScheduledAt is not null ? T.Say("It will be published by itself when its time has come.") : T.Say("Published. Visitors see it now."),
            });
            return RedirectToPage(new { id = item.ContentItemId, type = (string?)null });
        }
        catch (SheetException wrong)
        {
            return await ShownAsync(() =>
            {
                foreach (var (slot, what) in wrong.Faults) ModelState.AddModelError(SheetQuestions.NameOf(slot, Asked.Inputs), texts.Say(what));
            });
        }
        catch (RuleException rule)
        {
            return await ShownAsync(() => ModelState.AddModelError(Asked.Inputs.Any(i => i.Name == $"Item.{rule.Field}") ? $"Item.{rule.Field}" : "", texts.Say(rule.Sentence)));
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShownAsync(() => ModelState.AddModelError("", texts.Say(Outdated)));
        }
    }

    // Others have kept something since this was opened: theirs stays where one hasn't written oneself.
    private async Task MergeAsync()
    {
        var opened = await OpenedAsync();
        var (mine, theirs) = (Sheet with { Data = opened.DeepClone().AsObject() }, Sheet.Data);
        await questions.TakeAsync(mine, Request.Form, HttpContext.RequestAborted);
        Clashes = SheetMerge.Into(Sheet.Form, opened, mine.Data, theirs);
        Sheet = mine;
    }

    private async Task<JsonObject> OpenedAsync() => BasedOn is { } version && Sheet.Item is not null ? await desk.OpenedAsync(Sheet, version) : [];

    private async Task AskAsync()
    {
        (Asked, Preview) = (await questions.AskAsync(Sheet), await PreviewAsync(Sheet));
        ViewData["Lang"] = Sheet.Culture;
        Addresses = await questions.AddressesAsync(Sheet, Asked);
        PreviewUntil = Sheet.Item is { } item ? await links.UntilAsync(item) : null;
        (MaySend, Case) = (MayChange && await approvals.IsOfferedAsync(Sheet.Type.Name), await approvals.CaseAsync(Sheet.Item));
    }

    private async Task<PreviewedItem> PreviewAsync(Sheet sheet) => await preview.OfAsync(sheet) is var shown && shown.Trouble is null ? shown with { Noted = await checklist.OfAsync(sheet, shown) } : shown;

    // The form anew, with what is wrong in it.
    private async Task<PageResult> ShownAsync(Action? complain = null)
    {
        await AskAsync();
        complain?.Invoke();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task OpenAsync(string? id, string? type, string? lang)
    {
        Sheet = id is { } item ? await desk.OpenAsync(item)
            : Of is { Length: > 0 } original ? await desk.TranslateAsync(original, lang ?? throw new NotFoundException()) : await desk.NewAsync(type ?? throw new NotFoundException(), lang);
        may = await rights.TodayAsync();
    }

    private enum Keep { AsDraft, Sent, Published }
}
