using System.Globalization;
using Integral.Applications.Contracts;
using Integral.Applications.Drafts;
using Integral.Applications.Forms;
using Integral.Applications.Papers;
using Integral.People.Contracts;
using Integral.Platform.Navigation;
using Integral.Platform.Web;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Integral.Applications.Pages.Apply;

/// <summary>A question with what stands in it.</summary>
/// <param name="Papers">Files that were sent for it already.</param>
/// <param name="IsDecisive">Others depend on its answer.</param>
internal sealed record ShownQuestion(FieldInput Input, IReadOnlyList<Paper> Papers, bool IsDecisive);

/// <summary>Anybody applies, with or without an account. What was typed stays in the form until it has been kept.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
internal sealed class IndexModel(Sending sending, ShownOpenings openings, KnownForms known, Consents consents, PaperDesk desk, DraftDesk drafts, FormTickets tickets, Db db, IExtensions<IWayIn> ways, Current current, Texts texts) : PageModel
{
    private const string Prefix = "Answers";
    private const int LongestInSight = 400, LargestForm = 128 << 20;

    private AskedForm asked = AskedForm.None;
    private AnswerSheet sheet = new(AskedForm.None, AnswerSheet.Nothing, "", "");
    private IReadOnlyDictionary<string, IReadOnlyList<string>> said = AnswerSheet.Nothing;
    private IReadOnlyList<Paper> papers = [];
    private string sentAs = "";

    [BindProperty] public ApplyForm Form { get; set; } = new();
    [BindProperty] public string? Ticket { get; set; }

    /// <summary>Names of the questions that stood on the page.</summary>
    [BindProperty] public string? Seen { get; set; }

    /// <summary>Of the words to which whoever sends it agrees.</summary>
    [BindProperty] public string? ConsentMark { get; set; }

    /// <summary>The draft with which one goes on.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Draft { get; set; }

    /// <summary>It has just been kept.</summary>
    [BindProperty(SupportsGet = true)] public bool Kept { get; set; }

    /// <summary>No person sees this field.</summary>
    [BindProperty] public string? Website { get; set; }

    public Opening Opening { get; private set; } = null!;

    /// <summary>By which a visitor comes to an account first, and back here.</summary>
    public IReadOnlyList<WayIn> Ways { get; private set; } = [];

    /// <summary>Where one signs in and comes back from.</summary>
    public string Entrance => $"~/sign-in?return={Uri.EscapeDataString(Here)}";

    private string Here => $"{current.Base}{current.CulturePrefix}{HttpContext.Request.Path}";

    /// <summary>What the reader has begun for this and not sent.</summary>
    public IReadOnlyList<Draft> Begun { get; private set; } = [];
    public bool IsSignedIn => current.Account is not null;
    public int DraftDays => drafts.Days;
    public ShownConsent Consent { get; private set; } = null!;

    /// <summary>It is folded away: else nobody would find the end of the form.</summary>
    public bool IsConsentLong => Consent.Words.Length > LongestInSight;

    /// <summary>Questions stand on the page that didn't before.</summary>
    public bool IsMore { get; private set; }
    public string SeenNow => string.Join(',', sheet.Shown.Select(f => f.Name));
    public bool AsksForFiles => asked.AsksForFiles;

    /// <summary>Some are asked only after some answers.</summary>
    public bool HasConditions => asked.Fields.Any(f => f.When is not null);

