using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text;

namespace Integral.Platform.Sheets;

/// <summary>How a table is written.</summary>
public enum SheetFormat
{
    [Display(Name = "Workbook (XLSX)")] Xlsx,
    [Display(Name = "Text with semicolons (CSV)")] Csv,
}

/// <summary>Writes a table row by row, so that its length costs no memory. No cell is a formula: <see cref="SafeCell"/>.</summary>
public abstract class SheetWriter : IAsyncDisposable
{
    public static string TypeOf(SheetFormat format) => format == SheetFormat.Csv ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="to">Stays open.</param>
    public static SheetWriter Open(SheetFormat format, Stream to) => format == SheetFormat.Csv ? new CsvWriter(to) : new XlsxWriter(to);

    public abstract Task RowAsync(IEnumerable<string> cells, CancellationToken cancel = default);

    /// <summary>Ends the table. What isn't ended can't be read.</summary>
    public abstract ValueTask DisposeAsync();
}

/// <summary>Semicolons and a byte order mark: what a spreadsheet opens rightly in Russian, Kazakh and Ukrainian; ours finds it in any language.</summary>
internal sealed class CsvWriter : SheetWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(";,\"\t\r\n");

    private readonly StreamWriter writer;

    public CsvWriter(Stream to) => writer = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public override Task RowAsync(IEnumerable<string> cells, CancellationToken cancel = default) =>
        writer.WriteLineAsync(string.Join(';', cells.Select(c => Quoted(SafeCell.Of(c)))).AsMemory(), cancel);

    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(Special) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
