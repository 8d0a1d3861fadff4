using Integral.Content.Data;
using Integral.Content.FileTexts;
using Integral.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace Integral.Content.Media;

/// <param name="WasThere">The same content was there already, so nothing was added.</param>
internal sealed record AddedMedia(MediaFile File, bool WasThere);

/// <summary>Takes files that people send into the media folder, each under a name that nobody has there.</summary>
internal sealed class MediaDesk(Db db, NewFiles files, TenantFiles stored, MediaIntake intake, MediaFolders folders, MediaRights rights, MediaLimits limits, ReadingAlarm reading, ItemsOfFiles items, TimeProvider clock)
{
    private const int LongestSlug = 60, LongestEnding = 8, MostOfOneName = 50, MostSizes = 6;

    /// <exception cref="RuleException">It is too large, or empty.</exception>
    public async Task<MediaFile> AddAsync(IFormFile sent, CancellationToken cancel)
    {
        await using var content = sent.OpenReadStream();
        return (await AddAsync(new SentMedia(sent.FileName, content, sent.Length), cancel)).File;
    }

    /// <exception cref="RuleException">It is too large, or empty, or the institution has no room left.</exception>
    /// <exception cref="NotAllowedException">They don't write here.</exception>
    public async Task<AddedMedia> AddAsync(SentMedia sent, CancellationToken cancel)
    {
        if (!rights.MayAdd) throw new NotAllowedException();
        var now = clock.GetUtcNow().UtcDateTime;
        var folder = sent.Folder is { } said ? MediaPath.CheckedFolder(said) : $"{now:yyyy}/{now:MM}";
        await using var batch = files.Begin();
        var taken = await intake.TakeAsync(batch, sent, cancel);
        var hash = taken.File.Hash;
        if (await db.MediaFiles.Include(f => f.Sizes).FirstOrDefaultAsync(f => f.Hash == hash && f.DeletedAt == null, cancel) is { } known) return new(known, WasThere: true);

        await reading.SetAsync(taken.MediaType);
        var row = await db.WriteAsync(async () =>
        {
            await RoomAsync(taken.File.Length);
            await folders.EnsureAsync(folder);
            var made = new MediaFile
            {
                Path = await FreeAsync(MediaPath.In(folder, SlugOf(sent.Name)), MediaKind.EndingOf(taken.MediaType) ?? EndingOf(sent.Name)), Name = Called(sent.Name), Owner = rights.Owner,
                StoredName = taken.File.StoredName, MediaType = taken.MediaType, Length = taken.File.Length, Hash = hash, ModifiedAt = now, Width = taken.Points?.Width, Height = taken.Points?.Height,
            };
            db.Add(made);
            await db.SaveChangesAsync(cancel);
            batch.Place();
            return made;
        }, cancel);
        batch.Done();
        await reading.RingAsync(taken.MediaType);
        return new(row, WasThere: false);
    }

    /// <summary>Other content under the same address. A picture stays a picture: pages show it.</summary>
    /// <exception cref="RuleException">It is too large, or empty, or no picture where one was.</exception>
    public async Task<MediaFile> ReplaceAsync(Guid id, SentMedia sent, CancellationToken cancel)
    {
        var file = await OwnAsync(id);
        await using var batch = files.Begin();
        var taken = await intake.TakeAsync(batch, sent, cancel);
        Rule.Require(!file.IsPicture || taken.MediaType == file.MediaType, T.Say("Only a picture of the same kind can take the place of this one: its address says '{0}'.", MediaPath.NameOf(file.Path)));
        await reading.SetAsync(taken.MediaType);
        List<string> gone = [file.StoredName, .. file.Sizes.Select(s => s.StoredName)];
        await db.WriteAsync(async () =>
        {
            await RoomAsync(taken.File.Length - file.Length);
            (file.StoredName, file.MediaType, file.Length, file.Hash, file.ModifiedAt) = (taken.File.StoredName, taken.MediaType, taken.File.Length, taken.File.Hash, clock.GetUtcNow().UtcDateTime);
            (file.Width, file.Height) = (taken.Points?.Width, taken.Points?.Height);
            file.Sizes.Clear();
            file.Changed();
            await db.SaveChangesAsync(cancel);
            await items.FollowAsync([file.Id]);        // by words that it has no more it isn't found
            batch.Place();
        }, cancel);
        batch.Done();
        await reading.RingAsync(taken.MediaType);
        foreach (var name in gone) File.Delete(stored.PathOf(name));
        return file;
    }

