using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integral.Tests.Tenancy;

/// <summary>
/// A hundred schools beside the demo, whose files are as the version before left them: copies of one, with their rows. One of them has a table
/// in the way of the last migration. Nothing is upgraded by itself before a test does it.
/// </summary>
public sealed class Hundred : District
{
    public const string Failing = "copy-50";

    public static IEnumerable<string> Paths => Enumerable.Range(0, 100).Select(i => $"copy-{i}");

    // Other processes work on its folder too, and what is due there is theirs: two servers at one file each find it in use.
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Jobs:AtOnce", "0")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.RemoveAll<IHostJob>());
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        File.Delete(Path.Combine(Folder, "jobs.db"));       // else the jobs' next times are those of the demo's making
        var (host, tenants) = (Path.Combine(Folder, "host.db"), Path.Combine(Folder, "tenants"));
        var file = Path.Combine(tenants, $"{Id(host, "school-1")}.db");
        await GoBackAsync(file);
        foreach (var path in Paths)
        {
            var id = Guid.CreateVersion7();
            FormerVersion.Execute(host, $"""
                CREATE TEMP TABLE one AS SELECT * FROM tenants WHERE Path = 'school-1';
                UPDATE one SET Id = '{id.ToString().ToUpperInvariant()}', Path = '{path}', Name = '{path}', Schema = 'former';
                INSERT INTO tenants SELECT * FROM one;
                """);
            File.Copy(file, Path.Combine(tenants, $"{id}.db"));
        }
        FormerVersion.Execute(FileOf(Failing), "CREATE TABLE search_documents (something)");
        FormerVersion.Execute(host, "UPDATE tenants SET Schema = 'former' WHERE Path = 'school-1'");
    }

    public string FileOf(string path) => Path.Combine(Folder, "tenants", $"{Id(Path.Combine(Folder, "host.db"), path)}.db");

    // What the kernel's migrations have done since the search is undone, as if their versions had never run.
    private static async Task GoBackAsync(string file)
    {
        await using var schema = Provider.Sqlite.SchemaOf(new PlatformModule())!;
        schema.Database.SetConnectionString($"Data Source={file};Pooling=False");
        await schema.Database.MigrateAsync(schema.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_Search", StringComparison.Ordinal)).Last());
    }

    private static Guid Id(string host, string path)
    {
        using var connection = new SqliteConnection($"Data Source={host};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM tenants WHERE Path = $path";
        command.Parameters.AddWithValue("$path", path);
        return Guid.Parse((string)command.ExecuteScalar()!);
    }
}
