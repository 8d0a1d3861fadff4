using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integral.People.Contracts;
using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Integral.Tests.Data;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Tenancy;

/// <summary>What goes into a backup comes out of it: on this engine, by the verbs.</summary>
public sealed partial class BackupTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task What_is_restored_has_the_hash_of_what_was_backed_up_with_a_row_in_every_table()
    {
        await FillAsync("school-1");
        var first = await BackUpAsync("school-1", "first.zip");
        var restored = Hash(await terminal.DoAsync("restore", "--in", folder.At("first.zip"), "--as", "copied"));
        var again = await BackUpAsync("copied", "again.zip");

        Assert.Equal(first, restored);
        Assert.Equal(first, again);
        Assert.Empty((await TablesAsync()).Except(Forged.Of(folder.At("again.zip")).Parts.Select(p => p.Name)));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/copied/news"));
        Assert.Equal("a picture", await File.ReadAllTextAsync(Path.Combine(district.Folder, "files", $"{district.Tenant("copied").Id}", "0f")));
    }

    [Fact]
    public async Task What_is_changed_has_another_hash()
    {
        await CreateAsync("changes");
        await district.SettleAsync();       // what the district shares arrives a moment later
        var before = await BackUpAsync("changes", "before.zip");
        Assert.Equal(before, await BackUpAsync("changes", "same.zip"));
        await district.InDbAsync("changes", async db =>
        {
            await db.PutSettingAsync("Site", new JsonObject { ["slogan"] = "other" });
            return await db.SaveChangesAsync();
        });
        var row = await BackUpAsync("changes", "row.zip");
        Directory.CreateDirectory(FilesOf("changes"));
        await File.WriteAllTextAsync(Path.Combine(FilesOf("changes"), "0a"), "x");

        Assert.NotEqual(before, row);
        Assert.NotEqual(row, await BackUpAsync("changes", "file.zip"));
    }

    [Fact]
    public async Task What_was_removed_comes_back_from_its_archive_with_its_id_its_people_and_their_rights()
    {
        await terminal.DoAsync("tenants", "create", "--recipe", "school", "--path", "comes-back", "--name", "Back", "--host", "back.example.org", "--admin-email", "head@back.example", "--admin-password", "Ten-letters-1");
        await district.SettleAsync();
        var (id, hash) = (district.Tenant("comes-back").Id, await BackUpAsync("comes-back", "back.zip"));
        var archive = (await terminal.DoAsync("tenants", "remove", "comes-back", "--yes")).Split("Its archive: ")[1].Trim();
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/comes-back"));
        var said = await terminal.DoAsync("restore", "--in", archive);

        Assert.Equal(hash, Hash(said));
        Assert.Equal((id, "Back", TenantState.Running), (district.Tenant("comes-back").Id, district.Tenant("comes-back").Name, district.Tenant("comes-back").State));
        Assert.Equal(["back.example.org"], district.Tenant("comes-back").Hosts);
        Assert.Contains("Members whose accounts are here already: 1.", said);
        var head = district.Visitor();
        Assert.True((await head.SubmitAsync("/comes-back/sign-in", new() { ["Form.Login"] = "head@back.example", ["Form.Password"] = "Ten-letters-1" })).IsRedirect);
        Assert.Equal(HttpStatusCode.OK, await head.StatusAsync("/comes-back/Admin/People"));
        Assert.Equal(1, await district.InHostAsync(host => host.Audit.CountAsync(a => a.Action == "Restored" && a.TenantId == id)));
    }

    [Fact]
    public async Task Beside_the_one_it_was_made_of_it_is_a_copy_of_its_own_and_what_is_taken_is_left_out()
    {
        await terminal.DoAsync("tenants", "create", "--recipe", "school", "--path", "original", "--name", "One", "--host", "one.example.org", "--parent", "school-1");
        await BackUpAsync("original", "one.zip");
        var taken = await terminal.RunAsync("restore", "--in", folder.At("one.zip"));
        var said = await terminal.DoAsync("restore", "--in", folder.At("one.zip"), "--as", "/the-copy/", "--parent", "school-2");

        Assert.Equal(1, taken.Code);
        Assert.Contains("The address 'original' is taken by another institution.", taken.Error);
        Assert.Contains("this one is a copy with an id of its own", said);
        Assert.Contains("The host name 'one.example.org' can't be had here", said);
        Assert.NotEqual(district.Tenant("original").Id, district.Tenant("the-copy").Id);
        Assert.Equal(district.Tenant("school-2").Id, district.Tenant("the-copy").ParentId);
        Assert.Empty(district.Tenant("the-copy").Hosts);
        await district.InDbAsync("the-copy", async db => { db.Add(new Person(new("Only", "Here", null), "ru")); return await db.SaveChangesAsync(); });
        Assert.Equal(0, await district.InDbAsync("original", db => db.Set<Person>().CountAsync(p => p.FamilyName == "Only")));
    }

    [Fact]
    public async Task All_tables_are_as_they_were_at_one_moment_while_others_write()
    {
        await CreateAsync("busy");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            // Two tables in one transaction: a backup has both rows or neither.
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await district.InDbAsync("busy", async db =>
                {
                    db.Add(new Person(new("Together", $"{i}", null), "ru"));
                    await db.PutSettingAsync($"Together{i}", new JsonObject { ["a"] = i });
                    return await db.SaveChangesAsync();
                });
        });
        for (var i = 0; i < 5; i++)
        {
            await BackUpAsync("busy", $"busy{i}.zip");
            var parts = Forged.Of(folder.At($"busy{i}.zip")).Parts.ToDictionary(p => p.Name, p => System.Text.Encoding.UTF8.GetString(p.Content));
            Assert.Equal(Regex.Count(parts.GetValueOrDefault("rows/people.jsonl", ""), "\"Together\""), Regex.Count(parts["rows/settings.jsonl"], "\"Together[0-9]+\""));
        }
        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task Nothing_is_written_over_and_a_failure_leaves_no_half_file()
    {
        folder.Write("there.zip", "precious");
        var over = await terminal.RunAsync("backup", "--tenant", "centre", "--out", folder.At("there.zip"));
        var nowhere = await terminal.RunAsync("backup", "--tenant", "centre", "--out", folder.At("missing/there.zip"));
        var without = await terminal.RunAsync("backup", "--tenant", "centre", "--out", folder.At("secret.zip"), "--with-credentials");
        var weak = await terminal.RunAsync("backup", "--tenant", "centre", "--out", folder.At("secret.zip"), "--with-credentials", "--password", "short");

        Assert.Equal((1, 1, 1, 1), (over.Code, nowhere.Code, without.Code, weak.Code));
        Assert.Contains("nothing is written over", over.Error);
        Assert.Equal("precious", await File.ReadAllTextAsync(folder.At("there.zip")));
        Assert.Equal(["there.zip"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder.At("x"))!).Select(Path.GetFileName));
    }

    private async Task FillAsync(string tenant)
    {
        await district.InDbAsync(tenant, async db =>
        {
            await db.WriteAsync(async () =>
            {
                var rows = new Rows(db);
                foreach (var type in db.Model.GetEntityTypes()) await rows.InsertAsync(type);
            });
            db.Add(new Person(new("Ёлкина-Ґудзь", "Әсел", "Їжаківна"), "kk"));
            await db.PutSettingAsync("Odd", new JsonObject { ["a"] = "\"кавычки\" \\ <тег> 😀 \t \n \u2028 ' & +" });
            return await db.SaveChangesAsync();
        });
        Directory.CreateDirectory(FilesOf(tenant));
        await File.WriteAllTextAsync(Path.Combine(FilesOf(tenant), "0f"), "a picture");
    }

    private Task<List<string>> TablesAsync() => district.InDbAsync("school-1", db => Task.FromResult(TableShape.AllOf(db).Where(t => t.LeftOut != "").Select(t => $"rows/{t.Name}.jsonl").ToList()));
    private string FilesOf(string tenant) => Path.Combine(district.Folder, "files", $"{district.Tenant(tenant).Id}");
    private Task<string> CreateAsync(string path) => terminal.DoAsync("tenants", "create", "--recipe", "school", "--path", path, "--name", path);
    private async Task<string> BackUpAsync(string tenant, string file) => Hash(await terminal.DoAsync("backup", "--tenant", tenant, "--out", folder.At(file)));
    internal static string Hash(string said) => Digest().Match(said) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"no hash in: {said}");

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("Hash: ([0-9a-f]{64})")]
    private static partial Regex Digest();
}
