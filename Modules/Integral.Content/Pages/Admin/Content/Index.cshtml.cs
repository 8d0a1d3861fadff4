using Integral.Content.Definitions;
using Integral.Content.Editing;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Content;

/// <summary>Everything that is written for the site: what visitors see, drafts, and the bin.</summary>
[Authorize(ContentModule.Write)]
internal sealed class IndexModel(DeskList list, ContentDesk desk, TypeWords words, Catalogue catalogue) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Words of the title")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Kind")] public string? Type { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "State")] public ItemState? State { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Language")] public string? Lang { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Not there in")] public string? Missing { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ContentPage Items { get; private set; } = new([], null);
    public IReadOnlyList<TypeShape> Kinds { get; private set; } = [];
    public IEnumerable<SelectListItem> Types => Kinds.Select(t => new SelectListItem(words.Of(t), t.Name));
    public static IEnumerable<SelectListItem> Languages => Texts.Cultures.Select(c => new SelectListItem(Texts.OwnNames[c], c));
    public bool IsFiltered => Q is not null || Type is not null || State is not null || Lang is not null || Missing is not null;
    public string? Next => Items.Next is { } after ? Url.Page(null, new { Q, Type, State, Lang, Missing, after }) : null;
    public string KindOf(ContentRow row) => Kinds.FirstOrDefault(t => t.Name == row.Type) is { } type ? words.Of(type) : row.Type;
    public string KindOf(TypeShape type) => words.Of(type);
    public string? OriginOf(ContentRow row) => row.OriginId is { } id ? catalogue.Of(id)?.Name : null;

    public async Task OnGetAsync()
    {
        Kinds = [.. (await desk.BookAsync()).Types.Where(t => t.IsCreatable)];
        Items = await list.PageAsync(new(Q, Type, State, Lang, After, Missing));
    }
}
