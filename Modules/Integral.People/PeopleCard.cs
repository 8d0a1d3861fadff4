using Integral.Platform.Navigation;

namespace Integral.People;

/// <summary>How many have a role here; opens the list of them.</summary>
internal sealed class PeopleCard(HostDb host, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(PeopleModule.View)) return null;
        var number = await host.Memberships.CountAsync(m => m.TenantId == current.Tenant.Id);
        return new(texts["People"], texts["Accounts with a role here"], $"{number}", "/Admin/People", "users", 20);
    }
}
