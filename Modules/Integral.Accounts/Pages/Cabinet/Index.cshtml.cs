using Integral.Platform.Navigation;

namespace Integral.Accounts.Pages.Cabinet;

/// <summary>Where one lands: who one is here, and what there is to do.</summary>
[Authorize]
internal sealed class IndexModel(Current current, RoleBook book, IExtensions<ICabinetBoard> boards, IExtensions<ICabinetCard> cards) : PageModel
{
    public IReadOnlyList<Role> Roles { get; private set; } = [];
    public IReadOnlyList<CabinetBoard> Boards { get; private set; } = [];
    public IReadOnlyList<CabinetCard> Cards { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Roles = [.. book.RolesOf(current.Tenant).Where(r => current.Account!.Roles.Contains(r.Name))];
        var (read, shown) = (new List<CabinetBoard>(), new List<CabinetCard>());
        foreach (var board in boards) if (await board.ShowAsync() is { } said) read.Add(said);
        foreach (var card in cards) if (await card.ShowAsync() is { } said) shown.Add(said);
        Boards = read;
        Cards = [.. shown.OrderBy(c => c.Order)];
    }
}
