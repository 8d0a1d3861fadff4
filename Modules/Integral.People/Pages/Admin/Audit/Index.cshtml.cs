using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Audit;

[Authorize(PlatformModule.ReadAudit)]
internal sealed class IndexModel(AuditTrail trail, AuditWords words, AuditNames names, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Who (login)")] public string? Who { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "What kind of record")] public string? Kind { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Day"), DataType(DataType.Date)] public DateOnly? Day { get; set; }
    [BindProperty(SupportsGet = true)] public string? Records { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Before { get; set; }

    public AuditPage Trail { get; private set; } = new([], null);
    public AuditWords Words => words;

    /// <summary>Whom an entry is about, by its record.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();
    public bool IsFiltered => Who is not null || Kind is not null || Day is not null || Records is not null;
    public IEnumerable<SelectListItem> Kinds => AuditWords.Kinds.Select(k => new SelectListItem(texts.Say(k.Value), k.Key)).Prepend(new(texts["Everything"], ""));
    public string? Next => Trail.Next is { } before ? Url.Page(null, new { Who, Kind, Day = Day?.ToString("O", CultureInfo.InvariantCulture), Records, before }) : null;

    public async Task OnGetAsync()
    {
        Trail = await trail.PageAsync(new(Who, Kind, Day, Records, Before));
        Names = await names.OfAsync(Trail.Entries);
    }
}
