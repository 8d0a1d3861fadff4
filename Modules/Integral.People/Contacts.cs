namespace Integral.People;

/// <summary>How one can be written to or called; both may be missing.</summary>
internal static class Contacts
{
    private static readonly EmailAddressAttribute Address = new();

    /// <exception cref="RuleException">It isn't an address.</exception>
    public static string? Email(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var email = text.Trim();
        Rule.Require(email.Length <= 200 && Address.IsValid(email) && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)), "This isn't an e-mail address.", "Email");
        return email;
    }

    /// <exception cref="RuleException">It isn't a number.</exception>
    public static string? Phone(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var phone = text.Trim();
        Rule.Require(phone.Length <= 40 && phone.All(c => char.IsAsciiDigit(c) || "+-() ,#*".Contains(c, StringComparison.Ordinal)), "This isn't a phone number.", "Phone");
        return phone;
    }
}
