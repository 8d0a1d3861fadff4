namespace Integral.Platform.Sheets;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula (abuse case A37): what begins like one gets an apostrophe before it, which is the mark of a text
/// there. Read again, the apostrophe falls away, so that a file that was written here says the same when it comes back.
/// </summary>
public static class SafeCell
{
    // The wide forms too: in some languages a spreadsheet reads them as the plain ones.
    private const string Beginnings = "=+-@\t\r\n＝＋－＠";

    public static string Of(string text) => IsDangerous(text) ? $"'{text}" : text;

    public static string Plain(string cell) => cell.StartsWith('\'') && IsDangerous(cell) ? cell[1..] : cell;

    // Apostrophes before it too: else one that was there before would fall away with ours.
    private static bool IsDangerous(string text) => text.TrimStart('\'') is [var first, ..] && Beginnings.Contains(first, StringComparison.Ordinal);
}
