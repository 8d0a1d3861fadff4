using System.Text;
using System.Text.Unicode;

namespace Integral.Content.FileTexts;

/// <summary>
/// Reads the words of a file: of a PDF that has text, of a DOCX, of a text. Nothing in the file is trusted, and whoever wrote it may have meant harm:
/// this runs in a process of its own (<see cref="ReadingProcess"/>), and what it can't read has no words.
/// </summary>
internal static class WordsOfFile
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static string Read(Stream file, TimeProvider clock)
    {
        Span<byte> start = stackalloc byte[5];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var words = new Words();
        if (start[..read].SequenceEqual("%PDF-"u8)) PdfWords.Read(file, words, clock);
        else if (start[..read].StartsWith("PK"u8)) DocxWords.Read(file, words);
        else words.Add(Text(file));
        return $"{words}";
    }

    // Cyrillic in Windows-1251 is never valid UTF-8 by chance.
    private static string Text(Stream file)
    {
        var bytes = new byte[FileText.Longest * 4];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, (length - 2) & ~1);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, (length - 2) & ~1);
        var whole = length == bytes.Length ? length - TailOf(bytes) : length;
        return (Utf8.IsValid(bytes.AsSpan(0, whole)) ? Encoding.UTF8 : Windows).GetString(bytes, 0, whole);
    }

    // A letter that was cut in two at the end.
    private static int TailOf(byte[] bytes)
    {
        var tail = 1;
        while (tail < 4 && (bytes[^tail] & 0xC0) == 0x80) tail++;
        return tail;
    }
}

/// <summary>Words as they come, parted by single spaces, until there are enough.</summary>
internal sealed class Words
{
    private readonly StringBuilder text = new();
    private bool isParted = true;

    public bool IsFull => text.Length >= FileText.Longest;

    /// <summary>Goes on where the text before ended, also in the midst of a word.</summary>
    public void Add(string more)
    {
        foreach (var rune in more.EnumerateRunes())
        {
            if (IsFull) return;
            if (rune.Value == 0xAD || rune == Rune.ReplacementChar) continue;       // a hyphen that isn't seen; what was no character
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) Part();
            else
            {
                text.Append(rune.ToString());
                isParted = false;
            }
        }
    }

    public void Part()
    {
        if (!isParted) text.Append(' ');
        isParted = true;
    }

    public override string ToString() => text.ToString().TrimEnd();
}
