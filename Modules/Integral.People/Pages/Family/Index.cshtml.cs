using Integral.People.Families;

namespace Integral.People.Pages.Family;

/// <summary>The children of whoever is signed in, and what the institution has written down about them.</summary>
[Authorize]
internal sealed class IndexModel(FamilyBook book) : PageModel
{
    public IReadOnlyList<OwnChild> Children { get; private set; } = [];

    public async Task OnGetAsync() => Children = await book.OwnAsync();
}
