using System.Text.Json.Serialization;
using Integral.People.Organisations;

namespace Integral.People.Api;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewOrganisation([property: Required, JsonConverter(typeof(JsonStringEnumConverter<OrganisationKind>))] OrganisationKind? Kind, [property: Required] string Name,
    [property: Required, JsonConverter(typeof(JsonStringEnumConverter<OrganisationCountry>))] OrganisationCountry? Country, string? ShortName = null, string? TaxNumber = null, string? Kpp = null, Guid? Parent = null, Guid? Owner = null,
    [property: JsonConverter(typeof(JsonStringEnumConverter<OrganisationStage>))] OrganisationStage Stage = OrganisationStage.Contact, string? Address = null, string? Phone = null, string? Email = null, string? Site = null, string? Note = null)
{
    public OrganisationWords ToWords() => new(Kind!.Value, Name, Country!.Value)
    {
        Stage = Stage, ShortName = ShortName, TaxNumber = TaxNumber, Kpp = Kpp, Parent = Parent, Owner = Owner, Address = Address, Phone = Phone, Email = Email, Site = Site, Note = Note,
    };
}

/// <param name="Owner">Who looks after it, by name.</param>
internal sealed record OrganisationInList(Guid Id, [property: JsonConverter(typeof(JsonStringEnumConverter<OrganisationKind>))] OrganisationKind Kind, string Name, string? ShortName,
    [property: JsonConverter(typeof(JsonStringEnumConverter<OrganisationCountry>))] OrganisationCountry Country, string? TaxNumber, [property: JsonConverter(typeof(JsonStringEnumConverter<OrganisationStage>))] OrganisationStage Stage, string? Owner);
internal sealed record OrganisationsAnswer(IReadOnlyList<OrganisationInList> Items, string? Next);

/// <param name="Parent">Of which it is a branch.</param>
/// <param name="Owner">The person who looks after it.</param>
internal sealed record OrganisationAnswer(Guid Id, [property: JsonConverter(typeof(JsonStringEnumConverter<OrganisationKind>))] OrganisationKind Kind, string Name, string? ShortName,
    [property: JsonConverter(typeof(JsonStringEnumConverter<OrganisationCountry>))] OrganisationCountry Country, string? TaxNumber, string Kpp, Guid? Parent, Guid? Owner,
    [property: JsonConverter(typeof(JsonStringEnumConverter<OrganisationStage>))] OrganisationStage Stage, string? Address, string? Phone, string? Email, string? Site, string? Note, DateTime? ArchivedAt);
