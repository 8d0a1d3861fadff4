using Integral.People.Contracts;
using Integral.People.Organisations;
using Integral.People.Registration;
using Integral.People.Specialists;
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

    /// <summary>Somebody of the staff base there, with a competency.</summary>
    public static Task<(Guid Specialist, Guid Competency)> SpecialistAsync(District district) => district.InDbAsync("school-1", async db =>
    {
        var (specialist, competency, number) = (new Specialist(), new Competency(), $"{Guid.NewGuid():N}");
        competency.Call(new($"Sample {number}", null, null, null), "ru");
        specialist.Describe(new("Sample", null, null, null, 1, [new(competency.Id, null)]), "ru");
        db.AddRange(competency, specialist);
        await db.SaveChangesAsync();
        return (specialist.Id, competency.Id);
    });

    /// <summary>Somebody and an organisation that have registered there by themselves.</summary>
    public static Task<(Guid Person, Guid Organisation)> RegistrationsAsync(District district) => district.InDbAsync("school-1", async db =>
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var person = new Person(new("Sample", "Registered", null), "ru");
        var own = new SelfRegistration { PersonId = person.Id, AccountId = Guid.NewGuid(), Email = "sample@example.org", Consent = "", At = now };
        var other = new OrganisationRegistration { Sent = Guid.NewGuid().ToString("N"), Key = Integral.Platform.Web.FormTickets.NewKey(), Consent = "", Culture = "ru", SentAt = now };
        other.Describe(new(new(OrganisationKind.Partner, "Sample", OrganisationCountry.Other), new("Sample", "Contact", null, null, "sample@example.org", null), null), DateOnly.FromDateTime(now), "ru");
        other.Confirm(now);
        db.AddRange(person, own, other);
        await db.SaveChangesAsync();
        return (own.Id, other.Id);
    });
}
