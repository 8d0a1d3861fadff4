using System.ComponentModel.DataAnnotations;

namespace Integral.Platform.Registers;

/// <summary>What a register of institutions says of each.</summary>
public enum RegisterField
{
    [Display(Name = "Code in the register")] Code,
    [Display(Name = "Full official name")] Name,
    [Display(Name = "Short official name")] ShortName,
    [Display(Name = "Kind of institution")] Kind,
    [Display(Name = "Status")] Status,
    [Display(Name = "Governing body")] Body,
    [Display(Name = "Postal address")] Address,
    [Display(Name = "Locality")] Locality,
    [Display(Name = "Website")] Site,
}
