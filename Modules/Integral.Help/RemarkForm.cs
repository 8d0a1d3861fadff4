namespace Integral.Help;

/// <summary>What a sender fills in.</summary>
internal sealed class RemarkForm
{
    [Display(Name = "What is wrong?", Description = "What you did, what you expected, and what happened instead."), Required, StringLength(Remark.LongestMessage)] public string Message { get; set; } = "";
    [Display(Name = "Page it is about"), StringLength(Remark.LongestPage)] public string? Page { get; set; }
    [Display(Name = "Your name"), StringLength(Remark.LongestName)] public string? Name { get; set; }
    [Display(Name = "E-mail", Description = "For the answer. Only those who answer see it."), EmailAddress, StringLength(Remark.LongestEmail)] public string? Email { get; set; }
}

/// <summary>One more line of the sender's, or an answer.</summary>
internal sealed class LineForm
{
    [Display(Name = "Your message"), Required, StringLength(Remark.LongestMessage)] public string Text { get; set; } = "";
}
