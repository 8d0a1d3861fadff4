namespace Integral.BrowserTests.Kit;

/// <summary>Says all that was found, not only the first.</summary>
internal static class Faults
{
    public static void None(IEnumerable<string> found)
    {
        var lines = found.Distinct().ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} faults:\n{string.Join('\n', lines)}");
    }
}
