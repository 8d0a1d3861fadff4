using Microsoft.AspNetCore.Http;

namespace Integral.Ui.Gallery;

internal enum Visibility
{
    [Display(Name = "Everyone")] Everyone,
    [Display(Name = "People of this institution")] Members,
    [Display(Name = "Only the staff")] Staff,
}

/// <summary>A form with a field of every kind.</summary>
internal sealed class GalleryForm
{
    [Display(Name = "Full name"), Required, StringLength(120)] public string Name { get; set; } = "";
    [Display(Name = "E-mail", Description = "We write only when it matters."), EmailAddress, StringLength(200)] public string? Email { get; set; } = "anna@";
    [Display(Name = "Password"), DataType(DataType.Password)] public string? Password { get; set; }
    [Display(Name = "Date of birth")] public DateOnly? BornOn { get; set; } = new DateOnly(2012, 9, 1);
    [Display(Name = "Places"), Range(1, 500)] public int Places { get; set; } = 25;
    [Display(Name = "About"), StringLength(1000)] public string? About { get; set; }
    [Display(Name = "Who may see it"), Required] public Visibility? Visibility { get; set; }
    [Display(Name = "Days")] public List<Visibility> Days { get; set; } = [Gallery.Visibility.Members];
    [Display(Name = "I agree to the processing of my personal data")] public bool Agrees { get; set; } = true;
    [Display(Name = "Colour"), StringLength(7)] public string? Colour { get; set; } = "#0f5a6b";
    [Display(Name = "Photo")] public IFormFile? Photo { get; set; }
}
