using Integral.Platform.Navigation;

namespace Integral.Applications.Staff;

/// <summary>Centres below whose joined lists somebody of the district may read, each in the centre's own pages: the catalogue says which there are, and no centre's data is asked.</summary>
internal sealed class ListCentres(Catalogue catalogue, Current current, TenantAddresses addresses)
{
    /// <summary>By name, with the address of their lists; none for who has no rights there.</summary>
    public IReadOnlyList<(string Name, string Page)> All() => !current.CanBelow(ApplicationsModule.ViewLists) ? [] :
    [
        .. catalogue.Below(current.Tenant).Where(t => t.State == TenantState.Running && t.Has(ApplicationsModule.OwnFeature)).OrderBy(t => t.Name, StringComparer.CurrentCulture)
            .Select(t => (t.Name, $"{addresses.Base(t)}/Admin/Applications/Lists")),
    ];
}

/// <summary>For the district: of how many centres one can read whom schools have sent.</summary>
[Feature(ApplicationsModule.StaffFeature)]
internal sealed class CentresCard(ListCentres centres, Texts texts) : ICabinetCard
{
    public ValueTask<CabinetCard?> ShowAsync() =>
        new(centres.All().Count is > 0 and var number ? new CabinetCard(texts["Lists of schools by centre"], texts["centres of the district take applications"], $"{number}", "/Admin/Retraining/Centres", "users", 22) : null);
}
