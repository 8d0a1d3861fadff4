using Integral.Content.Editing;
using Integral.Content.Reading;

namespace Integral.Content.Pages.Admin.Content;

/// <summary>Who names an item.</summary>
[Authorize(ContentModule.Write)]
internal sealed class UsesModel(ContentDesk desk, WhereUsed used) : PageModel
{
    public string Id { get; private set; } = "";
    public string Title { get; private set; } = "";
    public Uses Uses { get; private set; } = new(0, 0, []);

    public async Task OnGetAsync(string id)
    {
        var item = (await desk.OpenAsync(id)).Item!;
        (Id, Title, Uses) = (item.ContentItemId, item.DisplayText, await used.OfAsync(item));
    }
}
