namespace Integral.Tests.Kit;

/// <summary>An empty installation on SQLite, also where this run's engine is another: to carry institutions from one to the other.</summary>
public sealed class SqliteDistrict : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Demo", "false"), new("Integral:Database:Provider", "Sqlite"), new("Integral:Jobs:AtOnce", "0")];

    public override ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        return default;
    }
}
