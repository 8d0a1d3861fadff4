using System.Globalization;
using System.Text.RegularExpressions;

namespace Integral.Platform.Localization;

/// <summary>Makes names found alike on both engines, neither of which folds letters as people do: what is stored and what is looked for go through it.</summary>
public static partial class NameSearch
{
    /// <summary>In small letters, with single spaces, ё as е. Never longer than the name.</summary>
    public static string Key(string name) => Spaces().Replace(name.Trim().ToLower(CultureInfo.InvariantCulture), " ").Replace('ё', 'е');

    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
}
