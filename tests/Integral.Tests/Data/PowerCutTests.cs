using System.Collections.Concurrent;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace Integral.Tests.Data;

/// <summary>
/// The power may go at any moment: then the disk holds what had been written before the last flush that ended began, and perhaps more.
/// Each flush's log is copied as it stood when the flush began, and must hold every save that had been answered when the next one ended.
/// </summary>
[Trait("Engine", "Sqlite"), Trait("Speed", "Slow")]
public sealed class PowerCutTests(District district) : IClassFixture<District>
{
    // Few enough for the log not to be carried over into the file meanwhile, at a dozen pages a save and a thousand a log: then the log alone is what changes.
    private const int Writers = 8, Each = 5;

    private readonly ConcurrentDictionary<int, byte[]> disks = new();
    private readonly ConcurrentBag<(Guid Person, int Disk)> answered = [];
    private byte[] begun = [];
    private volatile int now;

    [Fact]
    public async Task After_a_power_cut_every_answered_save_is_there()
    {
        var file = Path.Combine(district.Folder, "tenants", $"{district.Tenant("school-1").Id}.db");
        await SaveAsync();      // the log is there from now on
        answered.Clear();
        var before = Read(file);
        try
        {
            WalFlush.Flushing = wal => { if (wal.StartsWith(file, StringComparison.Ordinal)) begun = Read(wal); };
            WalFlush.Flushed = wal => { if (wal.StartsWith(file, StringComparison.Ordinal)) disks[now + 1] = begun; if (wal.StartsWith(file, StringComparison.Ordinal)) now++; };
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () => { for (var i = 0; i < Each; i++) await SaveAsync(); })));
        }
        finally { (WalFlush.Flushing, WalFlush.Flushed) = (null, null); }

        Assert.True(before.AsSpan().SequenceEqual(Read(file)), "The log was carried over into the file meanwhile: a save writes more pages than this test reckons with.");
        Assert.Equal(Writers * Each, answered.Count);
        Assert.InRange(disks.Count, 2, Writers * Each);       // several saves shared a flush, or each had its own
        Assert.All(disks, disk => Assert.Empty(answered.Where(a => a.Disk == disk.Key).Select(a => a.Person).Except(PeopleAfterACut(file, disk.Value))));
    }

    private async Task SaveAsync()
    {
        var person = new Person(new PersonName("Сохранённая", "Анна", null), "ru");
        await district.InDbAsync("school-1", async db =>
        {
            db.Add(person);
            return await db.SaveChangesAsync();
        });
        answered.Add((person.Id, now));
    }

    /// <summary>The file with this log beside it, as SQLite finds them after the power is back.</summary>
    private HashSet<Guid> PeopleAfterACut(string file, byte[] wal)
    {
        var copy = Path.Combine(district.Folder, $"cut-{Guid.NewGuid():N}.db");
        File.WriteAllBytes(copy, Read(file));
        File.WriteAllBytes(copy + "-wal", wal);
        using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM people";
        using var reader = command.ExecuteReader();
        var people = new HashSet<Guid>();
        while (reader.Read()) people.Add(reader.GetGuid(0));
        return people;
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
