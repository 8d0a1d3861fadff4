using Integral.Content.Data;
using Integral.Content.Recipes;
using Integral.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace Integral.Content.Media;

/// <summary>Takes files that people send into the media folder, by month, each under a name that nobody has there.</summary>
internal sealed class MediaDesk(Db db, NewFiles files, TimeProvider clock)
{
    private const int LongestName = 60, LongestEnding = 8, MostOfOneName = 50;

    /// <exception cref="RuleException">It is too large, or empty.</exception>
    public async Task<MediaFile> AddAsync(IFormFile sent, CancellationToken cancel)
    {
        Rule.Require(sent.Length > 0, T.Say("The file '{0}' is empty.", sent.FileName));
        await using var batch = files.Begin();
        await using var stream = sent.OpenReadStream();
        var file = await batch.AddAsync(stream, MediaStep.Largest, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.WriteAsync(async () =>
        {
            var made = new MediaFile
            {
                Path = await FreeAsync($"{now:yyyy}/{now:MM}/{NameOf(sent.FileName)}", EndingOf(sent.FileName)), StoredName = file.StoredName,
                MediaType = MediaKind.Of(file.Start), Length = file.Length, Hash = file.Hash, ModifiedAt = now,
            };
            db.Add(made);
            await db.SaveChangesAsync(cancel);
            batch.Place();
            return made;
        }, cancel);
        batch.Done();
        return row;
    }

    private async Task<string> FreeAsync(string name, string ending)
    {
        string[] wanted = [$"{name}{ending}", .. Enumerable.Range(2, MostOfOneName).Select(n => $"{name}-{n}{ending}"), $"{name}-{Guid.CreateVersion7():N}{ending}"];
        var taken = await db.MediaFiles.Where(f => wanted.Contains(f.Path)).Select(f => f.Path).ToHashSetAsync();
        return wanted.First(p => !taken.Contains(p));
    }

    // Whoever names a file on his own computer doesn't think of addresses.
    private static string NameOf(string fileName) => Transliteration.Slug(Path.GetFileNameWithoutExtension(fileName), LongestName) is { Length: > 0 } slug ? slug : "file";

    private static string EndingOf(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is { Length: > 1 and <= LongestEnding } ending && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "";
}
