using System.Globalization;
using Integral.Platform.Navigation;

namespace Integral.People.Registration;

/// <summary>How many have registered at whom nobody has looked yet; opens the list of them.</summary>
[Feature(PeopleModule.Registration)]
internal sealed class RegistrationsCard(RegistrationBook book, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(PeopleModule.ManageRegistrations)) return null;
        var number = await book.CountUnseenAsync();
        return number == 0 ? null : new(texts["Registrations"], texts["people who have registered and wait to be looked at"], number.ToString(CultureInfo.CurrentCulture), "/Admin/Registrations", "user-plus", 22);
    }
}

/// <summary>The way of people, where it is open.</summary>
[Feature(PeopleModule.Registration)]
internal sealed class CitizensWay(Registering registering, Texts texts) : IWayIn
{
    public async ValueTask<WayIn?> ShownAsync(string? back) =>
        await registering.IsOpenAsync() ? new(texts["Register as a learner"], $"/register{(back is null ? "" : $"?return={Uri.EscapeDataString(back)}")}", "user-plus", Comer.Person) : null;
}

/// <summary>The way of organisations, where it is open.</summary>
[Feature(PeopleModule.Registration)]
internal sealed class OrganisationsWay(OrganisationIntake intake, Texts texts) : IWayIn
{
    public async ValueTask<WayIn?> ShownAsync(string? back) => await intake.IsOpenAsync() ? new(texts["Register an organisation"], "/register/organisation", "building", Comer.Organisation) : null;
}
