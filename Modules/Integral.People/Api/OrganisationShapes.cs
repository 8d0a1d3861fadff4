using System.Text.Json.Serialization;
using Integral.People.Organisations;

namespace Integral.People.Api;

/// <param name="Stage">Left out: a contact for a new one, of one that is there as it was.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewOrganisation([property: Required] OrganisationKind? Kind, [property: Required] string Name,
    [property: Required] OrganisationCountry? Country, string? ShortName = null, string? TaxNumber = null, string? Kpp = null, Guid? Parent = null, Guid? Owner = null,
    OrganisationStage? Stage = null, string? Address = null, string? Phone = null, string? Email = null, string? Site = null, string? Note = null)
{
    public OrganisationWords ToWords(OrganisationStage asItWas = OrganisationStage.Contact) => new(Kind!.Value, Name, Country!.Value)
    {
        Stage = Stage ?? asItWas, ShortName = ShortName, TaxNumber = TaxNumber, Kpp = Kpp, Parent = Parent, Owner = Owner, Address = Address, Phone = Phone, Email = Email, Site = Site, Note = Note,
    };
}

/// <param name="Owner">Who looks after it, by name.</param>
internal sealed record OrganisationInList(Guid Id, OrganisationKind Kind, string Name, string? ShortName,
    OrganisationCountry Country, string? TaxNumber, OrganisationStage Stage, string? Owner);
internal sealed record OrganisationsAnswer(IReadOnlyList<OrganisationInList> Items, string? Next);

/// <param name="Parent">Of which it is a branch.</param>
/// <param name="Owner">The person who looks after it.</param>
internal sealed record OrganisationAnswer(Guid Id, OrganisationKind Kind, string Name, string? ShortName,
    OrganisationCountry Country, string? TaxNumber, string Kpp, Guid? Parent, Guid? Owner,
    OrganisationStage Stage, string? Address, string? Phone, string? Email, string? Site, string? Note, DateTime? ArchivedAt);
