using System.Text.RegularExpressions;

namespace Integral.DevTools;

/// <summary>The code of a guide: a line <c>File: path</c> or <c>After: path: `anchor`</c>, and then a fenced block.</summary>
internal sealed partial record GuideText(IReadOnlyList<GuideFile> Files, IReadOnlyList<GuideLine> Lines)
{
    public static GuideText Read(string markdown)
    {
        var text = markdown.ReplaceLineEndings("\n");
        return new(
            [.. File().Matches(text).Select(m => new GuideFile(m.Groups["path"].Value, m.Groups["text"].Value))],
            [.. After().Matches(text).Select(m => new GuideLine(m.Groups["path"].Value, m.Groups["after"].Value, m.Groups["text"].Value))]);
    }

    [GeneratedRegex(@"^File: (?<path>\S+)\n```\w*\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex File();

    [GeneratedRegex(@"^After: (?<path>\S+): `(?<after>[^`]+)`\n```\w*\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex After();
}

/// <summary>A file that the guide gives whole.</summary>
internal sealed record GuideFile(string Path, string Text);

/// <summary>A line that the guide puts into a file that is there, after another one.</summary>
internal sealed record GuideLine(string Path, string After, string Text);
