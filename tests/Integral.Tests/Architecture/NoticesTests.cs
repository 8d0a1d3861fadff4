using System.Diagnostics;
using Integral.Tests.Kit;

namespace Integral.Tests.Architecture;

/// <summary>Whoever adds a package gives its notice along.</summary>
[Trait("Engine", "Sqlite")]
public sealed class NoticesTests
{
    [Fact]
    public async Task The_notices_name_every_part_of_others_that_a_build_holds()
    {
        var tools = Path.Combine(AppContext.BaseDirectory.Replace("Integral.Tests", "Integral.DevTools", StringComparison.Ordinal), "Integral.DevTools.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tools, "notices", "--check"]) { WorkingDirectory = Repository.Root, RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }
}
