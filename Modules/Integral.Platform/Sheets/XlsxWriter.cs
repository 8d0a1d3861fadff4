using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Integral.Platform.Sheets;

/// <summary>A workbook of one sheet, its XML written straight into the zip file as it goes out.</summary>
internal sealed class XlsxWriter : SheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Package = "http://schemas.openxmlformats.org/package/2006", Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly Outgoing outgoing;
    private readonly ZipArchive zip;
    private readonly StreamWriter sheet;
    private int row;

    public XlsxWriter(Stream to)
    {
        outgoing = new(to);
        zip = new(outgoing, ZipArchiveMode.Create, leaveOpen: true);
        Add("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/></Types>""");
        Add("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        sheet = Begin("xl/worksheets/sheet1.xml");
        sheet.Write($"""<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>""");
    }

    public override async Task RowAsync(IEnumerable<string> cells, CancellationToken cancel = default)
    {
        var xml = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{++row}\">"));
        foreach (var cell in cells) xml.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(SecurityElement.Escape(Allowed(SafeCell.Of(cell)))).Append("</t></is></c>");
        await sheet.WriteAsync(xml.Append("</row>"), cancel);
        await outgoing.SendAsync(cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        await sheet.WriteAsync("</sheetData></worksheet>");
        await sheet.DisposeAsync();
        await zip.DisposeAsync();
        await outgoing.SendAsync(CancellationToken.None);
        GC.SuppressFinalize(this);
    }

    private void Add(string name, string xml)
    {
        using var part = Begin(name);
        part.Write(xml);
    }

    private StreamWriter Begin(string name)
    {
        var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="UTF-8"?>""");
        return part;
    }

    // XML has no way to write what isn't a character.
    private static string Allowed(string text) => text.All(IsAllowed) ? text : string.Concat(text.Where(IsAllowed));
    private static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' || c >= ' ' && c is not ('\uFFFE' or '\uFFFF');

    /// <summary>Parts of a zip file end with a write that doesn't wait, and a response takes none: it lies here until the next row is sent.</summary>
    private sealed class Outgoing(Stream to) : Stream
    {
        private readonly MemoryStream held = new();

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        public async Task SendAsync(CancellationToken cancel)
        {
            if (held.Length == 0) return;
            await to.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), cancel);
            held.SetLength(0);
        }
    }
}
