namespace Integral.Applications.Forms;

/// <summary>By whose law a consent is written.</summary>
internal enum ConsentCountry
{
    [Display(Name = "Kazakhstan")] Kazakhstan,
    [Display(Name = "Russia")] Russia,
    [Display(Name = "Ukraine")] Ukraine,
    [Display(Name = "Another country")] Other,
}

/// <summary>The words to which whoever applies agrees.</summary>
/// <param name="Country">By whose law they are written.</param>
/// <param name="Culture">Their language, by two letters.</param>
internal sealed record ConsentText(ConsentCountry Country, string Culture, string Text)
{
    public const int Longest = 4000;
}
