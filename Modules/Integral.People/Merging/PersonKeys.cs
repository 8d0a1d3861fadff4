namespace Integral.People.Merging;

/// <summary>
/// What a name, an address, a number or a code comes down to when it is compared: the same person is typed differently by every hand. The table of people keeps
/// them beside what was typed; its migration made them by the same rules for those who were there.
/// </summary>
internal static class PersonKeys
{
    /// <summary>So many digits a number has at least without the codes of a country; what is shorter is a room's or a mistake.</summary>
    private const int ShortestPhone = 7;

    /// <summary>+7 701…, 8 701… and 701… are one number, and so are +380 67… and 067….</summary>
    public const int LongestPhone = 10;

    /// <summary>Without the patronymic, which is left out the most often.</summary>
    public static string Name(string family, string given) => NameSearch.Key($"{family} {given}");

    public static string? Email(string? email) => email is null ? null : Small(email);

    public static string? Phone(string? phone)
    {
        var digits = new string([.. (phone ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length < ShortestPhone ? null : digits.Length > LongestPhone ? digits[^LongestPhone..] : digits;
    }

    /// <summary>In small letters, without the signs that stand between its parts.</summary>
    public static string? Code(string? code) => code is null ? null : new string([.. Small(code).Where(c => c is not (' ' or '-' or '.' or '/'))]) is { Length: > 0 } key ? key : null;

    // Latin letters only, as both engines do it too.
    private static string Small(string text) => new([.. text.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c)]);
}
