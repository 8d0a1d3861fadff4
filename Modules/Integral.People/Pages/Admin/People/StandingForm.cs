namespace Integral.People.Pages.Admin.People;

/// <summary>What every form that lets somebody in asks.</summary>
internal abstract class StandingForm
{
    [Display(Name = "Roles")] public List<string> Roles { get; set; } = [];
    [Display(Name = "Where the roles hold")] public Where Where { get; set; }
    [Display(Name = "Valid from"), DataType(DataType.Date)] public DateOnly? FromOn { get; set; }
    [Display(Name = "Valid through"), DataType(DataType.Date)] public DateOnly? UntilOn { get; set; }

    public Standing Standing => new(Roles, Where == Where.HereAndBelow ? Reach.HereAndBelow : Reach.Here, FromOn, UntilOn);
}

internal enum Where
{
    [Display(Name = "In this institution only")] Here,
    [Display(Name = "Here and in all institutions below")] HereAndBelow,
}

/// <summary>A person's name and how to reach them.</summary>
internal abstract class PersonForm : StandingForm
{
    [Display(Name = "Family name"), Required, StringLength(PersonName.Longest)] public string FamilyName { get; set; } = "";
    [Display(Name = "Given name"), StringLength(PersonName.Longest)] public string? GivenName { get; set; }
    [Display(Name = "Patronymic"), StringLength(PersonName.Longest)] public string? Patronymic { get; set; }

    public PersonName Name => new(FamilyName, GivenName ?? "", Patronymic);
}
