using Integral.Tests.Kit;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Integral.Tests.Architecture;

/// <summary>
/// A repository with what a new module is built against, in a folder of its own. The modules that are there are taken as built,
/// so that only the new one, the host's list of modules, the tools and the module's test are compiled.
/// </summary>
internal sealed class SmallTree : IDisposable
{
    private static readonly string[] Kept =
        ["Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig", "NuGet.config", "global.json", "Integral.sln", "docs/guide/your-first-module.md"];

    public SmallTree()
    {
        foreach (var file in Kept) Copy(file);
        foreach (var folder in new[] { "Recipes", "Integral.Web", "tests/Integral.DevTools", "tests/Integral.Tests/Kit" })
            foreach (var file in Repository.Files("*", folder).Where(f => !f.Contains("App_Data", StringComparison.Ordinal))) Copy(Path.GetRelativePath(Repository.Root, file));
        Copy("tests/Integral.Tests/Integral.Tests.csproj");
        Copy("tests/Integral.Tests/Architecture/ArchitectureTests.cs");
        Copy("Modules/Directory.Build.props", WithoutProjects);
        Copy("Integral.Web/Integral.Web.csproj", text => text.Replace("<ProjectReference Include=\"../Themes/*/*.csproj\" />", "", StringComparison.Ordinal));
        Write("Directory.Build.targets", $"""
            <Project>
              <ItemGroup>
                {string.Join("\n    ", Packages())}
                <Reference Include="{AppContext.BaseDirectory}Integral.*.dll" Exclude="{AppContext.BaseDirectory}Integral.Web.dll;{AppContext.BaseDirectory}Integral.Tests.dll" />
              </ItemGroup>
            </Project>
            """);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("integral_first_module_").FullName;

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Runs dotnet here.</summary>
    public async Task<(int Code, string Said)> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var other in start.Environment.Keys.Where(k => k.StartsWith("Integral", StringComparison.Ordinal) || k == "TEST_POSTGRES").ToList()) start.Environment.Remove(other);
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await wrong);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    // What the projects left out would have brought along.
    private static IEnumerable<string> Packages() => Repository.Files("*.csproj", "Modules").SelectMany(File.ReadLines)
        .Select(line => Regex.Match(line, "<PackageReference Include=\"[^\"]+\" />").Value).Where(line => line.Length > 0).Distinct();

    private static string WithoutProjects(string props) => Regex.Replace(props, "<ProjectReference Include=[^>]*/>", "");

    private void Copy(string path, Func<string, string>? change = null)
    {
        var from = Path.Combine(Repository.Root, path);
        if (change is null) Write(path, () => File.Copy(from, Path.Combine(Root, path)));
        else Write(path, change(File.ReadAllText(from)));
    }

    private void Write(string path, string text) => Write(path, () => File.WriteAllText(Path.Combine(Root, path), text));

    private void Write(string path, Action write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
        write();
    }
}
