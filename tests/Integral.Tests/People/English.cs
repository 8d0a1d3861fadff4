using System.Text.RegularExpressions;
using Integral.Platform.Localization;
using Integral.Tests.Localization;

namespace Integral.Tests.People;

/// <summary>Says in English what a Russian page says, by the translations of the people module.</summary>
internal static partial class English
{
    private static readonly IReadOnlyList<PoEntry> Known =
        PoFile.Read(File.ReadAllText(Path.Combine(SourceTexts.Root, "Modules/Integral.People/Localization/ru.po")), "ru.po");

    public static string Of(string russian) => Known.Where(e => e.IsTranslated && Fits(e.Forms[0], russian)).MaxBy(e => e.Forms[0].Length)?.Key ?? russian;

    // A short text, or one that is little else than its places, would fit everything.
    private static bool Fits(string pattern, string text) =>
        pattern.Count(char.IsLetter) > 12 && Regex.IsMatch(text, Place().Replace(Regex.Escape(pattern), ".*"));

    [GeneratedRegex(@"\\\{\d+}")] private static partial Regex Place();
}
