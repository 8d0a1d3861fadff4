namespace Integral.Platform.Data;

/// <summary>What is known of one file of the data folder.</summary>
/// <param name="File">Its name: <c>host.db</c>, or an institution's id with <c>.db</c>.</param>
/// <param name="TendedAt">When it was last looked after; long ago for never.</param>
/// <param name="CheckedAt">When it was last read from end to end.</param>
/// <param name="Trouble">What was found then, in the engine's words; null if nothing.</param>
internal sealed record CareNote(string File, DateTime TendedAt, DateTime CheckedAt, string? Trouble);

/// <summary>Notes of the nightly care, in a file of their own: where a damaged database is told of must not be in it.</summary>
internal sealed class CareBook(DataFolder folder)
{
    private string Place => Path.Combine(folder.Root, "care.json");

    /// <summary>One that can't be read is begun anew: it can be made again by looking.</summary>
    public IReadOnlyDictionary<string, CareNote> Read()
    {
        try
        {
            return File.Exists(Place) ? (Json.Read<List<CareNote>>(File.ReadAllText(Place)) ?? []).DistinctBy(n => n.File).ToDictionary(n => n.File) : [];
        }
        catch (Exception broken) when (broken is System.Text.Json.JsonException or IOException) { return new Dictionary<string, CareNote>(); }
    }

    public void Write(IEnumerable<CareNote> notes)
    {
        var unfinished = Path.Combine(folder.Temporary, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(unfinished, Json.Write(notes.ToList()));
        Disk.Flush(unfinished);
        File.Move(unfinished, Place, overwrite: true);
    }
}
