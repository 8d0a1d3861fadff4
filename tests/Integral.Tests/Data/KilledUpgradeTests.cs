using Integral.Platform.Data;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Data;

/// <summary>A process that was killed while it upgraded a file used to keep all after it from starting, for ever.</summary>
[Trait("Engine", "Sqlite")]
public sealed class KilledUpgradeTests(District district) : IClassFixture<District>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Folder folder = new();

    [Fact]
    public async Task A_lock_that_a_killed_process_left_holds_up_nobody()
    {
        var (migrator, file) = (district.Services.GetRequiredService<Migrator>(), folder.At("former.db"));
        await migrator.MakeFormerAsync(file, migrator.Levels.ToDictionary(l => l.Key, l => (IReadOnlyList<string>)[l.Value[0]]), default);
        Assert.Equal(1, Do(file, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')"));
        await migrator.UpgradeAsync(file, default).WaitAsync(Patience);
        Assert.Equal(0, Do(file, "DELETE FROM \"__EFMigrationsLock\""));

        Assert.Equal(1, Do(file, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')"));
        await migrator.UpgradeAsync(file, default).WaitAsync(Patience);      // nothing is pending: nobody asks for the lock
    }

    private static int Do(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // this test's own texts
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }

    public void Dispose() => folder.Dispose();
}
