using Integral.Platform.Navigation;

namespace Integral.Administration;

/// <summary>How many institutions are below this one; opens their tree.</summary>
internal sealed class InstitutionsCard(Catalogue catalogue, Current current, Texts texts) : ICabinetCard
{
    public ValueTask<CabinetCard?> ShowAsync()
    {
        var below = current.Can(AdministrationModule.View) ? catalogue.Below(current.Tenant).Count() : 0;
        return new(below == 0 ? null : new CabinetCard(texts["Institutions"], texts["Below this one, with their state"], $"{below}", "/Admin/Tenants", "building", 10));
    }
}
