using System.Diagnostics;
using System.Text;
using Integral.Platform.Backup;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>A restoration and a backup that end in the middle: by kill -9, and by a disk that takes no more.</summary>
[Trait("Engine", "Sqlite"), Trait("Speed", "Slow")]
public sealed class RestoreKillTests(District district) : IClassFixture<District>, IDisposable
{
    private static readonly DateTime LongAgo = DateTime.UnixEpoch.AddYears(40);

    private readonly Folder folder = new();

    [Fact]
    public async Task Killed_half_way_it_leaves_nothing_that_the_sweeper_does_not_take_and_can_be_done_again()
    {
        var (file, before) = (await LargeAsync(), await StateAsync());
        using (var process = Process.Start(HostProcess.Program(district.Folder, "restore", "--in", file, "--as", "killed"))!)
        {
            await Until.TrueAsync(() => district.InHostAsync(host => host.Tenants.AnyAsync(t => t.State == TenantState.Creating)), "nothing was reserved");
            await Until.TrueAsync(() => Task.FromResult(Directory.EnumerateFiles(Path.Combine(district.Folder, "temporary"), "f0000", SearchOption.AllDirectories).Any()), "nothing was unpacked");
            process.Kill();
            await process.WaitForExitAsync();
        }
        Assert.True(await district.InHostAsync(host => host.Tenants.AnyAsync(t => t.State == TenantState.Creating)));
        Assert.Null(district.Services.GetRequiredService<Catalogue>().At("killed"));

        Age();
        await district.Services.GetRequiredService<UnfinishedTenants>().SweepAsync();
        Assert.Equal(before, await StateAsync());
        await new Terminal(district).DoAsync("restore", "--in", file, "--as", "killed");
        Assert.Equal(200, Directory.EnumerateFiles(Path.Combine(district.Folder, "files", $"{district.Tenant("killed").Id}"), "f*").Count());
    }

    [Fact]
    public async Task A_trial_that_is_killed_half_way_leaves_nothing_that_the_sweeper_does_not_take()
    {
        var kept = Directory.CreateDirectory(district.Services.GetRequiredService<Integral.Platform.Data.DataFolder>().Backups(district.Tenant("centre").Id)).FullName;
        File.Copy(await LargeAsync(), Path.Combine(kept, ScheduledFile.NameOf(TimeProvider.System.GetUtcNow().UtcDateTime)));
        var before = await StateAsync();
        await using (var host = await HostProcess.StartAsync(district.Folder, ("Integral__Backups__EveryHours", "24"), ("Integral__Backups__LeaveFreeMB", "1000000000")))
        {
            var admin = new Visitor(host.Http);
            await admin.SubmitAsync("/sign-in", new() { ["Form.Login"] = "admin@demo.local", ["Form.Password"] = "Integral-2026" });
            await admin.SubmitAsync("/Admin/Status", [], to: "handler=Try");
            await Until.TrueAsync(() => Task.FromResult(Directory.EnumerateFiles(Path.Combine(district.Folder, "temporary"), "f0000", SearchOption.AllDirectories).Any()), "nothing was unpacked");
            await host.KillAsync();
        }
        Assert.True(await district.InHostAsync(host => host.Tenants.AnyAsync(t => t.State == TenantState.Creating)));

        Age();
        await district.Services.GetRequiredService<UnfinishedTenants>().SweepAsync();
        Assert.Equal(before, await StateAsync());
        Assert.Empty(district.Services.GetRequiredService<TrialBook>().Read());
        Directory.Delete(kept, recursive: true);
    }

    [Fact]
    public async Task A_full_disk_stops_a_backup_and_a_restoration_with_a_sentence_and_nothing_half_done()
    {
        var (media, small) = (Directory.CreateDirectory(Path.Combine(district.Folder, "files", $"{district.Tenant("school-1").Id}")), Directory.CreateDirectory(folder.At("small")));
        await File.WriteAllBytesAsync(Path.Combine(media.FullName, "large"), Bytes(4_000_000));
        var (file, before) = (await LargeAsync(), await StateAsync());
        var restore = await OnSmallDiskAsync(Path.Combine(district.Folder, "temporary"), "restore", "--in", file, "--as", "too-large");
        var backup = await OnSmallDiskAsync(small.FullName, "backup", "--tenant", "school-1", "--out", Path.Combine(small.FullName, "limited.zip"));

        Assert.Equal(("The disk of the server is full. Nothing half-done was kept.", 1), (restore.Error.Trim().Split('\n')[^1], restore.Code));
        Assert.Equal(("The disk of the server is full. Nothing half-done was kept.", 1), (backup.Error.Trim().Split('\n')[^1], backup.Code));
        Assert.Equal("", backup.Output.Trim());       // nothing is left on the small disk either
        Assert.Equal(before, await StateAsync());
    }

    /// <summary>The verb with a disk of 2 MB in the place of a folder, and what lies on it at the end.</summary>
    private async Task<Printed> OnSmallDiskAsync(string place, params string[] verb)
    {
        var start = HostProcess.Program(district.Folder, verb);
        var limited = new ProcessStartInfo("unshare", ["-rm", "bash", "-c", """mount -t tmpfs -o size=2m none "$0" && "$@"; code=$?; ls "$0" -I '????????????????????????????????'; exit $code""", place, start.FileName, .. start.ArgumentList])
        {
            WorkingDirectory = start.WorkingDirectory, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in start.Environment) limited.Environment[name] = value;
        using var process = Process.Start(limited)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.SkipWhen((await error).Contains("unshare", StringComparison.Ordinal), "This system lets nobody but root mount a disk.");
        return new(process.ExitCode, await output, await error);
    }

    private async Task<string> LargeAsync()
    {
        await new Terminal(district).DoAsync("backup", "--tenant", "centre", "--out", folder.At("small.zip"));
        var forged = Forged.Of(folder.At("small.zip"));
        for (var i = 0; i < 200; i++) forged.Add($"files/f{i:D4}", Bytes(200_000));
        forged.Change("rows/settings.jsonl", rows => new StringBuilder(rows).AppendJoin("", Enumerable.Range(0, 20_000).Select(i => $"[\"many-{i:D5}\",\"{{}}\"]\n")).ToString());
        forged.Write(folder.At("large.zip"));
        return folder.At("large.zip");
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }

    // As if it had happened yesterday: a process that began a few seconds ago is never called dead.
    private void Age()
    {
        var own = district.Services.GetRequiredService<Integral.Platform.Data.DataFolder>().Temporary;
        foreach (var dead in Directory.EnumerateDirectories(Path.Combine(district.Folder, "temporary")).Where(f => f != own))
            foreach (var entry in Directory.EnumerateFileSystemEntries(dead, "*", SearchOption.AllDirectories).Append(dead)) File.SetLastWriteTimeUtc(entry, LongAgo);
    }

    private async Task<string> StateAsync()
    {
        var rows = await district.InHostAsync(async host => $"{string.Join(' ', await host.Tenants.Select(t => t.Path + t.State).Order().ToListAsync())} {await host.Users.CountAsync()} {await host.Memberships.CountAsync()}");
        var files = Directory.EnumerateFileSystemEntries(district.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(district.Folder, f))
            .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal) && !f.StartsWith("temporary", StringComparison.Ordinal));
        return $"{rows}\n{string.Join('\n', files.Order())}";
    }

    public void Dispose() => folder.Dispose();
}
