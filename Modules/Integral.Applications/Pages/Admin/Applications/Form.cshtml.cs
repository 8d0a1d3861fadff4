using System.Globalization;
using Integral.Applications.Forms;
using Integral.Ui;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>Where staff write what is asked; what the applicant will see stands beside it.</summary>
[Authorize(ApplicationsModule.WriteForms), RequestFormLimits(ValueCountLimit = 4000), RequestSizeLimit(1 << 20)]
internal sealed class FormModel(FormBook book, Current current, Texts texts, Flash flash) : PageModel
{
    [BindProperty] public WrittenForm Form { get; set; } = new();

    public FoundForm Found { get; private set; } = null!;
    public IReadOnlyList<FieldInput> Preview { get; private set; } = [];

    /// <summary>Key of the question that has just been added.</summary>
    public int? Added { get; private set; }

    /// <summary>Somebody else has changed it since it was opened.</summary>
    public bool IsOutdated { get; private set; }
    public bool MayAdd => Form.Fields.Count < AskedForm.MostFields;
    public string Of => Found.Subject.Of;
    public string Title => texts.Say(Found.Subject.Title);

    /// <summary>The institution's own language first: of it the words are asked first, and one is enough.</summary>
    public IReadOnlyList<string> Cultures => [current.Tenant.Culture, .. Texts.Cultures.Where(c => c != current.Tenant.Culture)];

    public async Task OnGetAsync(string of)
    {
        Found = await book.FindAsync(of);
        Form = WrittenForm.Of(Found, Cultures);
        Show();
    }

