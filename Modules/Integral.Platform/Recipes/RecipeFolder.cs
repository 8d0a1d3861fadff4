using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>
/// The files beside a recipe. A recipe may come from anyone, so it reads what lies below its own folder
/// and nothing else: not by "..", not by an absolute path, not through a link.
/// </summary>
internal static class RecipeFolder
{
    public const int MaxBytes = 10 * 1024 * 1024;
    private const int MaxLinks = 40;

    public static byte[] Read(string? folder, string path, int atMost = MaxBytes)
    {
        if (folder is null) throw new RecipeException(T.Say("This recipe has no folder to read '{0}' from.", path));
        string relative = path.Replace('\\', '/');
        if (!IsInside(relative)) throw new RecipeException(T.Say("The path '{0}' leaves the recipe's folder.", path));

        int links = 0;
        string home = WithoutLinks(Path.GetFullPath(folder), ref links);
        string file = WithoutLinks(Path.Combine(home, relative), ref links);
        string fence = Path.EndsInDirectorySeparator(home) ? home : home + Path.DirectorySeparatorChar;
        if (!file.StartsWith(fence, StringComparison.Ordinal)) throw new RecipeException(T.Say("The path '{0}' leaves the recipe's folder.", path));
        return BoundedFile.Read(file, path, atMost);
    }

    // A colon begins a drive or a stream on Windows; no file of a recipe needs one.
    private static bool IsInside(string relative) =>
        relative.Length > 0 && !Path.IsPathRooted(relative) && relative.IndexOfAny([':', '\0']) < 0 && !relative.Split('/').Contains("..");

    /// <summary>The path with every link in it followed, those on the way to a link's target too.</summary>
    private static string WithoutLinks(string path, ref int links)
    {
        string current = Path.GetPathRoot(path)!;
        foreach (string part in path[current.Length..].Split(Path.DirectorySeparatorChar, '/'))
        {
            if (part is "" or ".") continue;
            string next = Path.Combine(current, part);
            if (Target(next) is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MaxLinks) throw new RecipeException(T.Say("The file '{0}' can't be opened.", part));
            current = WithoutLinks(Path.GetFullPath(target, current), ref links);
        }

        return current;
    }

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException(T.Say("The file '{0}' can't be opened.", Path.GetFileName(path)));
        }
    }
}
