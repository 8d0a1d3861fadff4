namespace Integral.Tests.Kit;

/// <summary>The whole application with nothing in it: no root institution yet.</summary>
public sealed class EmptyDistrict : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Demo", "false")];

    public override async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        if (Engine.IsPostgreSql) await Engine.CreateAsync(Path.GetFileName(Folder));
    }
}
