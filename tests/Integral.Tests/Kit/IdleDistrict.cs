namespace Integral.Tests.Kit;

/// <summary>The demo where nothing that is due is worked on: what a test counts or compares stays as the test left it.</summary>
public sealed class IdleDistrict : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Jobs:AtOnce", "0")];
}
