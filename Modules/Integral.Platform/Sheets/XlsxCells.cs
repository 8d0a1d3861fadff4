using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Integral.Platform.Sheets;

/// <summary>What stands in a workbook's cells, as text: numbers as they were typed, days as 2026-11-25.</summary>
internal sealed class XlsxCells
{
    private readonly List<string> shared = [];
    private readonly HashSet<uint> dates = [];

    public XlsxCells(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is { } strings)
        {
            using var reader = OpenXmlReader.Create(strings);
            while (reader.Read())
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement) shared.Add(Said((SharedStringItem)reader.LoadCurrentElement()!));
        }
        if (workbook.WorkbookStylesPart?.Stylesheet is not { CellFormats: { } formats } styles) return;
        var own = styles.NumberingFormats?.Elements<NumberingFormat>().Where(f => IsDate(f.FormatCode?.Value)).Select(f => f.NumberFormatId?.Value ?? 0).ToHashSet() ?? [];
        foreach (var (format, index) in formats.Elements<CellFormat>().Select((f, i) => (f.NumberFormatId?.Value ?? 0, (uint)i)))
            if (format is >= 14 and <= 17 or 22 || own.Contains(format)) dates.Add(index);
    }

    /// <summary>0 for a cell of column A; null where it doesn't say.</summary>
    public static int? ColumnOf(Cell cell)
    {
        if (cell.CellReference?.Value is not { Length: > 0 } reference) return null;
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter)) column = Math.Min(column * 26 + (char.ToUpperInvariant(c) - 'A' + 1), 1 << 20);
        return column == 0 ? null : column - 1;
    }

    public string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString) return int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < shared.Count ? shared[index] : "";
        if (type == CellValues.InlineString) return cell.InlineString is { } inline ? Said(inline) : "";
        if (type == CellValues.Error) return "";
        return type == CellValues.Number ? Number(value, cell.StyleIndex?.Value ?? 0) : value;
    }

    private string Number(string value, uint style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        if (dates.Contains(style) && number is > 0 and < 2_958_466) return DateTime.FromOADate(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // A code of eleven digits is kept as 2.2879470123E10.
        return value.Contains('E', StringComparison.OrdinalIgnoreCase) && Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : value;
    }

    // The text of what is shown; how it is pronounced in Japanese isn't part of it.
    private static string Said(OpenXmlCompositeElement item) =>
        string.Concat(item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));

    private static bool IsDate(string? format) =>
        format is not null && !format.Contains('#') && !format.Contains('0') && format.Any(c => c is 'd' or 'D' or 'y' or 'Y') && format.Any(c => c is 'm' or 'M' or 'y' or 'Y');
}
