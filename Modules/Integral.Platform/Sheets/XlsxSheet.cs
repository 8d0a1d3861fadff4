using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Integral.Platform.Localization;

namespace Integral.Platform.Sheets;

/// <summary>The first sheet of a workbook that isn't hidden, read row by row: a million of empty ones costs time, not memory.</summary>
internal static class XlsxSheet
{
    private const long LargestUnpacked = 300L << 20;
    private const int MostParts = 2000;

    /// <exception cref="RuleException">It is no workbook, or unpacks to more than can be worked on.</exception>
    public static Sheet Read(byte[] bytes)
    {
        try
        {
            CheckSize(bytes);
            using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            var part = workbook.WorkbookPart ?? throw new InvalidDataException("no workbook");
            var first = part.Workbook?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible);
            Rule.Require(first?.Id?.Value is not null, "The workbook has no sheet that can be seen.");
            return Rows((WorksheetPart)part.GetPartById(first.Id.Value), new(part));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or OpenXmlPackageException or FileFormatException or System.Xml.XmlException or ArgumentOutOfRangeException or KeyNotFoundException or InvalidCastException)
        {
            throw new RuleException("The workbook is damaged or isn't one. Open it, save it as XLSX again and choose that file.");
        }
    }

    // What a part says of its size is only said: the bytes are counted as they come out.
    private static void CheckSize(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        Rule.Require(zip.Entries.Count <= MostParts, TooMuch);
        var (left, buffer) = (LargestUnpacked, new byte[1 << 16]);
        foreach (var entry in zip.Entries)
        {
            using var from = entry.Open();
            for (var read = 1; read > 0 && left >= 0; left -= read) read = from.Read(buffer);
            Rule.Require(left >= 0, TooMuch);
        }
    }

    private static Sentence TooMuch => T.Say("The workbook unpacks to more than {0} MB. Keep only the sheet that is meant.", LargestUnpacked >> 20);

    private static Sheet Rows(WorksheetPart part, XlsxCells cells)
    {
        List<string>? header = null;
        var (rows, last) = (new List<SheetRow>(), 0);
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            var number = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value is { } said && int.TryParse(said, out var at) ? at : last + 1;
            last = number;
            var fields = Fields(reader, cells);
            if (fields.All(f => f.Length == 0)) continue;
            SheetFile.Bound(rows.Count, fields.Count);
            if (header is null) header = fields;
            else rows.Add(new(number, number, fields));
        }
        Rule.Require(header is not null, "The file is empty.");
        return new(header, rows);
    }

    private static List<string> Fields(OpenXmlReader reader, XlsxCells cells)
    {
        var fields = new List<string>();
        if (!reader.ReadFirstChild()) return fields;
        do
        {
            if (reader.ElementType != typeof(Cell)) continue;
            var cell = (Cell)reader.LoadCurrentElement()!;
            var column = XlsxCells.ColumnOf(cell) ?? fields.Count;
            if (column >= SheetFile.MostColumns) continue;      // stray formats far to the right
            while (fields.Count <= column) fields.Add("");
            fields[column] = cells.TextOf(cell).Trim();
        }
        while (reader.ReadNextSibling());
        return fields;
    }
}
