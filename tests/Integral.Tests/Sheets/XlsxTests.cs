using System.Globalization;
using System.IO.Compression;
using System.Text;
using Integral.Platform;
using Integral.Platform.Sheets;

namespace Integral.Tests.Sheets;

/// <summary>For what measures the whole process: after all others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>Workbooks as spreadsheets write them, and as somebody writes them who means harm.</summary>
[Collection(Alone.Name)]
public sealed class XlsxTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Fact]
    public void Texts_numbers_days_and_gaps_come_as_they_look()
    {
        var sheet = SheetFile.Read(Workbook("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>Наз</t></r><r><t>ва</t></r></is></c><c r="D1" t="str"><v>День</v></c></row>
            <row r="2"/>
            <row r="4"><c r="A4"><v>2.2879470123E10</v></c><c r="B4" t="s"><v>1</v></c><c r="D4" s="1"><v>46351</v></c></row>
            <row r="5"><c r="A5"><v>150646</v></c><c r="C5" t="e"><v>#REF!</v></c><c r="D5"><v>0.5</v></c></row>
            """));

        Assert.Equal(["Код", "Назва", "", "День"], sheet.Header);
        Assert.Equal([4, 5], sheet.Rows.Select(r => r.Line));
        Assert.Equal(["22879470123", "Школа № 1", "", "2026-11-25"], sheet.Rows[0].Fields);
        Assert.Equal(["150646", "", "", "0.5"], sheet.Rows[1].Fields);
    }

    [Fact]
    public void A_million_of_empty_rows_cost_little_memory()
    {
        var rows = new StringBuilder("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        for (var i = 2; i <= 1_000_000; i++) rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{i}\">{(i % 10 == 0 ? "<c s=\"1\"/>" : "")}</row>");
        rows.Append("<row r=\"1000001\"><c r=\"A1000001\"><v>7</v></c></row>");
        var file = Workbook(rows.ToString());
        rows.Clear();

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sheet = SheetFile.Read(file);
        Assert.Equal((1_000_001, "7"), (Assert.Single(sheet.Rows).Line, sheet.Rows[0][0]));
        // A million rows that were kept would take more than a hundred; what other tests do at the same time takes some too.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 60 << 20);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked_whole()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 400; i++) part.Write(zeros);
        }
        Assert.InRange(bytes.Length, 1, 2 << 20);
        Assert.Contains("unpacks to more than 300 MB", Refused(bytes.ToArray()));
    }

    [Fact]
    public void A_damaged_workbook_is_said_so()
    {
        var good = Workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        Assert.Contains("damaged or isn't one", Refused(good[..(good.Length / 2)]));
        Assert.Contains("damaged or isn't one", Refused("PK but no more"u8.ToArray()));
        Assert.Contains("damaged or isn't one", Refused(Workbook("<row r=\"1\"><c r=\"A1\"></row>")));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("readme.txt");
        Assert.Contains("damaged or isn't one", Refused(bytes.ToArray()));
    }

    private static string Refused(byte[] bytes) => Assert.Throws<RuleException>(() => SheetFile.Read(bytes)).Message;

    /// <summary>With the shared texts "Код" and "Школа № 1", and a second style that is a day. The first sheet is hidden.</summary>
    internal static byte[] Workbook(string rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/hidden.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
                """);
            Add("_rels/.rels", Related(("rId1", "officeDocument", "xl/workbook.xml")));
            Add("xl/_rels/workbook.xml.rels", Related(("rId1", "worksheet", "worksheets/hidden.xml"), ("rId2", "worksheet", "worksheets/sheet1.xml"), ("rId3", "styles", "styles.xml"), ("rId4", "sharedStrings", "sharedStrings.xml")));
            Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Kinds}"><sheets><sheet name="Old" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Register" sheetId="2" r:id="rId2"/></sheets></workbook>""");
            Add("xl/worksheets/hidden.xml", $"""<worksheet xmlns="{Main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>""");
            Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
            Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>""");
            Add("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>Код</t></si><si><t xml:space="preserve">Школа № 1 </t></si></sst>""");

            void Add(string name, string text)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }
        return bytes.ToArray();
    }

    private static string Related(params (string Id, string Kind, string Target)[] parts) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(parts.Select(p => $"""<Relationship Id="{p.Id}" Type="{Kinds}/{p.Kind}" Target="{p.Target}"/>"""))}</Relationships>""";
}
