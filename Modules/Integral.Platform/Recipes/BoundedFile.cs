using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>A whole file, but never more of it than fits, whatever its length was when asked.</summary>
internal static class BoundedFile
{
    public static byte[] Read(string path, string name, int maxBytes)
    {
        try
        {
            using var file = File.OpenRead(path);
            return ReadAll(file, name, maxBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecipeException(T.Say("There is no file '{0}'.", name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RecipeException(T.Say("The file '{0}' can't be opened.", name));
        }
    }

    private static byte[] ReadAll(FileStream file, string name, int maxBytes)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = file.Read(buffer)) > 0; content.Write(buffer, 0, read))
        {
            if (content.Length + read > maxBytes) throw new RecipeException(T.Say("The file {0} is longer than {1} MB.", name, maxBytes >> 20));
        }

        return content.ToArray();
    }
}
