using System.Net;
using System.Text.Json.Nodes;
using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Recipes;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>A demo whose institutions have files of a former version: the kernel's tables are missing, and their rows say so.</summary>
public sealed class FormerVersion : District
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "tenants"), "*.db"))
            Execute(file, "DROP TABLE settings; DROP TABLE audit_entries; DROP TABLE audit_seals; DROP TABLE outbox_messages; DROP TABLE received_messages; DROP TABLE change_records; DROP TABLE change_sets; DROP TABLE shared_items; DROP TABLE copied_items; DROP TABLE search_words; DROP TABLE search_synonyms; DROP TABLE search_postings; DROP TABLE search_documents; DROP TABLE search_checks; DROP TABLE calendar_days; DELETE FROM __migrations_platform;");
        Execute(Path.Combine(Folder, "host.db"), "UPDATE tenants SET Schema = 'former'");
    }

    public static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own texts
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

[Trait("Engine", "Sqlite")]
public sealed class OldFileTests(FormerVersion district) : IClassFixture<FormerVersion>
{
    [Fact]
    public async Task Work_outside_a_request_used_to_meet_an_old_file()
    {
        Assert.Null(await district.InDbAsync("school-2", db => db.SettingAsync<JsonObject>("Site")));
        Assert.NotEqual("former", district.Tenant("school-2").Schema);
    }

    [Fact]
    public async Task A_recipe_used_to_run_on_an_old_file()
    {
        using var scope = district.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Integral.Platform.Security.Current>().Work = "recipes run";
        var recipe = scope.ServiceProvider.GetRequiredService<RecipeShelf>().Find("centre", allowPath: false);

        var report = await scope.ServiceProvider.GetRequiredService<RecipeUse>().RunAsync(district.Tenant("centre"), recipe, isLenient: true);

        Assert.NotEmpty(report.Done);
        Assert.NotNull(await district.InDbAsync("centre", db => db.SettingAsync<JsonObject>("Site")));
    }

    [Fact]
    public async Task A_page_is_shown_from_a_file_that_its_first_visit_upgraded() =>
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/school-1/"));

    [Fact]
    public void Nothing_opens_an_old_file_past_the_upgrade()
    {
        var old = new Tenant { Name = "Old", Path = "old", Kind = TenantKind.School, Culture = "ru", Schema = "former" };
        Assert.Throws<InvalidOperationException>(() => district.Services.GetRequiredService<Databases>().Open(old, () => null!));
    }
}

/// <summary>A demo with one file that no version can read.</summary>
public sealed class DamagedFile : District
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var host = Path.Combine(Folder, "host.db");
        FormerVersion.Execute(host, "UPDATE tenants SET Schema = 'former' WHERE Path = 'school-2'");
        var id = await InHostlessAsync(host);
        await File.WriteAllTextAsync(Path.Combine(Folder, "tenants", $"{id}.db"), new string('x', 8192));
    }

    private static async Task<string> InHostlessAsync(string host)
    {
        await using var connection = new SqliteConnection($"Data Source={host};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM tenants WHERE Path = 'school-2'";
        return $"{Guid.Parse((string)(await command.ExecuteScalarAsync())!)}";
    }
}

[Trait("Engine", "Sqlite")]
public sealed class DamagedFileTests(DamagedFile district) : IClassFixture<DamagedFile>
{
    [Fact]
    public async Task A_file_that_can_not_be_upgraded_is_said_so_and_the_others_go_on()
    {
        await Assert.ThrowsAsync<RuleException>(() => district.InDbAsync("school-2", db => db.SettingAsync<JsonObject>("Site")));

        Assert.Equal(TenantState.NeedsAttention, district.Tenant("school-2").State);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await district.Visitor().StatusAsync("/school-2/"));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/school-1/"));
    }
}
