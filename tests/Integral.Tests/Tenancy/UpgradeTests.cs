using System.Net;
using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Sharing;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>A new version on the data of the one before: a hundred institutions, one of which can't be upgraded.</summary>
[Trait("Engine", "Sqlite")]
public sealed class UpgradeTests
{
    [Fact]
    public async Task Of_a_hundred_institutions_one_fails_is_named_and_comes_back_when_it_was_mended()
    {
        await using var district = new Hundred();
        await district.InitializeAsync();
        var before = ContentOf(district.FileOf(Hundred.Failing));
        var sweep = district.Services.GetRequiredService<UpgradeSweep>();
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/copy-7/"));       // its first visit
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await district.Visitor().StatusAsync($"/{Hundred.Failing}/"));
        var admin = await district.SignInAsync("admin");
        Assert.Contains("Ещё другой версии", await admin.ReadAsync("/Admin/Status"), StringComparison.Ordinal);

        await sweep.RunAsync(default);

        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/health/ready"));
        Assert.All(Hundred.Paths.Append("school-1").Except([Hundred.Failing]), path => Assert.Equal((TenantState.Running, district.Tenant("centre").Schema), (district.Tenant(path).State, district.Tenant(path).Schema)));
        Assert.Equal(0, await district.InDbAsync("copy-99", db => db.Set<SharedItem>().CountAsync()));      // its new table is there
        Assert.Equal(TenantState.NeedsAttention, district.Tenant(Hundred.Failing).State);
        Assert.Equal(before, ContentOf(district.FileOf(Hundred.Failing)));
        var page = await admin.OpenAsync("/Admin/Status");
        Assert.Contains(Hundred.Failing, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("search_documents", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ещё другой версии", page.Text, StringComparison.Ordinal);
        var closed = await district.Visitor().OpenAsync($"/{Hundred.Failing}/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.Status);
        Assert.Contains("ремонтируется", closed.Text, StringComparison.Ordinal);

        var again = await new Terminal(district).RunAsync("tenants", "enable", Hundred.Failing);
        Assert.Equal((1, TenantState.NeedsAttention), (again.Code, district.Tenant(Hundred.Failing).State));
        FormerVersion.Execute(district.FileOf(Hundred.Failing), "DROP TABLE search_documents");
        var id = district.Tenant(Hundred.Failing).Id;
        Assert.True((await admin.SubmitAsync("/Admin/Status", [], $"{id}?handler=Enable")).IsRedirect);
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync($"/{Hundred.Failing}/"));
        Assert.Contains("Всё в порядке", await admin.ReadAsync("/Admin/Status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_as_it_was_is_kept_and_one_that_is_gone_is_not_made_anew()
    {
        await using var district = new Hundred();
        await district.InitializeAsync();
        var (before, gone) = (ContentOf(district.FileOf("copy-1")), district.FileOf("copy-2"));
        File.Delete(gone);
        foreach (var path in new[] { "copy-1", "copy-2" }) await district.Visitor().StatusAsync($"/{path}/");

        Assert.Equal(before, ContentOf(FormerOf(district, "copy-1")));
        Assert.Equal((TenantState.NeedsAttention, false), (district.Tenant("copy-2").State, File.Exists(gone)));
        await new Terminal(district).DoAsync("tenants", "remove", "copy-1", "--yes");
        Assert.False(File.Exists(FormerOf(district, "copy-1")));        // with the institution goes every copy of its people's data
    }

    [Fact]
    public async Task While_the_former_version_has_a_file_open_it_is_left_alone_and_nobody_is_marked()
    {
        await using var district = new Hundred();
        await district.InitializeAsync();
        var before = ContentOf(district.FileOf("copy-3"));
        await using (var other = SqliteFile.Open(district.FileOf("copy-3")))
        {
            await using var reading = other.BeginTransaction(deferred: true);
            await using var read = other.CreateCommand();
            (read.Transaction, read.CommandText) = (reading, "SELECT count(*) FROM settings");
            await read.ExecuteScalarAsync();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await district.Visitor().StatusAsync("/copy-3/"));
            Assert.Contains("another process", (await Assert.ThrowsAsync<RuleException>(() => district.InDbAsync("copy-3", db => db.Set<SharedItem>().CountAsync()))).Sentence.ToString(), StringComparison.Ordinal);
        }
        Assert.Equal((TenantState.Running, before), (district.Tenant("copy-3").State, ContentOf(district.FileOf("copy-3"))));
        await new Terminal(district).DoAsync("tenants", "enable", "copy-3");
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/copy-3/"));
    }

    private static string FormerOf(Hundred district, string path) => Path.Combine(district.Folder, "former", Path.GetFileName(district.FileOf(path)));

    // Not its bytes: who has had it open has written so into its head.
    private static string ContentOf(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(sql, ' ') || (SELECT group_concat(MigrationId) FROM __migrations_platform) || (SELECT count(*) || max(Id) FROM audit_entries) FROM sqlite_master";
        return (string)command.ExecuteScalar()!;
    }
}

/// <summary>The process that upgrades is killed, at any moment of its sweep.</summary>
[Trait("Engine", "Sqlite"), Trait("Speed", "Slow")]
public sealed class UpgradeKillTests
{
    [Fact]
    public async Task After_kill_9_in_the_middle_each_file_is_of_one_version_or_the_other_and_the_next_start_goes_on()
    {
        await using var district = new Hundred();
        await district.InitializeAsync();
        for (var kills = 0; kills < 5; kills++)
        {
            await using var host = await HostProcess.StartAsync(district.Folder);
            var goal = Former(district) + 7;
            await Until.TrueAsync(() => Task.FromResult(Former(district) >= goal), "the sweep doesn't begin");
            await host.KillAsync();
        }
        var known = district.Services.GetRequiredService<Migrator>();
        foreach (var path in Hundred.Paths)
        {
            Assert.True(File.Exists(district.FileOf(path)));
            Assert.Equal("ok", Checked(district.FileOf(path)));
        }
        await district.Services.GetRequiredService<UpgradeSweep>().RunAsync(default);
        Assert.All(Hundred.Paths.Except([Hundred.Failing]), path => Assert.Equal(known.Stamp, district.Tenant(path).Schema));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/copy-0/"));
    }

    private static int Former(Hundred district) => Directory.Exists(Path.Combine(district.Folder, "former")) ? Directory.EnumerateFiles(Path.Combine(district.Folder, "former"), "*.db").Count() : 0;

    private static string? Checked(string file)
    {
        using var connection = SqliteFile.Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string?)command.ExecuteScalar();
    }
}
