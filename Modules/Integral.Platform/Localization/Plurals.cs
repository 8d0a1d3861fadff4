namespace Integral.Platform.Localization;

/// <summary>Which plural form a whole number takes: CLDR's cardinal categories, counted as gettext's msgstr[n].</summary>
internal static class Plurals
{
    /// <summary>How many forms a translation into this language has.</summary>
    public static int Count(string culture) => culture is "ru" or "uk" ? 3 : 2;

    /// <summary>Russian and Ukrainian: one (1, 21), few (2, 24), many (0, 5, 11). Kazakh and English: one (1), other.</summary>
    public static int Form(string culture, long n) => culture is "ru" or "uk" ? EastSlavic(n) : n is 1 or -1 ? 0 : 1;

    private static int EastSlavic(long n) => (Math.Abs(n % 10), Math.Abs(n % 100)) switch
    {
        (_, >= 11 and <= 14) => 2,
        (1, _) => 0,
        (>= 2 and <= 4, _) => 1,
        _ => 2,
    };
}
