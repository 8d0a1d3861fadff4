using Integral.Content.Definitions;
using Integral.Content.Reading;

namespace Integral.Content.Pages.Admin.Content.Types;

/// <summary>The kinds of pages that can be written here.</summary>
[Authorize(ContentModule.Types)]
internal sealed class IndexModel(TypeDesk desk, PublicSite site) : PageModel
{
    public IReadOnlyList<DescribedType> Types { get; private set; } = [];
    public string AddressOf(string folder) => site.To(folder);
    public static bool HasAddress(DescribedType type) => type.Said.Parts.Contains(Known.Route);

    public async Task OnGetAsync() => Types = await desk.AllAsync();
}
