using Integral.People.Organisations;

namespace Integral.People.Pages.Admin.Organisations;

internal sealed class OrganisationForm
{
    [Display(Name = "Kind"), Required] public OrganisationKind? Kind { get; set; }
    [Display(Name = "Stage")] public OrganisationStage Stage { get; set; }
    [Display(Name = "Name of the organisation", Description = "As its documents write it."), Required, StringLength(Organisation.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "Name in short", Description = "As lists call it; may be left out."), StringLength(Organisation.LongestShortName)] public string? ShortName { get; set; }
    [Display(Name = "Country")] public OrganisationCountry Country { get; set; }
    [Display(Name = "Tax number", Description = "BIN or IIN in Kazakhstan, INN in Russia, EDRPOU in Ukraine."), StringLength(TaxNumbers.Longest)] public string? TaxNumber { get; set; }
    [Display(Name = "KPP", Description = "Only in Russia."), StringLength(20)] public string? Kpp { get; set; }
    [Display(Name = "Branch of")] public Guid? Parent { get; set; }
    [Display(Name = "Who looks after it")] public Guid? Owner { get; set; }
    [Display(Name = "Address"), StringLength(Organisation.LongestAddress)] public string? Address { get; set; }
    [Display(Name = "Phone"), StringLength(40)] public string? Phone { get; set; }
    [Display(Name = "E-mail"), StringLength(200)] public string? Email { get; set; }
    [Display(Name = "Site"), StringLength(Organisation.LongestSite)] public string? Site { get; set; }
    [Display(Name = "Note"), StringLength(Organisation.LongestNote)] public string? Note { get; set; }
    public int Version { get; set; }

    public static OrganisationForm Of(Organisation one) => new()
    {
        Kind = one.Kind, Stage = one.Stage, Name = one.Name, ShortName = one.ShortName, Country = one.Country, TaxNumber = one.TaxNumber, Kpp = one.Kpp, Parent = one.ParentId, Owner = one.OwnerId,
        Address = one.Address, Phone = one.Phone, Email = one.Email, Site = one.Site, Note = one.Note, Version = one.Version,
    };

    public OrganisationWords ToWords() => new(Kind!.Value, Name, Country)
    {
        Stage = Stage, ShortName = ShortName, TaxNumber = TaxNumber, Kpp = Kpp, Parent = Parent, Owner = Owner, Address = Address, Phone = Phone, Email = Email, Site = Site, Note = Note,
    };
}
