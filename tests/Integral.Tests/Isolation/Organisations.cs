using Integral.People.Organisations;
using Integral.Tests.Kit;

namespace Integral.Tests.Isolation;

/// <summary>An organisation of school 1, with a contact person, an agreement and a talk.</summary>
internal static class Organisations
{
    public static Task<(Guid Organisation, Guid Contact, Guid Agreement, Guid Interaction)> SampleAsync(District district) => district.InDbAsync("school-1", async db =>
    {
        var (organisation, day) = (new Organisation(), new DateOnly(2026, 9, 1));
        organisation.Describe(new(OrganisationKind.Employer, "Sample", OrganisationCountry.Other), "ru");
        var (contact, agreement) = (new ContactPerson(organisation.Id), new OrganisationAgreement(organisation.Id));
        contact.Describe(new("Sample"), day);
        agreement.Describe(new("1", day, day, null, "Sample"));
        var interaction = new Interaction(organisation.Id, new(InteractionKind.Call, day, "Sample"), "Sample", day);
        db.AddRange(organisation, contact, agreement, interaction);
        await db.SaveChangesAsync();
        return (organisation.Id, contact.Id, agreement.Id, interaction.Id);
    });
}
