namespace Integral.Tests.Jobs;

/// <summary>A district whose files are read for the search, when a test lets jobs pass.</summary>
public sealed class ReadingDistrict : JobDistrict
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [.. base.Settings, new("Integral:Media:ReadWords", "true")];
}
