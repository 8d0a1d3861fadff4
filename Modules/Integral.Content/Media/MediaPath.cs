using System.Collections.Frozen;

namespace Integral.Content.Media;

/// <summary>Names within the media folder: such as every system can keep, and none that leads out of the folder.</summary>
internal static class MediaPath
{
    public const int Longest = 300;

    private static readonly FrozenSet<string> Devices = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })]);

    /// <summary>The path with forward slashes.</summary>
    /// <exception cref="RuleException">It can't be a file's path.</exception>
    public static string Checked(string path)
    {
        var normal = path.Replace('\\', '/');
        Rule.Require(normal.Length is > 0 and <= Longest && normal.Split('/').All(IsName), T.Say("'{0}' can't be the path of a file.", path), "TargetPath");
        return normal;
    }

    private static bool IsName(string segment) =>
        segment.Length is > 0 and <= 100 && segment[0] is not ('.' or ' ') && segment[^1] is not ('.' or ' ')
        && !segment.Any(c => char.IsControl(c) || char.IsSurrogate(c) || "<>:\"|?*".Contains(c)) && !Devices.Contains(segment.Split('.')[0]);
}
