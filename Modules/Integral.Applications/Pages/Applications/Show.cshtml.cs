using Integral.Applications.Papers;
using Integral.Ui;
using Microsoft.AspNetCore.Http;

namespace Integral.Applications.Pages.Applications;

/// <summary>What became of one's application. Whoever has the address may read it, answer and withdraw it.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
internal sealed class ShowModel(Following following, KnownOpenings openings, PaperDesk desk, Db db, Current current, Flash flash) : PageModel
{
    private const int LargestForm = 32 << 20;

    [BindProperty] public AnswerForm Form { get; set; } = new();

    /// <summary>It has just been sent.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }

    public Application Application { get; private set; } = null!;

    /// <summary>What the applicant has chosen, where it consists of parts.</summary>
    public IReadOnlyList<Sentence> Chosen { get; private set; } = [];

    /// <summary>Files that the applicant has sent.</summary>
    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    /// <summary>What was asked last.</summary>
    public string? Asked => Application.Status == ApplicationStatus.Asked ? Application.History.Where(e => e.Status == ApplicationStatus.Asked).MaxBy(e => e.Id)?.Text : null;

    public Task OnGetAsync(string key) => OpenAsync(key);

    public async Task<IActionResult> OnPostAsync(string key)
    {
        await OpenAsync(key);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        Rule.Require(Application.Status == ApplicationStatus.Asked, Following.NothingAsked);
        Rule.Require(!string.IsNullOrWhiteSpace(Form.Text) || Form.File is not null, "Write an answer or choose a file.", "Text");
        var paper = Form.File is { } file ? await AddAsync(file) : null;
        await following.AnswerAsync(key, string.IsNullOrWhiteSpace(Form.Text) ? paper!.Name : Form.Text);
        flash.Good(T.Say("Your answer has arrived."));
        return Again(key);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string key)
    {
        ModelState.Clear();
        await OpenAsync(key);
        await following.WithdrawAsync(key);
        flash.Good(T.Say("You have withdrawn your application."));
        return Again(key);
    }

    /// <summary>One of the files, for whoever has sent them.</summary>
    public async Task<IActionResult> OnGetFileAsync(string key, Guid file) => await desk.DownloadAsync(await following.OfKeyAsync(key), file, Response);

    private async Task<Paper> AddAsync(IFormFile file)
    {
        try
        {
            return await desk.AddAsync(Application.Sent, null, file, HttpContext.RequestAborted);
        }
        catch (RuleException fault) { throw new RuleException(fault.Sentence, "File"); }
    }

    private async Task OpenAsync(string key)
    {
        Application = await following.OfKeyAsync(key);
        Papers = await desk.OfAsync(Application.Sent);
        Chosen = (await openings.FindAsync(db, current.Tenant, Application.ForKind, Application.ForId))?.Contents ?? [];
    }

    private LocalRedirectResult Again(string key) => LocalRedirect($"{current.Base}{current.CulturePrefix}/applications/{key}");
}

internal sealed class AnswerForm
{
    [Display(Name = "Your answer"), StringLength(Application.LongestMessage)] public string? Text { get; set; }
    [Display(Name = "A paper or a picture of it", Description = "Where one was asked for: PDF, picture or document.")] public IFormFile? File { get; set; }
}
