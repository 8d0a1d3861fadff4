using Integral.Platform;
using Integral.Platform.Backup;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Security;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>Backups that are made by themselves.</summary>
public sealed class ScheduledBackupTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    private static readonly string[] Paths = ["", "school-1", "school-2", "centre"];

    // Whenever the tests run, it has just become night, in the time zone of the demo's root.
    private string AtNight => TimeZoneInfo.ConvertTimeFromUtc(begun, TimeZoneInfo.FindSystemTimeZoneById(district.Tenant("").TimeZone)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly DateTime begun = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);

    private KeptBackups Kept => district.Services.GetRequiredService<KeptBackups>();

    [Fact]
    public async Task Every_institution_gets_one_a_day_also_one_that_is_switched_off()
    {
        await new Terminal(district).DoAsync("tenants", "disable", "centre");
        var before = await RunAsync();
        Assert.Equal(before, await RunAsync());
        Assert.All(before.Values, count => Assert.True(count > 0));

        district.Clock.Pass(TimeSpan.FromHours(24));
        Assert.All(await RunAsync(), made => Assert.Equal(before[made.Key] + 1, made.Value));
        await new Terminal(district).DoAsync("tenants", "enable", "centre");
    }

    [Fact]
    public async Task By_day_only_a_few_are_made_at_a_time_who_wait_longest_first()
    {
        district.Clock.Pass(TimeSpan.FromHours(24));
        var before = await RunAsync();
        district.Clock.Pass(TimeSpan.FromHours(24) + TimeSpan.FromHours(7));
        var last = Paths.ToDictionary(p => p, p => Past(p)[0].TakenAt);
        for (var run = 1; run <= Paths.Length; run++)
        {
            var after = await RunAsync();
            var made = Paths.Where(p => after[p] > before[p]).ToList();
            Assert.Equal(run, made.Count);
            Assert.All(Paths.Except(made), p => Assert.True(last[p] >= made.Max(m => last[m]), $"{p} waits longer"));
        }
        district.Clock.Pass(TimeSpan.FromHours(17));       // the same time of day as before
    }

    [Fact]
    public async Task What_has_not_changed_is_not_stored_again_but_kept_under_both_dates()
    {
        district.Clock.Pass(TimeSpan.FromHours(24));
        await RunAsync();
        district.Clock.Pass(TimeSpan.FromHours(24));
        await RunAsync();
        district.Clock.Pass(TimeSpan.FromHours(24));
        await district.InDbAsync("school-1", db => { db.Add(new Integral.Platform.Settings.Setting { Name = $"changed {Guid.NewGuid()}", Value = "1" }); return db.SaveChangesAsync(); });
        await district.InHostAsync(host => { host.Add(new Membership { AccountId = host.Users.First(a => a.UserName == "expert@demo.local").Id, TenantId = district.Tenant("school-2").Id, Roles = ["teacher"], Reach = Reach.Here }); return host.SaveChangesAsync(); });
        await RunAsync();

        Assert.Equal([true, true], Same("centre"));
        Assert.Equal([false, true], Same("school-1"));
        Assert.Equal([false, true], Same("school-2"));       // its members changed, and no row of its own
        File.Delete(Past("centre")[1].Path);
        var newest = Past("centre")[0].Path;
        await using (var bytes = File.Open(newest, FileMode.Open))
        {
            bytes.Position = bytes.Length / 2;
            bytes.Write(new byte[100]);
        }
        district.Clock.Pass(TimeSpan.FromHours(24));
        await RunAsync();
        Assert.False(Same("centre")[0]);      // a damaged one doesn't take the place of a good one

        // Whether each of the last three is the file of the one before it.
        List<bool> Same(string path) => [.. Past(path).Take(3).Zip(Past(path).Skip(1).Take(2), (newer, older) => Inode(newer.Path) == Inode(older.Path))];
    }

    [Fact]
    public async Task One_that_was_switched_off_is_restored_switched_off()
    {
        var terminal = new Terminal(district);
        await terminal.DoAsync("tenants", "disable", "centre");
        var off = await Kept.MakeAsync(district.Tenant("centre"), BackupMade.ByHand, null, default);
        await terminal.DoAsync("tenants", "enable", "centre");
        await terminal.DoAsync("restore", "--in", off.Path, "--as", "restored-off");
        Assert.Equal(Integral.Platform.Tenancy.TenantState.Disabled, district.Tenant("restored-off").State);
        await terminal.DoAsync("tenants", "remove", "restored-off", "--yes");
    }

    [Fact]
    public async Task Nothing_is_made_in_the_demo_unless_it_is_told_to()
    {
        district.Clock.Pass(TimeSpan.FromHours(24));
        var before = Counts();
        await district.Services.GetRequiredService<ScheduledBackups>().RunAsync(default);
        Assert.Equal(before, Counts());
    }

    [Fact]
    public async Task One_that_fails_is_named_to_the_operator_and_the_others_are_made()
    {
        district.Clock.Pass(TimeSpan.FromHours(24));
        await RunAsync();
        district.Clock.Pass(TimeSpan.FromHours(24));
        var (before, folder) = (Counts(), FolderOf("school-1"));
        Directory.Move(folder, folder + ".away");
        await File.WriteAllTextAsync(folder, "in the way");
        try
        {
            await district.Services.GetRequiredService<HostJobRun>().RunAsync(Job(), default);
            var status = await district.InTenantAsync("", s => s.GetRequiredService<InstallationStatus>().JobsAsync());
            Assert.Contains(district.Tenant("school-1").Name, $"{status.Single(j => j.Trouble is not null).Trouble}", StringComparison.Ordinal);
            Assert.Contains("Не удалось сделать резервную копию", await (await district.SignInAsync("admin")).ReadAsync("/Admin/Status"), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(folder);
            Directory.Move(folder + ".away", folder);
        }
        Assert.Equal(["school-1"], Counts().Where(c => c.Value == before[c.Key]).Select(c => c.Key));
        await district.Services.GetRequiredService<HostJobRun>().RunAsync(Job(), default);
        Assert.All(Counts(), made => Assert.Equal(before[made.Key] + 1, made.Value));
    }

    [Fact]
    public async Task A_server_that_stops_leaves_no_half_file_and_the_next_run_goes_on()
    {
        district.Clock.Pass(TimeSpan.FromHours(24));
        var (before, halves) = (Counts(), Halves());
        await Job().RunAsync(new CancellationToken(canceled: true));
        Assert.Equal(before, Counts());
        Assert.Equal(halves, Halves());
        Assert.All(await RunAsync(), made => Assert.Equal(before[made.Key] + 1, made.Value));
    }

    private List<string> Halves() => Directory.Exists(Backups) ? [.. Directory.EnumerateFiles(Backups, "*.part", SearchOption.AllDirectories).Order()] : [];

    [Fact]
    public async Task A_disk_with_too_little_room_gets_none()
    {
        district.Clock.Pass(TimeSpan.FromHours(24));
        var before = Counts();
        var refused = await Assert.ThrowsAsync<RuleException>(() => Job(("LeaveFreeMB", "1000000000")).RunAsync(default));
        Assert.Contains("too little room", $"{refused.Sentence}", StringComparison.Ordinal);
        Assert.Equal(before, Counts());
    }

    [Fact]
    public async Task One_made_while_the_clock_ran_ahead_does_not_put_off_the_next()
    {
        district.Clock.Pass(TimeSpan.FromDays(1000));
        await RunAsync();
        district.Clock.Pass(TimeSpan.FromDays(-999));
        var before = Counts();
        Assert.All(await RunAsync(), made => Assert.Equal(before[made.Key] + 1, made.Value));
    }

    [Fact]
    public async Task Old_ones_go_and_those_made_by_hand_and_what_only_looks_like_one_stay()
    {
        district.Clock.Pass(TimeSpan.FromHours(24));
        var (tenant, folder) = (district.Tenant("school-2"), FolderOf("school-2"));
        var byHand = await Kept.MakeAsync(tenant, BackupMade.ByHand, null, default);
        await RunAsync();
        var scheduled = ScheduledFile.In(folder)[0];
        for (var i = 1; i <= 20; i++) File.Copy(scheduled.Path, Path.Combine(folder, ScheduledFile.NameOf(scheduled.TakenAt.AddDays(-i).AddSeconds(1))), overwrite: true);
        var (lookalike, half, young) = (Path.Combine(folder, "20200101-000000-auto.zip"), Path.Combine(folder, ".old.part"), Path.Combine(folder, ".young.part"));
        File.Copy(byHand.Path, lookalike);
        foreach (var part in new[] { half, young }) await File.WriteAllTextAsync(part, "");
        File.SetLastWriteTimeUtc(half, DateTime.UnixEpoch.AddYears(40));
        File.SetLastWriteTimeUtc(young, district.Clock.GetUtcNow().UtcDateTime.AddHours(1));

        district.Clock.Pass(TimeSpan.FromHours(24));
        await Job(("KeepDays", "3"), ("KeepWeeks", "0"), ("KeepMonths", "0")).RunAsync(default);
        Assert.Equal(4, ScheduledFile.In(folder).Count(f => f.TakenAt <= district.Clock.GetUtcNow().UtcDateTime));      // three, and the lookalike
        Assert.True(File.Exists(byHand.Path) && File.Exists(lookalike) && File.Exists(young) && !File.Exists(half));
    }

    [Fact]
    public async Task The_list_says_how_each_was_made()
    {
        district.Clock.Pass(TimeSpan.FromHours(24));
        var tenant = district.Tenant("school-1");
        await Kept.MakeAsync(tenant, BackupMade.ByHand, null, default);
        await RunAsync();
        var page = await (await district.SignInAsync("admin")).ReadAsync($"/Admin/Tenants/Backups/{tenant.Id}");
        Assert.Contains("вручную", page, StringComparison.Ordinal);
        Assert.Contains("по расписанию", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_says_that_it_was_made_before_a_removal_and_one_that_says_nothing_was_made_by_hand()
    {
        var terminal = new Terminal(district);
        await terminal.DoAsync("tenants", "create", "--recipe", "school", "--path", "goes", "--name", "Goes");
        var made = await Kept.MakeAsync(district.Tenant("goes"), BackupMade.ByHand, null, default);
        var archive = (await terminal.DoAsync("tenants", "remove", "goes", "--yes")).Split("Its archive: ")[1].Trim();
        Assert.Equal(BackupMade.BeforeRemoval, ManifestOf(archive).Made);

        Assert.Equal(BackupMade.ByHand, ManifestOf(made.Path, m => m.Replace(",\n  \"made\": \"ByHand\"", "", StringComparison.Ordinal)).Made);
    }

    [Fact]
    public void The_time_of_night_is_that_of_the_root_institution()
    {
        var now = new DateTime(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new DateTime(2026, 11, 25, 21, 0, 0, DateTimeKind.Utc), Plan(("At", "02:00")).DueSince(now, "Asia/Almaty"));      // two o'clock there
        Assert.Equal(new DateTime(2026, 11, 26, 11, 30, 0, DateTimeKind.Utc), Plan(("EveryHours", "6"), ("At", "23:30")).DueSince(now, "UTC"));
    }

    private static string Inode(string file)
    {
        using var stat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("stat", ["-c", "%i", file]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd();
    }

    private static Manifest ManifestOf(string file, Func<string, string>? change = null)
    {
        var text = System.Text.Encoding.UTF8.GetString(Forged.Of(file).Parts[0].Content);
        if (change is not null) Assert.NotEqual(text, text = change(text));
        return Manifest.Read(System.Text.Encoding.UTF8.GetBytes(text));
    }

    private string Backups => district.Services.GetRequiredService<DataFolder>().AllBackups;
    private string FolderOf(string path) => district.Services.GetRequiredService<DataFolder>().Backups(district.Tenant(path).Id);

    // Without those that another test had made while its clock ran ahead.
    private List<ScheduledFile> Past(string path) => [.. ScheduledFile.In(FolderOf(path)).Where(f => f.TakenAt <= district.Clock.GetUtcNow().UtcDateTime)];

    private async Task<Dictionary<string, int>> RunAsync()
    {
        await Job().RunAsync(default);
        return Counts();
    }

    private Dictionary<string, int> Counts() => Paths.ToDictionary(p => p, p => Kept.Of(district.Tenant(p)).Count(b => b.Made == BackupMade.BySchedule));

    private ScheduledBackups Job(params (string Name, string Value)[] settings) => ActivatorUtilities.CreateInstance<ScheduledBackups>(district.Services, Plan([("LeaveFreeMB", "0"), .. settings]));

    private BackupPlan Plan(params (string Name, string Value)[] settings)
    {
        var all = new[] { ("EveryHours", "24"), ("KeepDays", "100"), ("At", AtNight) }.Concat(settings).Select(s => KeyValuePair.Create($"Integral:Backups:{s.Item1}", (string?)s.Item2));
        return new(new ConfigurationBuilder().AddInMemoryCollection(all.Reverse().DistinctBy(s => s.Key)).Build(), district.Services.GetRequiredService<Demo>());
    }
}
