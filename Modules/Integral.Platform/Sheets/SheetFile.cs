using Integral.Platform.Localization;

namespace Integral.Platform.Sheets;

/// <summary>
/// Reads what people keep in tables: CSV with commas, semicolons or tabs in UTF-8, UTF-16 or Windows-1251, and XLSX. What it is, the bytes say;
/// the name of the file is never asked.
/// </summary>
public static class SheetFile
{
    /// <summary>In bytes: a region's register of 30,000 institutions takes 15 MB as text.</summary>
    public const int Largest = 50 << 20;

    internal const int MostRows = 200_000, MostColumns = 500;

    /// <exception cref="RuleException">It is no table, or a larger one than can be worked on.</exception>
    public static Sheet Read(byte[] bytes)
    {
        Rule.Require(bytes.Length > 0, "The file is empty.");
        Rule.Require(bytes.Length <= Largest, T.Say("The file is larger than {0} MB.", Largest >> 20));
        Rule.Require(!Starts(bytes, [0xD0, 0xCF, 0x11, 0xE0]), "This is a workbook of an old kind (XLS). Save it as XLSX or CSV and choose that file.");
        var sheet = Starts(bytes, "PK"u8) ? XlsxSheet.Read(bytes) : CsvSheet.Read(SheetText.Of(bytes));
        Rule.Require(sheet.Header.Count > 0 && sheet.Header.Any(h => h.Length > 0), "The file has no headings in its first row.");
        return sheet;
    }

    internal static void Bound(int rows, int columns)
    {
        Rule.Require(rows <= MostRows, T.Say("The file has more than {0} rows. Divide it.", MostRows));
        Rule.Require(columns <= MostColumns, T.Say("The file has more than {0} columns.", MostColumns));
    }

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);
}
