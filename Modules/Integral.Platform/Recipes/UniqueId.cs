using System.Security.Cryptography;

namespace Integral.Platform.Recipes;

/// <summary>Ids as Orchard Core writes them: 26 lower-case letters and digits.</summary>
public static class UniqueId
{
    public const int Length = 26;

    /// <summary>Crockford's base 32: no i, l, o or u, which are mistaken for other characters or make words.</summary>
    public const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Whether it has the shape of one; recipes write other alphabets too.</summary>
    public static bool Is(string id) => id.Length == Length && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>A new id: '4', then 25 random characters (125 bits). Orchard's begin so because theirs are version 4 GUIDs written in this alphabet.</summary>
    public static string New() => '4' + RandomNumberGenerator.GetString(Alphabet, Length - 1);
}