    /// <summary>A smaller picture of the same, made by whoever sent the file.</summary>
    /// <exception cref="RuleException">It isn't one.</exception>
    public async Task<MediaFile> AddSizeAsync(Guid id, SentMedia sent, CancellationToken cancel)
    {
        var file = await OwnAsync(id);
        Rule.Require(file.Width is not null, "Only a picture has sizes.");
        await using var batch = files.Begin();
        var taken = await intake.TakeAsync(batch, sent, cancel);
        Rule.Require(taken.Points is { } p && p.Width < file.Width && p.Height <= file.Height, "This isn't a smaller picture of the file.");
        var points = taken.Points!.Value;
        Rule.Require(IsSameShape(points, file), "This isn't a smaller picture of the file.");
        var former = file.Sizes.Find(s => s.Width == points.Width);
        Rule.Require(former is not null || file.Sizes.Count < MostSizes, T.Say("A picture has at most {0} sizes.", MostSizes));
        await db.WriteAsync(async () =>
        {
            await RoomAsync(taken.File.Length);
            if (former is not null) file.Sizes.Remove(former);
            file.Sizes.Add(new() { Width = points.Width, Height = points.Height, MediaType = taken.MediaType, StoredName = taken.File.StoredName, Length = taken.File.Length, Hash = taken.File.Hash });
            file.Changed();
            await db.SaveChangesAsync(cancel);
            batch.Place();
        }, cancel);
        batch.Done();
        if (former is not null) File.Delete(stored.PathOf(former.StoredName));
        return file;
    }

    // Rounded to whole points, the proportions differ by a little.
    private static bool IsSameShape(PicturePoints points, MediaFile of) => Math.Abs(points.Height - (double)of.Height! * points.Width / (double)of.Width!) <= 2;

    private async Task<MediaFile> OwnAsync(Guid id)
    {
        var file = await db.MediaFiles.Include(f => f.Sizes).SingleOr404Async(f => f.Id == id);
        if (!rights.MayChange(file)) throw new NotAllowedException();
        Rule.Require(file.DeletedAt is null, "This is in the bin. Restore it first.");
        return file;
    }

    private async Task RoomAsync(long more)
    {
        var taken = await db.MediaFiles.SumAsync(f => f.Length) + await db.PictureSizes.SumAsync(s => s.Length);
        Rule.Require(taken + more <= limits.Quota, T.Say("The files of this institution may take {0} MB together, and that is full. Empty the bin or ask whoever runs the server.", limits.Quota >> 20));
    }

    private async Task<string> FreeAsync(string name, string ending)
    {
        string[] wanted = [$"{name}{ending}", .. Enumerable.Range(2, MostOfOneName).Select(n => $"{name}-{n}{ending}"), $"{name}-{Guid.CreateVersion7():N}{ending}"];
        var former = db.FormerMediaPaths.Where(f => wanted.Contains(f.Path)).Select(f => f.Path);
        var taken = await db.MediaFiles.Where(f => wanted.Contains(f.Path)).Select(f => f.Path).Concat(former).ToHashSetAsync();
        return wanted.First(p => !taken.Contains(p));
    }

    // Whoever names a file on his own computer doesn't think of addresses.
    private static string SlugOf(string fileName) => Transliteration.Slug(Path.GetFileNameWithoutExtension(fileName), LongestSlug) is { Length: > 0 } slug ? slug : "file";

    private static string EndingOf(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is { Length: > 1 and <= LongestEnding } ending && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "";

    private static string Called(string fileName)
    {
        var name = new string([.. MediaPath.NameOf(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]).Trim();
        return name.Length <= MediaFile.LongestName ? name : name[..MediaFile.LongestName];
    }
}
