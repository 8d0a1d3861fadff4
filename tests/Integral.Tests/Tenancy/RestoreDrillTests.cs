using Integral.Platform.Backup;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>Which backups by themselves are on, but with nothing done before a test does it.</summary>
public sealed class DrillDistrict : JobDistrict
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [.. base.Settings, new("Integral:Backups:EveryHours", "24"), new("Integral:Backups:LeaveFreeMB", "1000000000")];
}

/// <summary>Backups are restored now and then, to see whether they can be.</summary>
public sealed class RestoreDrillTests(DrillDistrict district) : IClassFixture<DrillDistrict>
{
    private RestoreDrill Drill => district.Services.GetRequiredService<RestoreDrill>();
    private TrialBook Book => district.Services.GetRequiredService<TrialBook>();
    private DataFolder Folder => district.Services.GetRequiredService<DataFolder>();

    [Fact]
    public async Task Each_month_another_ones_newest_is_restored_and_nothing_stays_of_it()
    {
        await StartAsync("school-1", "centre");
        var before = await StateAsync();
        await Drill.RunAsync(default);
        await Drill.RunAsync(default);
        var first = Assert.Single(Book.Read());
        Assert.Null(first.Trouble);
        Assert.Equal(before, await StateAsync());

        district.Clock.Pass(TimeSpan.FromDays(31));
        await Drill.RunAsync(default);
        Assert.Equal(Ids("school-1", "centre"), Book.Read().Select(n => n.TenantId).Order());
        district.Clock.Pass(TimeSpan.FromDays(31));
        await Drill.RunAsync(default);
        Assert.Equal(first.TenantId, Book.Read()[0].TenantId);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task One_that_is_damaged_is_told_of_and_tried_again_when_there_is_a_newer_one()
    {
        await StartAsync("school-1", "centre");
        var file = ScheduledFile.In(Folder.Backups(district.Tenant("centre").Id))[0].Path;
        await using (var bytes = File.OpenWrite(file)) bytes.SetLength(bytes.Length / 2);
        while (Book.Read().All(n => n.TenantId != district.Tenant("centre").Id)) await Drill.TryAsync(default);

        var failed = Book.Read()[0];
        Assert.Contains("cut off", $"{Sentences.Read(failed.Trouble!)}", StringComparison.Ordinal);
        var page = await (await district.SignInAsync("admin")).ReadAsync("/Admin/Status");
        Assert.Contains("не удалось восстановить", page, StringComparison.Ordinal);
        district.Clock.Pass(TimeSpan.FromDays(1));
        await BackUpAsync("centre");
        await Drill.RunAsync(default);
        Assert.Equal((district.Tenant("centre").Id, (string?)null), (Book.Read()[0].TenantId, Book.Read()[0].Trouble));
    }

    [Fact]
    public async Task What_comes_out_different_is_told_of_and_taken_away()
    {
        await StartAsync("school-1");
        var file = ScheduledFile.In(Folder.Backups(district.Tenant("school-1").Id))[0].Path;
        var before = await StateAsync();
        // Two rows in another order than any backup has them: each part is undamaged, but what comes out isn't what is in the file.
        Forged.Of(file).Change("rows/people.jsonl", Backwards).Write(file + ".forged");
        File.Move(file + ".forged", file, overwrite: true);
        await Drill.TryAsync(default);

        Assert.Contains("isn't what was backed up", $"{Sentences.Read(Book.Read()[0].Trouble!)}", StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task The_page_warns_until_one_was_tried_and_when_it_was_too_long_ago()
    {
        await StartAsync("school-1");
        var admin = await district.SignInAsync("admin");
        Assert.Contains("ещё не проверяли", await admin.ReadAsync("/Admin/Status"), StringComparison.Ordinal);

        var started = await admin.SubmitAsync("/Admin/Status", [], to: "handler=Try");
        Assert.True(started.IsRedirect, started.Errors);
        await Until.TrueAsync(() => Task.FromResult(Book.Read().Count == 1), "it wasn't tried");
        var page = await admin.ReadAsync("/Admin/Status");
        Assert.Contains("Восстановлена, сумма верна", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ещё не проверяли", page, StringComparison.Ordinal);

        district.Clock.Pass(TimeSpan.FromDays(41));
        admin = await district.SignInAsync("admin");
        Assert.Contains("давно не проверялись", await admin.ReadAsync("/Admin/Status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_made_while_the_clock_ran_ahead_or_one_that_can_not_be_read_puts_off_no_trial()
    {
        await StartAsync("school-1");
        district.Clock.Pass(TimeSpan.FromDays(400));
        await Drill.RunAsync(default);
        district.Clock.Pass(TimeSpan.FromDays(-400));
        await Drill.RunAsync(default);
        Assert.True(Assert.Single(Book.Read()).At <= district.Clock.GetUtcNow().UtcDateTime);

        await File.WriteAllTextAsync(Path.Combine(Folder.AllBackups, "trials.json"), "{broken");
        Assert.Empty(Book.Read());
        await Drill.RunAsync(default);
        Assert.Single(Book.Read());
    }

    private static string Backwards(string rows)
    {
        var lines = rows.TrimEnd('\n').Split('\n');
        Assert.True(lines.Length > 2);
        return string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])) + "\n";
    }

    // The server's own first run is over before there is anything to try.
    private async Task StartAsync(params string[] paths)
    {
        await Until.TrueAsync(() => district.InHostAsync(host => host.Set<JobRecord>().AnyAsync(j => j.Name == "restore-drill" && j.EndedAt != null)), "it didn't run");
        if (Directory.Exists(Folder.AllBackups)) Directory.Delete(Folder.AllBackups, recursive: true);
        foreach (var path in paths) await BackUpAsync(path);
    }

    private Task<BackedUp> BackUpAsync(string path) => district.Services.GetRequiredService<KeptBackups>().MakeAsync(district.Tenant(path), BackupMade.BySchedule, null, default);

    private IEnumerable<Guid> Ids(params string[] paths) => paths.Select(p => district.Tenant(p).Id).Order();

    private async Task<string> StateAsync()
    {
        var tenants = await district.InHostAsync(host => host.Tenants.Select(t => t.Path + t.State).Order().ToListAsync());
        var files = Directory.EnumerateFileSystemEntries(district.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(district.Folder, f))
            .Where(f => !f.StartsWith("temp", StringComparison.Ordinal) && f != "files" && !f.Contains("-wal", StringComparison.Ordinal) && !f.Contains("-shm", StringComparison.Ordinal) && !f.EndsWith("-journal", StringComparison.Ordinal) && !f.EndsWith("trials.json", StringComparison.Ordinal));
        return $"{string.Join(' ', tenants)}\n{string.Join('\n', files.Order())}";
    }
}
