using Integral.Platform.Search;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Search;

/// <summary>Words that mean the same to those who search here.</summary>
[Authorize(ContentModule.Types)]
internal sealed class IndexModel(Db db, Flash flash) : PageModel
{
    private const int MostGroups = 500;

    [BindProperty] public SynonymsForm Form { get; set; } = new();

    /// <summary>The group that is being changed; null where a new one is made.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    public IReadOnlyList<SearchSynonyms> Groups { get; private set; } = [];
    public static IEnumerable<SelectListItem> Languages => Texts.Cultures.Select(c => new SelectListItem(Texts.OwnNames[c], c));

    public async Task OnGetAsync()
    {
        await ReadAsync();
        if (Id is { } id) Form = SynonymsForm.Of(await FindAsync(id));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid) return Page();
        Rule.Require(Id is not null || Groups.Count < MostGroups, T.Say("There are {0} groups already. Take one away first.", MostGroups));
        var group = Id is { } id ? await FindAsync(id) : Added();
        group.Say(Form.Culture, Form.Words);
        await db.SaveChangesAsync();
        flash.Good(T.Say("The words are kept. They count from the next search on."));
        return RedirectToPage(new { Id = (Guid?)null });
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid group)
    {
        db.Remove(await FindAsync(group));
        await db.SaveChangesAsync();
        return RedirectToPage(new { Id = (Guid?)null });
    }

    private async Task ReadAsync() => Groups = await db.Set<SearchSynonyms>().AsNoTracking().OrderBy(s => s.Culture).ThenBy(s => s.Words).Take(MostGroups).ToListAsync();
    private Task<SearchSynonyms> FindAsync(Guid id) => db.Set<SearchSynonyms>().SingleOr404Async(s => s.Id == id);

    private SearchSynonyms Added()
    {
        var group = new SearchSynonyms { Culture = Form.Culture, Words = Form.Words };
        db.Add(group);
        return group;
    }
}

internal sealed class SynonymsForm
{
    [Required, Display(Name = "Language"), RegularExpression("ru|kk|uk|en")] public string Culture { get; set; } = "ru";
    [Required, StringLength(SearchSynonyms.LongestWords), Display(Name = "Words that mean the same")] public string Words { get; set; } = "";

    public static SynonymsForm Of(SearchSynonyms group) => new() { Culture = group.Culture, Words = group.Words };
}
