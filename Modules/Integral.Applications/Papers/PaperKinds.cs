using Integral.Platform.Files;

namespace Integral.Applications.Papers;

/// <summary>What an applicant may send: papers and pictures of papers. What else a file is, it is by its content; its name may not say otherwise.</summary>
internal static class PaperKinds
{
    private const string Zipped = "application/zip";

    // Documents are archives by their first bytes.
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".png"] = "image/png", [".gif"] = "image/gif", [".webp"] = "image/webp",
        [".docx"] = Zipped, [".odt"] = Zipped, [".xlsx"] = Zipped, [".ods"] = Zipped, [".txt"] = "text/plain",
    };

    /// <summary>For the control that chooses files.</summary>
    public static string Endings => string.Join(',', Known.Keys);

    /// <returns>What it is.</returns>
    /// <exception cref="RuleException">Nothing of that is taken, or the name says something else.</exception>
    public static string Of(string name, byte[] start)
    {
        Rule.Require(Known.TryGetValue(Path.GetExtension(name), out var said), T.Say("'{0}' can't be taken. Send a PDF, a picture (JPG, PNG, WEBP) or a document (DOCX, ODT, XLSX, TXT).", name));
        Rule.Require(MediaKind.Of(start) == said, T.Say("What is in '{0}' isn't what its name says. Save it anew as a PDF or a picture, and send that.", name));
        return said;
    }
}
