using Integral.Content.Data;
using Integral.Content.FileTexts;
using Integral.Platform.Files;
using Integral.Platform.Jobs;

namespace Integral.Content.Media;

/// <summary>What is said anew of a file; what is null stays.</summary>
internal sealed record MediaChange
{
    public string? Name { get; init; }
    public string? Path { get; init; }
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>The version that was looked at; null where that doesn't matter.</summary>
    public int? Version { get; init; }
}

/// <summary>Files that are there: describing, moving, throwing away and taking back.</summary>
internal sealed class MediaShelf(Db db, MediaFolders folders, MediaUses uses, MediaRights rights, TenantFiles stored, ItemsOfFiles items, Alarm alarm, Current current, TimeProvider clock)
{
    /// <summary>How long the bin keeps a file.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int AtOnce = 100;

    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<MediaFile> FindAsync(Guid id) => db.MediaFiles.Include(f => f.Sizes).SingleOr404Async(f => f.Id == id);

    /// <exception cref="RuleException">There is a file of that path, or the bin has it.</exception>
    public async Task<MediaFile> ChangeAsync(Guid id, MediaChange wanted)
    {
        var file = await OwnAsync(id, wanted.Version);
        Rule.Require(file.DeletedAt is null, "This is in the bin. Restore it first.");
        if (wanted.Name?.Trim() is { } name)
        {
            Rule.Require(name.Length is > 0 and <= MediaFile.LongestName && !name.Any(char.IsControl), T.Say("A name has from 1 to {0} characters.", MediaFile.LongestName), "Name");
            file.Name = name;
        }
        if (wanted.Texts is { } texts) file.Describe(Known(texts));
        await db.WriteAsync(async () =>
        {
            if (wanted.Path is { } path) await MoveAsync(file, MediaPath.Checked(path.Trim(), "Path"));
            file.Changed();
            await db.SaveChangesAsync();
            await items.FollowAsync([file.Id]);
        });
        return file;
    }

    /// <summary>Into the bin: nobody can read it, and it can be taken back for thirty days.</summary>
    /// <exception cref="RuleException">Something that visitors read shows it.</exception>
    public async Task DeleteAsync(Guid id, int? version = null)
    {
        var file = await OwnAsync(id, version);
        var shown = await uses.OfAsync(file);
        Rule.Require(shown.Seen == 0, T.Say("Visitors see it on these pages: {0}. Take it out there first.", string.Join(", ", shown.First.Where(u => u.IsSeen).Select(u => u.Title))));
        var now = clock.GetUtcNow().UtcDateTime;
        file.Delete(now);
        await alarm.SetAsync(current.Tenant.Id, MediaBin.Alarm, now + Kept);
        await db.WriteAsync(() => db.SaveChangesAsync());
    }

    public async Task<MediaFile> RestoreAsync(Guid id, int? version = null)
    {
        var file = await OwnAsync(id, version);
        file.Restore();
        await db.WriteAsync(async () =>
        {
            await db.SaveChangesAsync();
            await items.FollowAsync([file.Id]);
        });
        return file;
    }

    /// <summary>What has lain in the bin for long enough goes for good.</summary>
    /// <returns>How many files.</returns>
    public async Task<int> EmptyAsync(CancellationToken cancel)
    {
        var (before, count) = (clock.GetUtcNow().UtcDateTime - Kept, 0);
        while (await db.MediaFiles.Include(f => f.Sizes).Where(f => f.DeletedAt <= before).OrderBy(f => f.DeletedAt).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } old)
        {
            List<string> names = [.. old.Select(f => f.StoredName), .. old.SelectMany(f => f.Sizes).Select(s => s.StoredName)];
            db.RemoveRange(old);
            await db.WriteAsync(() => db.SaveChangesAsync(cancel), cancel);
            foreach (var name in names) File.Delete(stored.PathOf(name));
            count += old.Count;
        }
        return count;
    }

    private async Task<MediaFile> OwnAsync(Guid id, int? version)
    {
        var file = await FindAsync(id);
        if (!rights.MayChange(file)) throw new NotAllowedException();
        if (version is not null && version != file.Version) throw new DbUpdateConcurrencyException("Another version was looked at.");
        return file;
    }

    private async Task MoveAsync(MediaFile file, string path)
    {
        if (path == file.Path) return;
        Rule.Require(MediaPath.EndingOf(path) == MediaPath.EndingOf(file.Path), T.Say("The end of the name stays '{0}': it says what the file is.", MediaPath.EndingOf(file.Path)), "Path");
        var id = file.Id;
        var isTaken = await db.MediaFiles.AnyAsync(f => f.Path == path) || await db.FormerMediaPaths.AnyAsync(f => f.Path == path && f.FileId != id);
        Rule.Require(!isTaken, "There is a file of this name already.", "Path");
        await folders.EnsureAsync(MediaPath.FolderOf(path));
        await folders.MoveAsync([file], _ => path);
    }

    private static Dictionary<string, string> Known(IReadOnlyDictionary<string, string> texts)
    {
        var other = texts.Keys.FirstOrDefault(k => !Texts.Cultures.Contains(k));
        Rule.Require(other is null, T.Say("There is no language '{0}' here. There are: {1}.", $"{other}", string.Join(", ", Texts.Cultures)), "Texts");
        return new(texts);
    }
}
