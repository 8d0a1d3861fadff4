using System.Globalization;
using Integral.Platform.Navigation;

namespace Integral.People.Organisations;

/// <summary>How many tasks with organisations wait for the person; opens the list of them.</summary>
internal sealed class OrganisationsCard(InteractionBook book, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(PeopleModule.ViewOrganisations)) return null;
        var number = await book.CountMineAsync();
        return number == 0 ? null : new(texts["Organisations"], texts["Tasks that wait for you"], number.ToString(CultureInfo.CurrentCulture), "/Admin/Organisations/Tasks", "building", 23);
    }
}
