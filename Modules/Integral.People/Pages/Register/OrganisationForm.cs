using Integral.People.Organisations;
using Integral.People.Registration;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Register;

/// <summary>What an organisation says of itself, to be sent or corrected.</summary>
internal class OrganisationForm
{
    [Display(Name = "What the organisation is to us"), Required] public OrganisationKind? Kind { get; set; }
    [Display(Name = "Name of the organisation", Description = "As its documents write it."), Required, StringLength(Organisation.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "Name in short", Description = "As lists call it; may be left out."), StringLength(Organisation.LongestShortName)] public string? ShortName { get; set; }
    [Display(Name = "Country")] public OrganisationCountry Country { get; set; }
    [Display(Name = "Tax number", Description = "BIN or IIN in Kazakhstan, INN in Russia, EDRPOU in Ukraine."), StringLength(TaxNumbers.Longest)] public string? TaxNumber { get; set; }
    [Display(Name = "KPP", Description = "Only in Russia."), StringLength(20)] public string? Kpp { get; set; }
    [Display(Name = "Address"), StringLength(Organisation.LongestAddress)] public string? Address { get; set; }
    [Display(Name = "Site"), StringLength(Organisation.LongestSite)] public string? Site { get; set; }
    [Display(Name = "What you want to do together with us"), StringLength(OrganisationRegistration.LongestNote)] public string? Note { get; set; }
    [Display(Name = "Family name of the contact person"), Required, StringLength(PersonName.Longest)] public string FamilyName { get; set; } = "";
    [Display(Name = "Given name"), Required, StringLength(PersonName.Longest)] public string GivenName { get; set; } = "";
    [Display(Name = "Patronymic (if you have one)"), StringLength(PersonName.Longest)] public string? Patronymic { get; set; }
    [Display(Name = "Post"), StringLength(ContactPerson.LongestPost)] public string? Post { get; set; }
    [Display(Name = "Phone"), DataType(DataType.PhoneNumber), StringLength(40)] public string? Phone { get; set; }

    public static OrganisationForm Of(OrganisationRegistration one) => new()
    {
        Kind = one.Kind, Name = one.Name, ShortName = one.ShortName, Country = one.Country, TaxNumber = one.TaxNumber, Kpp = one.Kpp, Address = one.Address, Site = one.Site, Note = one.Note,
        FamilyName = one.FamilyName, GivenName = one.GivenName, Patronymic = one.Patronymic, Post = one.Post, Phone = one.Phone,
    };

    public RegistrationWords ToWords(string? email) => new(new(Kind!.Value, Name, Country) { ShortName = ShortName, TaxNumber = TaxNumber, Kpp = Kpp, Address = Address, Site = Site, Note = Note },
        new(FamilyName, GivenName, Patronymic, null, email, Phone), Post);
}

/// <summary>The same, sent for the first time.</summary>
internal sealed class NewOrganisationForm : OrganisationForm
{
    [Display(Name = "E-mail of the contact person", Description = "You sign in with it later. We send the link to it."), Required, EmailAddress, StringLength(200)] public string Email { get; set; } = "";
    [Display(Name = "Consent")] public bool Consent { get; set; }
}

/// <summary>The fields of such a form.</summary>
internal sealed record OrganisationFields(OrganisationForm Form, Texts Texts)
{
    public IEnumerable<SelectListItem> Kinds => OrganisationRegistration.Kinds.Select(k => new SelectListItem(Texts.Say(k.Word()), $"{k}"));
}
