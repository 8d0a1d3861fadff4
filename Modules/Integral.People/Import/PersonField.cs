namespace Integral.People.Import;

/// <summary>What a table of people says of each, in the order in which we write it.</summary>
internal enum PersonField
{
    [Display(Name = "Code in another system")] Code,
    [Display(Name = "Full name")] FullName,
    [Display(Name = "Family name")] FamilyName,
    [Display(Name = "Given name")] GivenName,
    [Display(Name = "Patronymic")] Patronymic,
    [Display(Name = "Date of birth")] BornOn,
    [Display(Name = "Login")] Login,
    [Display(Name = "E-mail")] Email,
    [Display(Name = "Phone")] Phone,
    [Display(Name = "Roles")] Roles,
    [Display(Name = "Where the roles hold")] Reach,
    [Display(Name = "Valid from")] FromOn,
    [Display(Name = "Valid through")] UntilOn,
}
