using System.Globalization;

namespace Integral.Platform.Localization;

/// <summary>
/// Makes names sort alike on SQLite and PostgreSQL, whose own collations differ: what is stored and sorted by is ICU's
/// sort key in hexadecimal. Digits and a-f stand in the same order in every collation, so the column needs none.
/// Keys of different cultures, or of different versions of ICU, don't compare.
/// </summary>
public static class NameSort
{
    /// <summary>
    /// The most characters that a key has. It covers the letters of some 45 characters, and of shorter names also accents
    /// and case; longer names that begin alike count as equal.
    /// </summary>
    public const int Length = 200;

    /// <summary>The key of a name in the alphabet of a culture such as <c>kk</c>.</summary>
    /// <exception cref="CultureNotFoundException">There is no such culture, or the host runs without ICU.</exception>
    public static string Key(string name, string culture)
    {
        var key = CultureInfo.GetCultureInfo(culture).CompareInfo.GetSortKey(name).KeyData;
        return Convert.ToHexStringLower(key.AsSpan(0, Math.Min(key.Length, Length / 2)));
    }
}
