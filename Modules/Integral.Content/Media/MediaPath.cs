using System.Collections.Frozen;

namespace Integral.Content.Media;

/// <summary>Names within the media folder: such as every system can keep, and none that leads out of the folder.</summary>
internal static class MediaPath
{
    public const int Longest = 300, LongestFolder = 200;
    private const int MostFolders = 10;

    private static readonly FrozenSet<string> Devices = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })]);

    /// <summary>The path with forward slashes.</summary>
    /// <exception cref="RuleException">It can't be a file's path.</exception>
    public static string Checked(string path, string field = "TargetPath")
    {
        var normal = path.Replace('\\', '/');
        Rule.Require(normal.Length is > 0 and <= Longest && normal.Split('/').All(IsName), T.Say("'{0}' can't be the path of a file.", path), field);
        return normal;
    }

    /// <summary>The path of a folder without slashes around it; empty for the topmost.</summary>
    /// <exception cref="RuleException">It can't be a folder's path.</exception>
    public static string CheckedFolder(string path, string field = "Folder")
    {
        var normal = path.Replace('\\', '/').Trim('/', ' ');
        var isOne = normal.Length <= LongestFolder && normal.Split('/') is { Length: <= MostFolders } names && names.All(IsName);
        Rule.Require(normal.Length == 0 || isOne, T.Say("'{0}' can't be the path of a folder.", path), field);
        return normal;
    }

    public static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
    public static string In(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    public static string EndingOf(string path) => System.IO.Path.GetExtension(NameOf(path)).ToLowerInvariant();

    /// <summary>A folder and those it is in, the topmost first.</summary>
    public static IReadOnlyList<string> Line(string folder)
    {
        if (folder.Length == 0) return [];
        var names = folder.Split('/');
        return [.. Enumerable.Range(1, names.Length).Select(n => string.Join('/', names.Take(n)))];
    }

    private static bool IsName(string segment) =>
        segment.Length is > 0 and <= 100 && segment[0] is not ('.' or ' ') && segment[^1] is not ('.' or ' ')
        && !segment.Any(c => char.IsControl(c) || char.IsSurrogate(c) || "<>:\"|?*".Contains(c)) && !Devices.Contains(segment.Split('.')[0]);
}
