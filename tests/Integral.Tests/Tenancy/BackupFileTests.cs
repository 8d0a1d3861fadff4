using System.IO.Compression;
using System.Text;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>Files that can't be restored: each is told by a sentence of its own, and nothing of it stays.</summary>
public sealed class BackupFileTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task What_is_no_backup_is_told_from_one_that_is_cut_off()
    {
        var whole = await File.ReadAllBytesAsync(await BackUpAsync());
        folder.Write("empty.zip", "");
        folder.Write("text.zip", "This is not a zip file at all.");
        using (var zip = ZipFile.Open(folder.At("other.zip"), ZipArchiveMode.Create)) zip.CreateEntry("readme.txt");
        await File.WriteAllBytesAsync(folder.At("half.zip"), whole[..(whole.Length / 2)]);
        await File.WriteAllBytesAsync(folder.At("last.zip"), whole[..^1]);

        await RefusedAsync("There is no file", folder.At("missing.zip"));
        foreach (var file in new[] { "empty.zip", "text.zip", "other.zip" }) await RefusedAsync("This file isn't a backup of an institution.", folder.At(file));
        foreach (var file in new[] { "half.zip", "last.zip" }) await RefusedAsync("The backup is cut off", folder.At(file));
    }

    [Fact]
    public async Task A_changed_byte_is_damage_or_changes_nothing_of_what_is_restored()
    {
        var file = await BackUpAsync();
        var (whole, refused, hash) = (await File.ReadAllBytesAsync(file), 0, BackupTests.Hash(await terminal.DoAsync("restore", "--in", file, "--as", "unchanged")));
        for (var at = 100; at < whole.Length - 100; at += Math.Max(1, whole.Length / 40))
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x55;
            await File.WriteAllBytesAsync(folder.At("changed.zip"), changed);
            var printed = await terminal.RunAsync("restore", "--in", folder.At("changed.zip"), "--as", $"changed-{at}");
            if (printed.Code == 0) Assert.Equal(hash, BackupTests.Hash(printed.Output));       // when a part was written, say
            else Assert.Contains("The backup", printed.Error);
            refused += printed.Code;
        }
        Assert.InRange(refused, 30, 50);
    }

    [Fact]
    public async Task Rows_that_were_changed_without_their_hash_are_damage() =>
        await RefusedAsync("The backup is damaged at 'rows/settings.jsonl'", await ForgedAsync(f => f.Change("rows/settings.jsonl", rows => rows.Replace('a', 'b')), isHashed: false));

    [Theory]
    [InlineData("files/../../evil"), InlineData("files//etc/passwd"), InlineData("files/C:/evil"), InlineData("files/..\\evil"), InlineData("/etc/passwd"), InlineData("rows/../../evil.jsonl")]
    [InlineData("rows/..\\evil.jsonl"), InlineData("files/.hidden"), InlineData("files/"), InlineData("evil.sh"), InlineData("host/../manifest.json"), InlineData("FILES/x")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name) =>
        await RefusedAsync($"The backup holds '{name}', which doesn't belong in one.", await ForgedAsync(f => f.Add(name, "x"u8.ToArray())));

    [Fact]
    public async Task A_part_that_is_there_twice_or_missing_is_refused()
    {
        await RefusedAsync("The backup holds 'files/a' twice.", await ForgedAsync(f => f.Add("files/a", [1]).Add("files/a", [2])));
        await RefusedAsync("The backup is damaged", await ForgedAsync(f => f.Without(n => n == "host/roles.jsonl"), isHashed: false));
        await RefusedAsync("The backup is damaged at 'hashes.txt'", await ForgedAsync(f => f.Without(n => n == "hashes.txt"), isHashed: false));
    }

    [Fact]
    public async Task An_archive_bomb_is_refused_before_it_is_unpacked() =>
        await RefusedAsync("Unpacked, this backup would be more than 200 times as large", await ForgedAsync(f => f.Add("files/zeros", new byte[400 << 20])));

    [Fact]
    public async Task A_part_that_lies_about_its_length_is_damage()
    {
        var file = await ForgedAsync(f => f.Add("files/liar", Encoding.UTF8.GetBytes(new string('x', 100_000))));
        var bytes = await File.ReadAllBytesAsync(file);
        var name = bytes.AsSpan().LastIndexOf("files/liar"u8);      // in the list of parts: its length stands 22 bytes before its name
        BitConverter.TryWriteBytes(bytes.AsSpan(name - 22), 10u);
        await File.WriteAllBytesAsync(folder.At("lying.zip"), bytes);
        await RefusedAsync("The backup is damaged at 'files/liar'", folder.At("lying.zip"));
    }

    [Fact]
    public async Task A_newer_one_is_refused_with_what_is_new_in_it()
    {
        await RefusedAsync("its format is 2, and this version knows formats up to 1", await ForgedAsync(f => f.Change("manifest.json", m => m.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal))));
        await RefusedAsync("has 'AddTeapots' in its tables of People", await ForgedAsync(f => f
            .Change("manifest.json", m => m.Replace("\"People\": [", "\"People\": [ \"Initial\", \"AddTeapots\", ", StringComparison.Ordinal)).Add("rows/teapots.jsonl", [.. "{\"Id\":\"Guid\"}\n"u8])));
    }

    [Fact]
    public async Task One_of_a_version_without_some_tables_is_upgraded()
    {
        var people = await district.InDbAsync("school-1", db => db.Set<Integral.People.Contracts.Person>().IgnoreQueryFilters().CountAsync());
        var file = await ForgedAsync(f => f.Change("manifest.json", WithoutContent).Without(n => n.StartsWith("rows/content_", StringComparison.Ordinal)), tenant: "school-1");
        await terminal.DoAsync("restore", "--in", file, "--as", "former");

        Assert.NotEqual(0, people);
        Assert.Equal(people, await district.InDbAsync("former", db => db.Set<Integral.People.Contracts.Person>().IgnoreQueryFilters().CountAsync()));
        Assert.Equal(System.Net.HttpStatusCode.OK, await district.Visitor().StatusAsync("/former/news"));
    }

    [Fact]
    public async Task Rows_of_a_version_that_had_other_tables_are_refused()
    {
        var file = await ForgedAsync(f => f.Change("manifest.json", WithoutContent), tenant: "school-1");
        await RefusedAsync("don't fit together", file);
    }

    [Theory]
    [InlineData("settings", "{\"Name\":\"Text\",\"Value\":\"Text\"}\n[\"a\",null]\n")]
    [InlineData("settings", "{\"Name\":\"Text\",\"Value\":\"Text\"}\n[\"a\",\"1\"]\n[\"a\",\"2\"]\n")]
    [InlineData("settings", "{\"Name\":\"Text\",\"Value\":\"Text\"}\n[\"a\\u0000\",\"1\"]\n")]
    [InlineData("settings", "{\"Name\":\"Text\",\"Value\":\"Text\"}\n[\"a\"]\n")]
    [InlineData("settings", "{\"Name\":\"Text\",\"Value\":\"Text\"}\n{\"a\":\"b\"}\n")]
    [InlineData("settings", "{\"Name\":\"Text\"}\n[\"a\"]\n")]
    [InlineData("settings", "{\"Name\":\"Text\",\"Value\":\"Text\",\"x\\\"; DROP TABLE settings; --\":\"Text\"}\n")]
    [InlineData("settings", "no header")]
    [InlineData("content_fields", "{\"Field\":\"Text\",\"Flag\":\"Flag\",\"Id\":\"Guid\",\"ItemId\":\"Guid\",\"Moment\":\"Moment\",\"Number\":\"Real\",\"Part\":\"Text\",\"Text\":\"Text\"}\n[\"f\",null,\"0197f9a0-0000-7000-8000-000000000001\",\"0197f9a0-0000-7000-8000-000000000002\",null,null,\"p\",null]\n")]
    public async Task Rows_that_no_installation_has_leave_nothing(string table, string rows) => await RefusedAsync("don't fit together",
        await ForgedAsync(f => f.Without(n => n == $"rows/{table}.jsonl").Add($"rows/{table}.jsonl", Encoding.UTF8.GetBytes(rows)), tenant: "school-2"));

    [Fact]
    public async Task A_table_that_is_not_there_and_members_that_are_none_leave_nothing()
    {
        await RefusedAsync("The backup holds 'rows/sqlite_master.jsonl'", await ForgedAsync(f => f.Add("rows/sqlite_master.jsonl", [.. "{\"name\":\"Text\"}\n"u8])));
        await RefusedAsync("The backup is damaged at 'host/members.jsonl'", await ForgedAsync(f => f.Change("host/members.jsonl", _ => "{\"login\":\"x\"}\n")));
    }

    private async Task<string> BackUpAsync(string tenant = "centre")
    {
        var file = folder.At($"{Guid.NewGuid():N}.zip");
        await terminal.DoAsync("backup", "--tenant", tenant, "--out", file);
        return file;
    }

    private async Task<string> ForgedAsync(Func<Forged, Forged> forge, bool isHashed = true, string tenant = "centre")
    {
        var file = folder.At($"{Guid.NewGuid():N}.zip");
        var forged = forge(Forged.Of(await BackUpAsync(tenant)));
        forged.Write(file, isHashed && forged.Parts[^1].Name == "hashes.txt");
        return file;
    }

    private async Task RefusedAsync(string because, string file)
    {
        var before = await StateAsync();
        var printed = await terminal.RunAsync("restore", "--in", file, "--as", "never-there");

        Assert.Equal(1, printed.Code);
        Assert.Contains(because, printed.Error);
        Assert.Equal(before, await StateAsync());
    }

    private static string WithoutContent(string manifest) => System.Text.RegularExpressions.Regex.Replace(manifest, """,?\s*"Content": \[[^\]]*\]""", "");

    /// <summary>What an installation has: rows of the host, institutions' data on either engine, files.</summary>
    private async Task<string> StateAsync()
    {
        _ = district.Services.GetRequiredService<DataFolder>().Temporary;      // made when it is first needed
        var rows = await district.InHostAsync(async host =>
            $"{string.Join(' ', await host.Tenants.Select(t => t.Path + t.State).Order().ToListAsync())} {await host.Users.CountAsync()} {await host.Memberships.CountAsync()} {await host.Roles.CountAsync()}");
        var settings = Engine.IsPostgreSql ? await Engine.CountAsync(district.Database, "SELECT count(*) FROM settings") + await Engine.CountAsync(district.Database, "SELECT count(*) FROM content_items") : 0;
        var files = Directory.EnumerateFileSystemEntries(district.Folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal) && Path.GetFileName(f) != "alive" && !f.StartsWith(Path.Combine(district.Folder, "upgrading"), StringComparison.Ordinal));
        return $"{rows} {settings}\n{string.Join('\n', files.Order())}";
    }

    public void Dispose() => folder.Dispose();
}
