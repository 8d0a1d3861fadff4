using Integral.Platform.Localization;

namespace Integral.Platform.Security;

/// <summary>What a password must be: long rather than odd (NIST SP 800-63B).</summary>
public static class Passwords
{
    public const int Shortest = 10, Longest = 128;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
        { "1234567890", "0123456789", "qwertyuiop", "password123", "password1234", "йцукенгшщз", "1q2w3e4r5t", "q1w2e3r4t5", "iloveyou123", "administrator", "qwerty12345", "1234567891", "987654321", "9876543210" };

    /// <exception cref="RuleException">It is too short, too long or one that everybody tries first.</exception>
    public static void Check(string password)
    {
        Rule.Require(password.Length >= Shortest, T.Say("A password has at least {0} characters.", Shortest), "Password");
        Rule.Require(password.Length <= Longest, T.Say("A password has at most {0} characters.", Longest), "Password");
        Rule.Require(password.Distinct().Count() > 3 && !Common.Contains(password), "This password is among the first that anybody would try.", "Password");
    }
}
