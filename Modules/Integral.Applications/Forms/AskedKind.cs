namespace Integral.Applications.Forms;

/// <summary>How a question is answered.</summary>
internal enum AskedKind
{
    [Display(Name = "A line of text")] Text,
    [Display(Name = "A longer text")] LongText,
    [Display(Name = "A number")] Number,
    [Display(Name = "A day")] Day,
    [Display(Name = "Yes or no")] YesNo,
    [Display(Name = "One of several answers")] One,
    [Display(Name = "Several of several answers")] Several,
    [Display(Name = "A file")] File,
}
