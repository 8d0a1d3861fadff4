using System.IO.Compression;
using System.Xml;

namespace Integral.Content.FileTexts;

/// <summary>The paragraphs of a DOCX. No DTD is read, nothing is fetched, and a part that unfolds without end is left in the midst.</summary>
internal static class DocxWords
{
    private const int MostParts = 10_000;
    private const long MostCharacters = 50_000_000;
    private const string Space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static void Read(Stream file, Words words)
    {
        using var parts = new ZipArchive(file, ZipArchiveMode.Read);
        if (parts.Entries.Count > MostParts || parts.GetEntry("word/document.xml") is not { } document) return;
        using var content = document.Open();
        using var xml = XmlReader.Create(content, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true });
        while (!words.IsFull && xml.Read())
        {
            if (xml.NamespaceURI != Space) continue;
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" }) Add(xml, words);
            else if (xml.LocalName is "p" or "tab" or "br" or "cr" or "tc") words.Part();
        }
    }

    // In pieces: one text may be as long as it likes.
    private static void Add(XmlReader text, Words words)
    {
        if (text.IsEmptyElement) return;
        var (depth, buffer) = (text.Depth, new char[4096]);
        while (text.Read() && text.Depth > depth)
            if (text.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                for (int length; !words.IsFull && (length = text.ReadValueChunk(buffer, 0, buffer.Length)) > 0;) words.Add(new(buffer, 0, length));
    }
}
