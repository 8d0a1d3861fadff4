using Integral.Applications.Staff;

namespace Integral.Applications.Pages.Admin.Retraining;

/// <summary>What centres of the district offer for the staff, and the lists that were sent there.</summary>
[Authorize(ApplicationsModule.SendStaff), Feature(ApplicationsModule.StaffFeature)]
internal sealed class IndexModel(StaffBook book) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public IReadOnlyList<ShownOffer> Offers { get; private set; } = [];
    public StaffListPage Lists { get; private set; } = new([], null);
    public string? Next => Lists.Next is { } after ? Url.Page(null, new { after }) : null;

    public async Task OnGetAsync() => (Offers, Lists) = (await book.OffersAsync(), await book.PageAsync(After));
}
