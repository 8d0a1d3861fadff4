using Integral.People.Export;
using Integral.People.Import;
using Integral.Platform.Sheets;

namespace Integral.People.Pages.Admin.People;

/// <summary>Exports of personal data, for the head and whoever else reads the audit trail.</summary>
[Authorize(PlatformModule.ReadAudit)]
internal sealed class ExportsModel(ExportBook book, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid? Before { get; set; }

    public IReadOnlyList<NotedExport> Shown { get; private set; } = [];
    public string? Next { get; private set; }

    public string ColumnsOf(ExportNote note) => string.Join(", ", note.Columns.Select(c => Enum.TryParse<PersonField>(c, out var field) ? texts.Say(field.Word()) : c));

    public async Task OnGetAsync()
    {
        (Shown, var next) = await book.PageAsync(Before);
        Next = next is { } before ? Url.Page(null, new { before }) : null;
    }
}
