using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Integral.Platform.Backup;

/// <summary>Whether two backups hold the same in every part: rows, files, members, roles, and of the manifest all but the moment.</summary>
internal static class SameContent
{
    /// <returns>By what they say of their parts; false also when one of them can't be read.</returns>
    public static bool Of(string one, string other)
    {
        try
        {
            return Told(one) is { } told && told == Told(other);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or System.Text.Json.JsonException) { return false; }
    }

    private static string? Told(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.GetEntry(EntryNames.Manifest) is not { } manifest || zip.GetEntry(EntryNames.Hashes) is not { } hashes) return null;
        using var from = manifest.Open();
        var said = JsonNode.Parse(from)!.AsObject();
        said.Remove("takenAt");
        using var lines = new StreamReader(hashes.Open());
        var parts = lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => HashLine.Of(l).Name != EntryNames.Manifest).Order(StringComparer.Ordinal);
        return $"{said.ToJsonString()}\n{string.Join('\n', parts)}";
    }
}
