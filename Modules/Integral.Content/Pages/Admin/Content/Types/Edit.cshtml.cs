using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Fields;
using Integral.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Content.Types;

/// <summary>Where one content type is described; the form that authors will see stands beside it.</summary>
[Authorize(ContentModule.Types), RequestFormLimits(ValueCountLimit = 8000), RequestSizeLimit(1 << 20)]
internal sealed class EditModel(TypeDesk desk, FieldKinds kinds, TypeGrants grants, SheetQuestions questions, Texts texts, Flash flash) : PageModel
{
    private IReadOnlyList<DescribedType> all = [];
    private IReadOnlyList<SelectListItem> books = [];

    [BindProperty] public TypeForm Form { get; set; } = new();
    public DescribedType? Type { get; private set; }
    public AskedForm Preview { get; private set; } = new([]);

    /// <summary>Key of the field that has just been added.</summary>
    public int? Added { get; private set; }
    public bool MayAdd => Form.Fields.Count < WantedType.MostFields;
    public string Title => Type is null ? texts["New kind of page"] : texts[Type.Said.Title];
    public IEnumerable<SelectListItem> Parts => PartWords.For(Type?.Said.Parts ?? []).Select(p => new SelectListItem(texts.Say(p.Title), p.Part));
    public IEnumerable<SelectListItem> Containable => all.Where(t => t.Said.IsCreatable && t.Said.Parts.Contains(Known.Route)).Select(t => new SelectListItem(texts[t.Said.Title], t.Name));
    public IReadOnlyDictionary<string, string> PartNotes => PartWords.Offered.ToDictionary(p => p.Part, p => texts.Say(p.Note));
    public IEnumerable<WantedField> Removed => Type?.Removed.Where(r => Form.Fields.All(f => f.Name != r.Name)) ?? [];

    public async Task OnGetAsync(string? name)
    {
        await OpenAsync(name);
        if (Type is not null) Form = TypeForm.Of(Type, texts);
        await ShowAsync(Type?.Said ?? new("") { Parts = Form.Parts });
    }

    public async Task<IActionResult> OnPostAsync(string? name)
    {
        await OpenAsync(name);
        var wanted = Form.Wanted(Type, kinds, texts, Request.Form);
        await ShowAsync(wanted);
        if (!ModelState.IsValid) return Page();
        try
        {
            if (Type is null) await desk.DescribeAsync(wanted);
            else await desk.ChangeAsync(Type.Name, wanted, Form.Version);
        }
        catch (RuleException rule)
        {
            // By its whole name: a type and each of its fields have a title.
            ModelState.AddModelError(rule.Field.Length == 0 ? "" : $"Form.{rule.Field}", texts.Say(rule.Sentence));
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        flash.Good(Type is null ? T.Say("Made. It can be chosen under “Write something new” from now on.") : T.Say("Saved. Whoever writes sees the new form from now on."));
        return RedirectToPage("Index");
    }

    public Task<IActionResult> OnPostLookAsync(string? name) => DrawAsync(name, _ => { });
    public Task<IActionResult> OnPostAddAsync(string? name) => DrawAsync(name, fields => fields.Add(new() { Key = (Added = NextKey).Value, IsFact = true }));
    public Task<IActionResult> OnPostRemoveAsync(string? name, int key) => DrawAsync(name, fields => fields.RemoveAll(f => f.Key == key));
    public Task<IActionResult> OnPostUpAsync(string? name, int key) => DrawAsync(name, fields => Move(fields, key, -1));
    public Task<IActionResult> OnPostDownAsync(string? name, int key) => DrawAsync(name, fields => Move(fields, key, 1));

    public Task<IActionResult> OnPostBackAsync(string name, string field) => DrawAsync(name, fields =>
    {
        if (Removed.FirstOrDefault(r => r.Name == field) is { } removed) fields.Add(TypeFieldForm.Of(removed, (Added = NextKey).Value, texts));
    });

    /// <summary>The preview alone.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string? name)
    {
        await OpenAsync(name);
        await ShowAsync(Form.Wanted(Type, kinds, texts, Request.Form));
        return Partial("_Preview", this);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string name, string? version)
    {
        await OnGetAsync(name);
        await desk.DeleteAsync(Type!.Name, version);
        flash.Good(T.Say("The kind “{0}” is deleted.", Type.Said.Title));
        return RedirectToPage("Index");
    }

    /// <summary>What a field may hold: where something is written in it, only what can read that too.</summary>
    public IEnumerable<SelectListItem> KindsFor(TypeFieldForm field)
    {
        var known = Type is { Items: > 0 } type ? type.Said.Fields.Concat(type.Removed).FirstOrDefault(f => f.Name == field.Name) : null;
        var own = field.KindOf(kinds);
        return kinds.Offered.Concat(own is { IsOffered: false } ? [own] : []).Where(k => known is null || k.Name == known.Kind)
            .Select(k => new SelectListItem(texts.Say(k.Title), TypeFieldForm.KeyOf(k.Name, k.Editor)));
    }

    public FieldKind? KindOf(TypeFieldForm field) => field.KindOf(kinds);

    public IEnumerable<FieldInput> OptionsOf(int number) => Form.Fields[number].KindOf(kinds) is { } kind
        ? Form.Fields[number].Ask(kind, $"Form.Fields[{number}]", texts, [.. all.Select(t => new SelectListItem(texts[t.Said.Title], t.Name))], books) : [];

    /// <summary>What each role may do.</summary>
    public IEnumerable<FieldInput> Roles => RoleChoices.Ask(Form, Type, grants, texts);

    private int NextKey => Form.Fields.Select(f => f.Key).DefaultIfEmpty(-1).Max() + 1;

    private static void Move(List<TypeFieldForm> fields, int key, int by)
    {
        var from = fields.FindIndex(f => f.Key == key);
        var to = from + by;
        if (from < 0 || to < 0 || to >= fields.Count) return;
        (fields[from], fields[to]) = (fields[to], fields[from]);
    }

    // Nothing is kept, so nothing is checked either: what was typed so far stands there again.
    private async Task<IActionResult> DrawAsync(string? name, Action<List<TypeFieldForm>> change)
    {
        await OpenAsync(name);
        Form.Wanted(Type, kinds, texts, Request.Form);
        change(Form.Fields);
        if (Form.Fields.Count > WantedType.MostFields) Form.Fields.RemoveRange(WantedType.MostFields, Form.Fields.Count - WantedType.MostFields);
        ModelState.Clear();
        await ShowAsync(Form.Draft(Type, kinds, texts));
        return Page();
    }

    private async Task OpenAsync(string? name)
    {
        all = await desk.AllAsync();
        books = await desk.BooksAsync();
        if (name is not null) Type = all.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new NotFoundException();
    }

    private async Task ShowAsync(WantedType wanted) => Preview = await questions.AskAsync(await desk.TryAsync(Type?.Name, wanted));
}
