using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Integral.Tests.Content.Search;

/// <summary>Files with words in them, as programs of an office make them.</summary>
internal static class Written
{
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
    public static byte[] Windows(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text);

    public static byte[] Pdf(params string[] pages)
    {
        using var document = new PdfDocumentBuilder();
        var font = document.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages) document.AddPage(PageSize.A4).AddText(text, 12, new(50, 700), font);
        return document.Build();
    }

    public static byte[] Docx(string text) => Zip("word/document.xml", $"""
        <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>
        """);

    public static byte[] Zip(string part, string content)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry(part).Open())) entry.Write(content.Trim());
        return file.ToArray();
    }
}