    public async Task<IActionResult> OnPostAsync(string of)
    {
        Found = await book.FindAsync(of);
        Show();
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        try
        {
            await book.SayAsync(of, Form.Wanted(Found.Asked, Cultures), Form.Version);
        }
        catch (RuleException rule)
        {
            ModelState.AddModelError(PlaceOf(rule.Field), texts.Say(rule.Sentence));
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        catch (DbUpdateConcurrencyException)
        {
            // What was typed stays; saved again it takes the place of the other's.
            (IsOutdated, Form.Version) = (true, Found.Version);
            ModelState.Remove("Form.Version");
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }
        flash.Good(T.Say("Saved. Whoever applies is asked so from now on."));
        return RedirectToPage("Form", new { of });
    }

    /// <summary>The form of all of its kind holds again.</summary>
    public async Task<IActionResult> OnPostForgetAsync(string of, int version)
    {
        await OnGetAsync(of);
        await book.ForgetAsync(of, version);
        flash.Good(T.Say("The common form holds again."));
        return RedirectToPage("Form", new { of });
    }

    public Task<IActionResult> OnPostLookAsync(string of) => DrawAsync(of, _ => { });
    public Task<IActionResult> OnPostAddAsync(string of) => DrawAsync(of, fields => fields.Add(new() { Key = (Added = fields.Select(f => f.Key).DefaultIfEmpty(-1).Max() + 1).Value, Name = FreeName(fields) }));
    public Task<IActionResult> OnPostRemoveAsync(string of, int key) => DrawAsync(of, fields => fields.RemoveAll(f => f.Key == key));
    public Task<IActionResult> OnPostUpAsync(string of, int key) => DrawAsync(of, fields => Move(fields, key, -1));
    public Task<IActionResult> OnPostDownAsync(string of, int key) => DrawAsync(of, fields => Move(fields, key, 1));

    /// <summary>The preview alone.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string of)
    {
        Found = await book.FindAsync(of);
        Show();
        return Partial("_FormPreview", this);
    }

    /// <summary>The question and its hint in a language, as controls.</summary>
    public (FieldInput Label, FieldInput Hint) WordsOf(int i, string culture)
    {
        var (at, field, called) = ($"Form.Fields[{i}]", Form.Fields[i], Texts.OwnNames[culture]);
        return (new($"{at}.Label[{culture}]", texts["Question ({0})", called], "text") { Value = field.Label.GetValueOrDefault(culture), MaxLength = AskedField.LongestLabel },
            new($"{at}.Hint[{culture}]", texts["Hint ({0})", called], "text") { Value = field.Hint.GetValueOrDefault(culture), MaxLength = AskedField.LongestHint });
    }

    public FieldInput ChoicesOf(int i) => new($"Form.Fields[{i}].Choices", texts["Answers that can be chosen"], "textarea")
    {
        Value = Form.Fields[i].Choices, Rows = 5, IsRequired = true, Hint = texts["One a line. In several languages with | between them: {0}.", string.Join(" | ", Cultures.Select(c => Texts.OwnNames[c]))],
    };

    /// <summary>On which question before it this one depends.</summary>
    public FieldInput WhenOf(int i) => new($"Form.Fields[{i}].WhenField", texts["Asked only after an answer to"], "select")
    {
        Chosen = Form.Fields[i].WhenField is { Length: > 0 } field ? [field] : [],
        Items = [new(texts["Always asked"], ""), .. Form.Fields.Take(i).Where(f => !string.IsNullOrEmpty(f.Name)).Select(f => new SelectListItem(NameOf(f), f.Name))],
    };

    public IEnumerable<SelectListItem> Comparisons => Condition.Comparisons.Select(c => new SelectListItem(texts.Say(c.Title), c.Name));

    /// <summary>Its condition can't be shown in a line, and stays.</summary>
    public bool IsDeep(WrittenQuestion field) => WrittenQuestion.IsDeep(Found.Asked.Find($"{field.Name}")?.When);

    public FieldInput ConsentOf(int i) => new($"Form.Consents[{i}].Text", texts["Words of the consent ({0})", Texts.OwnNames[Form.Consents[i].Culture!]], "textarea") { Value = Form.Consents[i].Text, Rows = 4, MaxLength = ConsentText.Longest };

    public string NameOf(WrittenQuestion field) => Cultures.Select(c => field.Label.GetValueOrDefault(c)).FirstOrDefault(l => !string.IsNullOrWhiteSpace(l)) ?? texts["New question"];

    /// <summary>What whoever applies sees, all questions at once.</summary>
    private void Show()
    {
        Form.Consents.RemoveAll(c => !Texts.Cultures.Contains($"{c.Culture}"));
        var (culture, own) = (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, current.Tenant.Culture);
        Preview = [.. Form.Wanted(Found.Asked, Cultures).Fields.Where(f => f.Label.Count > 0).Select((f, n) => AskedInputs.Of(f with { Name = $"{n}" }, "Preview", [], culture, own, texts))];
    }

    // Nothing is kept, so nothing is checked either: what was typed so far stands there again.
    private async Task<IActionResult> DrawAsync(string of, Action<List<WrittenQuestion>> change)
    {
        Found = await book.FindAsync(of);
        change(Form.Fields);
        if (Form.Fields.Count > AskedForm.MostFields) Form.Fields.RemoveRange(AskedForm.MostFields, Form.Fields.Count - AskedForm.MostFields);
        ModelState.Clear();
        Show();
        return Page();
    }

    // A question has its words in several languages; what is wrong stands at the first.
    private string PlaceOf(string field) => field.Length == 0 ? "" : field switch
    {
        _ when field.EndsWith(".Label", StringComparison.Ordinal) || field.EndsWith(".Hint", StringComparison.Ordinal) => $"Form.{field}[{Cultures[0]}]",
        _ when field.EndsWith(".When", StringComparison.Ordinal) => $"Form.{field}Field",
        "Consents" => "",
        _ => $"Form.{field}",
    };

    private static string FreeName(List<WrittenQuestion> fields)
    {
        for (var n = fields.Count + 1; ; n++)
            if (fields.TrueForAll(f => f.Name != $"question_{n}")) return $"question_{n}";
    }

    private static void Move(List<WrittenQuestion> fields, int key, int by)
    {
        var from = fields.FindIndex(f => f.Key == key);
        var to = from + by;
        if (from < 0 || to < 0 || to >= fields.Count) return;
        (fields[from], fields[to]) = (fields[to], fields[from]);
    }
}
