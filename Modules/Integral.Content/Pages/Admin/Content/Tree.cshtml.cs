using Integral.Content.Tree;
using Integral.Ui;

namespace Integral.Content.Pages.Admin.Content;

/// <summary>The tree of pages: what stands under what, and in which order.</summary>
[Authorize(ContentModule.Write)]
internal sealed class TreeModel(TreeDesk desk, TreeMoves moves, Texts texts, Flash flash) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Find a page"), StringLength(200)] public string? Q { get; set; }

    /// <summary>Addresses follow what is moved.</summary>
    [BindProperty, Display(Name = "Change the addresses too", Description = "Of the page that is moved under another one or out, and of all below it. The old addresses lead to the new ones.")] public bool Readdress { get; set; }

    public TreeLevel Level { get; private set; } = new([], []);
    public IReadOnlyList<TreeRow>? Found { get; private set; }
    public bool MayMove => Level.Rows.Any(r => r.MayMove);
    public string Title => Level.Under?.Title ?? texts["Tree of pages"];

    /// <param name="under">The set of translations of the page under which they stand; nothing for the top.</param>
    public async Task OnGetAsync(string? under)
    {
        Level = await desk.LevelAsync(under);
        if (!string.IsNullOrWhiteSpace(Q)) Found = await desk.FindAsync(Q.Trim());
    }

    public async Task<IActionResult> OnGetBelowAsync(string under) => Partial("_TreeBranches", (await desk.LevelAsync(under)).Rows);

    public Task<IActionResult> OnPostUpAsync(string? under, string moved) => MoveAsync(under, () => moves.StepAsync(moved, -1));
    public Task<IActionResult> OnPostDownAsync(string? under, string moved) => MoveAsync(under, () => moves.StepAsync(moved, 1));

    /// <summary>Keeps the order into which they were dragged.</summary>
    public Task<IActionResult> OnPostAsync(string? under, List<string> order) => MoveAsync(under, () => moves.OrderAsync(under, order));

    /// <summary>Under the page that stands right above it.</summary>
    public Task<IActionResult> OnPostUnderAsync(string? under, string moved) => MoveAsync(under, () =>
    {
        var rows = Level.Rows.Select(r => r.Set).ToList();
        return rows.IndexOf(moved) is > 0 and var at ? moves.PutAsync(moved, rows[at - 1], null, Readdress) : throw new NotFoundException();
    });

    /// <summary>Beside the page under which it stands, right behind it.</summary>
    public Task<IActionResult> OnPostOutAsync(string? under, string moved) => MoveAsync(under, () => Level.Under is { } now ? moves.PutAsync(moved, now.Parent, now.Set, Readdress) : throw new NotFoundException());

    private async Task<IActionResult> MoveAsync(string? under, Func<Task> move)
    {
        await OnGetAsync(under);
        await move();
        flash.Good(T.Say("Moved."));
        return RedirectToPage(new { under });
    }
}
