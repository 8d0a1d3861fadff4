using System.Net;
using Integral.People.Contracts;
using Integral.Tests.Data;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;

namespace Integral.Tests.Tenancy;

/// <summary>From PostgreSQL to SQLite and back: the same file, the same hash.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class BackupEngineTests(IdleDistrict postgres, SqliteDistrict sqlite) : IClassFixture<IdleDistrict>, IClassFixture<SqliteDistrict>, IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task An_institution_goes_from_one_engine_to_the_other_and_back_with_the_same_hash()
    {
        await FillAsync("school-1");
        foreach (var tenant in new[] { "/", "school-1", "school-2", "centre" })
        {
            var (name, isRoot) = (tenant.Trim('/').PadLeft(1, 'x'), tenant == "/");
            var before = await BackUpAsync(postgres, tenant, $"{name}.postgres.zip");
            var there = BackupTests.Hash(await new Terminal(sqlite).DoAsync("restore", "--in", folder.At($"{name}.postgres.zip")));
            var between = await BackUpAsync(sqlite, tenant, $"{name}.sqlite.zip");
            var back = BackupTests.Hash(await new Terminal(postgres).DoAsync("restore", "--in", folder.At($"{name}.sqlite.zip"), "--as", $"back-{name}"));
            var after = await BackUpAsync(postgres, $"back-{name}", $"{name}.back.zip");

            Assert.True(RowsOf($"{name}.postgres.zip").Count > 2);
            Assert.Equal(RowsOf($"{name}.postgres.zip"), RowsOf($"{name}.sqlite.zip"));
            Assert.Equal(RowsOf($"{name}.postgres.zip"), RowsOf($"{name}.back.zip"));
            Assert.Equal((before, before, before, before), (there, between, back, after));
            Assert.Equal(HttpStatusCode.OK, await sqlite.Visitor().StatusAsync(isRoot ? "/news" : $"/{tenant}/news"));
            Assert.Equal(HttpStatusCode.OK, await postgres.Visitor().StatusAsync($"/back-{name}/news"));
        }
    }

    private List<(string, string)> RowsOf(string file) =>
        [.. Forged.Of(folder.At(file)).Parts.Where(p => p.Name.StartsWith("rows/", StringComparison.Ordinal)).Select(p => (p.Name, System.Text.Encoding.UTF8.GetString(p.Content)))];

    private Task<int> FillAsync(string tenant) => postgres.InDbAsync(tenant, async db =>
    {
        await db.WriteAsync(async () =>
        {
            var rows = new Rows(db);
            foreach (var type in db.Model.GetEntityTypes()) await rows.InsertAsync(type);
        });
        db.AddRange(new[] { "Б", "а", "Ё", "z", "Z", "ә" }.Select(name => new Person(new(name, "Сортировка", null), "kk")));
        return await db.SaveChangesAsync();
    });

    private async Task<string> BackUpAsync(District district, string tenant, string file) => BackupTests.Hash(await new Terminal(district).DoAsync("backup", "--tenant", tenant, "--out", folder.At(file)));

    public void Dispose() => folder.Dispose();
}
