using Integral.Programs.Versions;
using Integral.Ui;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>A version in the list.</summary>
/// <param name="Changed">Names of what it changed in the one before; null of the first.</param>
/// <param name="Applied">How many applied while visitors saw it.</param>
/// <param name="IsShown">Visitors see it today.</param>
internal sealed record VersionRow(ProgrammeVersion Of, string? Changed, int Applied, bool IsShown);

/// <summary>What visitors saw of a programme before: who changed what and when, and the way back.</summary>
[Authorize(ProgramsModule.Compose)]
internal sealed class VersionsModel(ProgrammeBook book, VersionBook versions, DraftDesk drafts, Current current, Texts texts, Flash flash) : PageModel
{
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    /// <summary>The version that is looked at, and the one before it; null where it is the first.</summary>
    public ProgrammeVersion? Shown { get; private set; }
    public ProgrammeVersion? Former { get; private set; }
    public IReadOnlyList<VersionChange> Changes { get; private set; } = [];
    public string? Next { get; private set; }
    public bool MayManage => current.Can(ProgramsModule.Manage);

    /// <summary>What visitors see is changed in a draft; what they don't see by those who may publish it.</summary>
    public bool MayRestore => Shown is not null && (Programme.IsPublished || MayManage);

    public async Task OnGetAsync(Guid id, int? version, int? before)
    {
        Programme = await book.FindAsync(id);
        var rows = await versions.PageAsync(Programme, before ?? int.MaxValue, VersionBook.PageSize + 1);
        var applied = await versions.AppliedAsync(Programme);
        Versions = [.. rows.Take(VersionBook.PageSize).Select((one, at) => new VersionRow(one, one.Number == 1 ? null : ChangedIn(rows[at + 1], one), applied.GetValueOrDefault(one.Number), before is null && at == 0 && Programme.IsPublished))];
        Next = rows.Count > VersionBook.PageSize ? Url.Page(null, new { id, before = Versions[^1].Of.Number }) : null;
        if (version is not { } number) return;
        Shown = await versions.FindAsync(Programme, number);
        Former = await versions.FormerAsync(Shown);
        Changes = VersionChange.Between(Former?.Read(), Shown.Read(), texts);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int version)
    {
        Programme = await book.FindAsync(id);
        var (shown, isDraft) = (await versions.FindAsync(Programme, version), Programme.IsPublished);
        if (!isDraft && !MayManage) throw new NotAllowedException();
        var written = await drafts.RestoreAsync(Programme, shown);
        flash.Good(isDraft ? T.Say("Version {0} is the draft now.", version) : T.Say("The programme says again what it said in version {0}.", version));
        return MayManage ? RedirectToPage("Show", new { written.Id }) : RedirectToPage("Modules", new { written.Id });
    }

    private string ChangedIn(ProgrammeVersion former, ProgrammeVersion one) => string.Join(", ", VersionChange.Between(former.Read(), one.Read(), texts).Select(c => c.Name));
}
