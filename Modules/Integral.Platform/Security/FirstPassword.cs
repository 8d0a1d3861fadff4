using System.Security.Cryptography;

namespace Integral.Platform.Security;

/// <summary>A password to be read out or printed and changed at the first sign-in.</summary>
public static class FirstPassword
{
    // Without letters and digits that look alike on paper: 31 symbols, 12 of them are 59 bits.
    private const string Symbols = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string New() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Symbols, 4)));
}
