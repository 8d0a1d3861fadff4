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

    /// <summary>The id of something that is known by a name: always the same.</summary>
    public static string Of(string name) => string.Concat(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).Take(Length).Select(b => Alphabet[b % Alphabet.Length]));

    /// <summary>A new id: '4', then 25 random characters (125 bits). Orchard's begin so because theirs are version 4 GUIDs written in this alphabet.</summary>
    public static string New() => '4' + RandomNumberGenerator.GetString(Alphabet, Length - 1);
}
