using Integral.Content.ReferenceBooks;

namespace Integral.Content.Pages.Admin.Books;

/// <summary>The reference books of the institution.</summary>
[Authorize(ContentModule.Books)]
internal sealed class IndexModel(BookDesk desk, BookWords words) : PageModel
{
    public IReadOnlyList<BookRow> Books { get; private set; } = [];
    public BookWords Words => words;

    public async Task OnGetAsync() => Books = [.. (await desk.AllAsync()).OrderBy(b => words.Of(b.Book.Called), StringComparer.CurrentCultureIgnoreCase)];
}
