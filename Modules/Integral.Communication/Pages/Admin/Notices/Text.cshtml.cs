using System.Globalization;
using Integral.Communication.Contracts;
using Integral.Ui;

namespace Integral.Communication.Pages.Admin.Notices;

/// <summary>What a kind of notices says in one language.</summary>
[Authorize(CommunicationModule.Notices)]
internal sealed class TextModel(TextDesk desk, NoticeWords words, Flash flash) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }

    /// <summary>The reader's where none is said.</summary>
    [BindProperty(SupportsGet = true)] public string Culture { get; set; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    [BindProperty] public TextForm Form { get; set; } = new();

    public NoticeKind Of { get; private set; } = null!;
    public bool IsOwn { get; private set; }
    public Wording Shown { get; private set; } = new("", "");

    public async Task<IActionResult> OnGetAsync()
    {
        if (Kind is null) return RedirectToPage("Texts");
        await FindAsync();
        var own = await desk.OwnAsync(Of, Culture);
        var (said, version) = own is null ? (words.Delivered(Of, Language), 0) : (new(own.Subject, own.Text), own.Version);
        Form = new() { Subject = said.Subject, Text = said.Text, Version = version };
        Shown = words.Preview(Of, said, Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        if (!ModelState.IsValid) return Page();
        await desk.SayAsync(Of, Culture, new(Form.Subject, Form.Text), Form.Version);
        flash.Good(T.Say("Saved. Notices say it so from now on."));
        return RedirectToPage(new { Kind = Of.Name, Culture });
    }

    /// <summary>Nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await FindAsync();
        if (!ModelState.IsValid) return Page();
        NoticeText.Check(Of, Form.Subject, Form.Text);
        Shown = words.Preview(Of, new(Form.Subject, Form.Text), Language);
        return Page();
    }

    public async Task<IActionResult> OnPostRestoreAsync()
    {
        ModelState.Clear();
        await FindAsync();
        await desk.RestoreAsync(Of, Culture);
        flash.Good(T.Say("The delivered words hold again."));
        return RedirectToPage(new { Kind = Of.Name, Culture });
    }

    private CultureInfo Language => CultureInfo.GetCultureInfo(Culture);

    private async Task FindAsync()
    {
        if (!Texts.Cultures.Contains(Culture)) throw new NotFoundException();
        Of = desk.Find(Kind);
        IsOwn = await desk.OwnAsync(Of, Culture) is not null;
        Shown = words.Preview(Of, words.Delivered(Of, Language), Language);
    }
}

internal sealed class TextForm
{
    [Display(Name = "In one line"), Required, StringLength(NoticeText.LongestSubject)] public string Subject { get; set; } = "";
    [Display(Name = "What stands below it"), Required, StringLength(NoticeText.LongestText)] public string Text { get; set; } = "";
    public int Version { get; set; }
}
