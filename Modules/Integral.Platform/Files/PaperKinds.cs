using Integral.Platform.Localization;

namespace Integral.Platform.Files;

/// <summary>What people may send: papers and pictures of papers. What else a file is, it is by its content; its name may not say otherwise.</summary>
public static class PaperKinds
{
    public const int LongestName = 200;

    private const string Zipped = "application/zip";

    // Documents are archives by their first bytes.
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".png"] = "image/png", [".gif"] = "image/gif", [".webp"] = "image/webp",
        [".docx"] = Zipped, [".odt"] = Zipped, [".xlsx"] = Zipped, [".ods"] = Zipped, [".txt"] = "text/plain",
    };

    /// <summary>For the control that chooses files.</summary>
    public static string Endings => string.Join(',', Known.Keys);

    /// <param name="name">What its sender calls it, as <see cref="Called"/> has it.</param>
    /// <param name="start">Its first bytes.</param>
    /// <returns>What it is.</returns>
    /// <exception cref="RuleException">It is empty, nothing of that is taken, or the name says something else.</exception>
    public static string Of(string name, byte[] start)
    {
        Rule.Require(start.Length > 0, T.Say("The file '{0}' is empty.", name));
        Rule.Require(Known.TryGetValue(Path.GetExtension(name), out var said), T.Say("'{0}' can't be taken. Send a PDF, a picture (JPG, PNG, WEBP) or a document (DOCX, ODT, XLSX, TXT).", name));
        Rule.Require(MediaKind.Of(start) == said, T.Say("What is in '{0}' isn't what its name says. Save it anew as a PDF or a picture, and send that.", name));
        return said;
    }

    /// <summary>A sender's name for a file, without folders and characters that nobody sees, and not too long.</summary>
    public static string Called(string name)
    {
        var called = new string([.. Path.GetFileName(name.Replace('\\', '/')).Where(c => !char.IsControl(c))]).Trim();
        return called.Length <= LongestName ? called : called[..(LongestName - 10)] + called[^10..];
    }
}