    /// <summary>What is asked after what was answered so far.</summary>
    public IEnumerable<ShownQuestion> Questions => sheet.Shown.Select(f => new ShownQuestion(AskedInputs.Of(f, Prefix, said.GetValueOrDefault(f.Name) ?? [], Culture, current.Tenant.Culture, texts), [.. papers.Where(p => p.Field == f.Name)], IsDecisive(f)));

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        if (current.Account is null) await ShowWaysAsync();
        if (Draft is { } draft) await GoOnAsync(await drafts.FindAsync(draft, id));
        else
        {
            (Ticket, Begun) = (tickets.Open(), await drafts.MineAsync(id));
            await FillAsync();
        }
    }

    /// <summary>Nothing is sent: what was typed is kept for whoever typed it.</summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id)
    {
        Forgive();
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var draft = await drafts.SaveAsync(Opening, tickets.KeyOf(Ticket)!, new(Form.FamilyName, Form.GivenName, Form.Patronymic, Form.BornOn, Form.Email, Form.Phone, Form.Message, said));
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/apply/{id}?draft={draft.Id}&kept=true");
    }

    /// <summary>Nothing is sent: what was typed stands there again, with the questions that follow from it.</summary>
    public async Task<IActionResult> OnPostLookAsync(Guid id)
    {
        Forgive();
        await OpenAsync(id);
        return Page();
    }

    /// <summary>Takes a file back that was chosen before.</summary>
    public async Task<IActionResult> OnPostDropAsync(Guid id, Guid paper)
    {
        Forgive();
        await OpenAsync(id);
        await desk.DropAsync(sentAs, paper);
        await LayAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var sent = Ticket;
        await OpenAsync(id);
        IsMore = sheet.Shown.Any(f => !$"{Seen}".Split(',').Contains(f.Name));
        foreach (var fault in sheet.Faults) ModelState.AddModelError($"{Prefix}.{fault.Name}", texts.Say(fault.What));
        if (!ModelState.IsValid || IsMore) return new PageResult { StatusCode = 422 };
        var key = tickets.KeyOf(sent, Website);
        var application = await sending.SendAsync(id, new(new(Form.FamilyName, Form.GivenName, Form.Patronymic, Form.BornOn, Form.Email, Form.Phone), Form.Message, Form.Consent, ConsentMark, said), key);
        await drafts.SentAsync(key);
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/applications/{application.Key}?sent=true");
    }

    // Not when the form is sent: in a rush nothing is asked that isn't needed.
    private async Task ShowWaysAsync()
    {
        if (Opening.Closed is not null) return;
        var shown = new List<WayIn>();
        foreach (var way in ways) if (await way.ShownAsync(Here) is { For: Comer.Person } open) shown.Add(open);
        Ways = shown;
    }

    // A learner applies for themselves. A parent or an employee does so mostly for somebody else: their own name would be sent by mistake.
    private async Task FillAsync()
    {
        if (current.Account is not { PersonId: { } own } reader || !reader.Roles.Contains(DeliveredRoles.Learner)) return;
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == own) is not { } who) return;
        Form = new() { FamilyName = who.FamilyName, GivenName = who.GivenName, Patronymic = who.Patronymic, BornOn = who.BornOn, Email = who.Email, Phone = who.Phone };
    }

    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private bool IsDecisive(AskedField field) => asked.Fields.Any(f => f.When?.Leaves.Any(l => l.Field == field.Name) == true);

    // Nothing is kept, so nothing is checked either.
    private void Forgive()
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }
    }

    private async Task OpenAsync(Guid id)
    {
        Opening = await openings.FindAsync(id);
        asked = await known.OfAsync(db, Opening);
        Consent = consents.Of(asked, current.Tenant, Culture);
        if (Request.HasFormContentType)
        {
            Ticket = tickets.Kept(Ticket);
            sentAs = Secrets.Digest(tickets.KeyOf(Ticket)!);
            said = asked.Fields.ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[.. Request.Form[$"{Prefix}.{f.Name}"].OfType<string>().Where(v => v.Length > 0)]);
            if (AsksForFiles) await TakeAsync();
        }
        await LayAsync();
    }

    private async Task GoOnAsync(Draft draft)
    {
        var body = draft.Read();
        Form = new() { FamilyName = body.FamilyName ?? "", GivenName = body.GivenName ?? "", Patronymic = body.Patronymic, BornOn = body.BornOn, Email = body.Email, Phone = body.Phone, Message = body.Message };
        (Ticket, sentAs, said) = (tickets.Reopen(draft.Key), draft.Sent, body.Answers.Where(a => asked.Find(a.Key) is not null).ToDictionary(a => a.Key, a => a.Value));
        await LayAsync();
    }

    private async Task LayAsync()
    {
        if (AsksForFiles && sentAs.Length > 0) papers = await desk.OfAsync(sentAs);
        // What isn't asked any more after these answers was answered to another question.
        var shown = Sheet().Shown.Select(f => f.Name).ToHashSet();
        said = said.Where(a => shown.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value);
        sheet = Sheet();
    }

    private AnswerSheet Sheet() => new(asked, said, Culture, current.Tenant.Culture, papers);

    // Before anything else: a mistake elsewhere in the form takes no file away.
    private async Task TakeAsync()
    {
        foreach (var field in asked.Fields.Where(f => f.Kind == AskedKind.File))
            foreach (var file in Request.Form.Files.GetFiles($"{Prefix}.{field.Name}").Where(f => f.FileName.Length > 0))
                try
                {
                    await desk.AddAsync(sentAs, field.Name, file, HttpContext.RequestAborted);
                }
                catch (RuleException fault) { ModelState.AddModelError($"{Prefix}.{field.Name}", texts.Say(fault.Sentence)); }
    }
}

internal sealed class ApplyForm
{
    [Display(Name = "Family name"), Required, StringLength(Application.LongestName)] public string FamilyName { get; set; } = "";
    [Display(Name = "Given name"), Required, StringLength(Application.LongestName)] public string GivenName { get; set; } = "";
    [Display(Name = "Patronymic (if you have one)"), StringLength(Application.LongestName)] public string? Patronymic { get; set; }
    [Display(Name = "Date of birth"), DataType(DataType.Date), Required] public DateOnly? BornOn { get; set; }
    [Display(Name = "E-mail", Description = "We write to it what becomes of your application."), EmailAddress, StringLength(Application.LongestEmail)] public string? Email { get; set; }
    [Display(Name = "Phone", Description = "An e-mail or a phone number is enough."), DataType(DataType.PhoneNumber), StringLength(Application.LongestPhone)] public string? Phone { get; set; }
    [Display(Name = "Do you want to add anything?"), StringLength(Application.LongestMessage)] public string? Message { get; set; }
    [Display(Name = "Consent")] public bool Consent { get; set; }
}
