using Integral.Platform.Data;

namespace Integral.Platform.Backup;

/// <summary>What came of the last trial of a tenant's backup.</summary>
/// <param name="File">Its name.</param>
/// <param name="Trouble">Kept as a sentence; null if all went well.</param>
internal sealed record TrialNote(Guid TenantId, string File, long Bytes, DateTime At, TimeSpan Took, string? Trouble);

/// <summary>The last trial of each tenant, in a file beside the backups: what one node has tried, all know.</summary>
internal sealed class TrialBook(DataFolder folder)
{
    private const int Remembered = 1000;

    private string Place => Path.Combine(folder.AllBackups, "trials.json");

    /// <summary>The newest first. One that can't be read is begun anew: it can be made again by trying.</summary>
    public IReadOnlyList<TrialNote> Read()
    {
        try
        {
            return File.Exists(Place) ? Json.Read<List<TrialNote>>(File.ReadAllText(Place)) ?? [] : [];
        }
        catch (Exception broken) when (broken is System.Text.Json.JsonException or IOException) { return []; }
    }

    public void Note(TrialNote note)
    {
        var all = Read().Where(n => n.TenantId != note.TenantId).Prepend(note).Take(Remembered).ToList();
        Directory.CreateDirectory(folder.AllBackups);
        var unfinished = Path.Combine(folder.Temporary, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(unfinished, Json.Write(all));
        Disk.Flush(unfinished);
        File.Move(unfinished, Place, overwrite: true);
    }
}
