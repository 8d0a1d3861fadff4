using UglyToad.PdfPig;

namespace Integral.Content.FileTexts;

/// <summary>The text layer of a PDF, page by page. A scanned page has none.</summary>
internal static class PdfWords
{
    private const int MostPages = 300, MostDepth = 100;

    /// <summary>What has been read by then is enough.</summary>
    public static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(10);

    public static void Read(Stream file, Words words, TimeProvider clock)
    {
        var began = clock.GetTimestamp();
        using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = MostDepth });
        for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages) && !words.IsFull && clock.GetElapsedTime(began) < LongEnough; number++)
            foreach (var word in document.GetPage(number).GetWords())
            {
                words.Add(word.Text);
                words.Part();
            }
    }
}
