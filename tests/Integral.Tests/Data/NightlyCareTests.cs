using System.Net;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Settings;
using Integral.Tests.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integral.Tests.Data;

/// <summary>Whose nights come when a test says so.</summary>
public sealed class CareDistrict : JobDistrict
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [.. base.Settings, new("Integral:Backups:LeaveFreeMB", "0")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.RemoveAll<IHostJob>());
    }

    internal string FileOf(string tenant) => Path.Combine(Folder, "tenants", $"{Tenant(tenant).Id}.db");
    internal NightlyCare Care => Services.GetRequiredService<NightlyCare>();

    internal Task<bool> FillAsync(string tenant, int megabytes) => InDbAsync(tenant, async db =>
    {
        // Messages that were put aside: nothing looks at them, and no trail tells of them.
        db.AddRange(Enumerable.Range(0, megabytes * 10).Select(i => new OutboxMessage { Kind = "much", Payload = new('x', 100_000), CreatedAt = DateTime.UnixEpoch, ReceiverId = db.Tenant.Id, Number = i, IsDead = true }));
        await db.SaveChangesAsync();
        return true;
    });

    internal Task<int> EmptyAsync(string tenant) => InDbAsync(tenant, async db =>
    {
        var gone = 0;
        await db.WriteAsync(async () => gone = await db.Set<OutboxMessage>().Where(m => m.Kind == "much").ExecuteDeleteAsync());
        return gone;
    });
}

/// <summary>SQLite's files are looked after at night.</summary>
[Trait("Engine", "Sqlite")]
public sealed class NightlyCareTests(CareDistrict district) : IClassFixture<CareDistrict>
{
    [Fact]
    public async Task A_file_of_which_most_was_deleted_shrinks_and_what_is_left_is_all_there()
    {
        await district.FillAsync("school-1", 24);
        var before = await district.InDbAsync("school-1", db => db.Set<Setting>().Select(s => s.Name + s.Value).OrderBy(x => x).ToListAsync());
        await district.EmptyAsync("school-1");
        await district.Care.RunAsync(default);

        Assert.InRange(new FileInfo(district.FileOf("school-1")).Length, 1, 8 << 20);        // the tables of all modules take half of it; 24 were thrown away
        Assert.InRange(Log("school-1"), 0, FileCare.LargeLog);
        Assert.Equal(before, await district.InDbAsync("school-1", db => db.Set<Setting>().Select(s => s.Name + s.Value).OrderBy(x => x).ToListAsync()));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/school-1/"));
    }

    [Fact]
    public async Task Who_reads_meanwhile_goes_on_reading_the_same_and_who_writes_is_only_kept_waiting()
    {
        await district.FillAsync("school-2", 24);
        await using var reader = SqliteFile.Open(district.FileOf("school-2"));
        var reading = reader.BeginTransaction(deferred: true);
        Assert.Equal(240, Count(reader, reading));
        await district.EmptyAsync("school-2");

        var care = Task.Run(() => district.Care.RunAsync(default));
        var writes = 0;
        for (; !care.IsCompleted || writes < 5; writes++)
        {
            await district.InDbAsync("school-2", db => { db.Add(new Setting { Name = $"meanwhile {Guid.NewGuid()}", Value = "1" }); return db.SaveChangesAsync(); });
            Assert.Equal(240, Count(reader, reading));
            Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/school-2/"));
        }
        await care;
        Assert.Equal(240, Count(reader, reading));
        await reading.DisposeAsync();

        await district.Care.RunAsync(default);      // its log couldn't go before
        Assert.InRange(new FileInfo(district.FileOf("school-2")).Length + Log("school-2"), 1, 8 << 20);
        Assert.Equal(writes, await district.InDbAsync("school-2", db => db.Set<Setting>().CountAsync(s => s.Name.StartsWith("meanwhile"))));
    }

    [Fact]
    public async Task Each_file_is_read_within_a_week_and_a_damaged_one_is_named_with_what_to_do()
    {
        await district.FillAsync("centre", 2);
        var file = district.FileOf("centre");
        await district.Services.GetRequiredService<SqliteFiles>().CloseAsync(file);
        var good = await File.ReadAllBytesAsync(file);
        await using (var bytes = File.OpenWrite(file))
        {
            bytes.Position = bytes.Length / 2 / 4096 * 4096;        // pages in the middle; the first ones say that it is a database
            bytes.Write(Enumerable.Repeat((byte)0xAA, 200_000).ToArray());
        }
        for (var night = 0; night < NightlyCare.Nights; night++)
        {
            await district.Care.RunAsync(default);
            district.Clock.Pass(TimeSpan.FromDays(1));
        }

        var read = district.Services.GetRequiredService<FileHealth>().Read()!;
        Assert.Equal((6, 6), (read.Files, read.Checked));        // the host's, the jobs' and four institutions'
        Assert.Equal(district.Tenant("centre").Id, Assert.Single(read.Damaged).Tenant!.Id);
        var page = await (await district.SignInAsync("admin")).OpenAsync("/Admin/Status");
        Assert.Contains("Повреждён 1 файл", page.Text, StringComparison.Ordinal);
        Assert.Contains(district.Tenant("centre").Name, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("последнюю исправную резервную копию", page.Text, StringComparison.Ordinal);

        await district.Services.GetRequiredService<SqliteFiles>().CloseAsync(file);
        foreach (var log in new[] { "-wal", "-shm" }) File.Delete(file + log);
        await File.WriteAllBytesAsync(file, good);
        await district.Care.RunAsync(default);
        Assert.Empty(district.Services.GetRequiredService<FileHealth>().Read()!.Damaged);
    }

    [Fact]
    public async Task A_log_that_grew_while_somebody_read_is_cut_and_a_former_file_goes_after_a_week()
    {
        await using (var reader = SqliteFile.Open(district.FileOf("")))
        {
            await using var reading = reader.BeginTransaction(deferred: true);
            Count(reader, reading);
            await district.FillAsync("", 6);
        }
        Assert.True(Log("") > FileCare.LargeLog);
        var former = Directory.CreateDirectory(Path.Combine(district.Folder, "former")).FullName;
        var (old, young) = (Path.Combine(former, "old.db"), Path.Combine(former, "young.db"));
        foreach (var file in new[] { old, young }) await File.WriteAllTextAsync(file, "");
        File.SetLastWriteTimeUtc(old, district.Clock.GetUtcNow().UtcDateTime.AddDays(-8));
        File.SetLastWriteTimeUtc(young, district.Clock.GetUtcNow().UtcDateTime.AddDays(-6));
        await district.Care.RunAsync(default);

        Assert.Equal(0, Log(""));
        Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
    }

    private long Log(string tenant) => new FileInfo(district.FileOf(tenant) + "-wal") is { Exists: true } log ? log.Length : 0;

    private static long Count(SqliteConnection connection, SqliteTransaction within)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (within, "SELECT count(*) FROM outbox_messages WHERE Kind = 'much'");
        return (long)command.ExecuteScalar()!;
    }
}
