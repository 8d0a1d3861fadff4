using Integral.Communication.Data;
using Integral.Platform.Web;

namespace Integral.Communication.Pages.Admin.Notices;

/// <summary>Who was told what kind of thing in their cabinet.</summary>
[Authorize(CommunicationModule.Notices)]
internal sealed class CabinetModel(Db db, HostDb host, NoticeKinds kinds, Texts texts) : PageModel
{
    private const int PageSize = 30;
    private Dictionary<Guid, string> names = [];

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public IReadOnlyList<ToldRow> Rows { get; private set; } = [];
    public string? First => After is null ? null : Url.Page("Cabinet");
    public string? Next { get; private set; }

    public string NameOf(ToldRow row) => names.GetValueOrDefault(row.AccountId) ?? texts["Somebody who isn't here any more"];
    public string TitleOf(ToldRow row) => kinds.Find(row.Kind) is { } kind ? texts.Say(kind.Title) : row.Kind;

    public async Task OnGetAsync()
    {
        var told = db.Notices.AsNoTracking();
        if (TimeCursor.Read(After) is { At: var at, Id: var id }) told = told.Where(n => n.At < at || n.At == at && n.Id < id);
        var rows = await told.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(PageSize + 1).Select(n => new ToldRow(n.Id, n.AccountId, n.Kind, n.Count, n.At, n.ReadAt)).ToListAsync();
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Url.Page("Cabinet", new { after = $"{new TimeCursor(Rows[^1].At, Rows[^1].Id)}" }) : null;
        var accounts = Rows.Select(r => r.AccountId).Distinct().ToArray();
        names = await host.Users.AsNoTracking().Where(a => EF.Parameter(accounts).Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name);
    }
}

internal sealed record ToldRow(Guid Id, Guid AccountId, string Kind, int Count, DateTime At, DateTime? ReadAt);
