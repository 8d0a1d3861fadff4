using System.Diagnostics;

namespace Integral.DevTools;

/// <summary>
/// Writes a module that builds, passes the architecture tests and can be visited. Its files are those that docs/guide/your-first-module.md
/// explains, under another name: there is no second template that could differ from the guide.
/// </summary>
internal static class NewModule
{
    private const string Guide = "docs/guide/your-first-module.md";

    /// <param name="root">The root of a repository: the real one, or a test's copy.</param>
    /// <exception cref="ArgumentException">The name can't be a module's.</exception>
    public static void Make(string name, string root)
    {
        var names = ModuleName.Of(name);
        if (Directory.Exists(Path.Combine(root, "Modules", $"Integral.{name}"))) throw new ArgumentException($"There is a folder Modules/Integral.{name} already.");
        var guide = GuideText.Read(File.ReadAllText(Path.Combine(root, Guide)));
        foreach (var file in guide.Files) Write(Path.Combine(root, names.In(file.Path)), names.In(file.Text));
        foreach (var line in guide.Lines) Insert(Path.Combine(root, line.Path), line.After, names.In(line.Text));
        AddToSolution(root, $"Modules/Integral.{name}/Integral.{name}.csproj");
        Console.WriteLine($"""
            Made Modules/Integral.{name} and tests/Integral.Tests/{name}, and a line in Integral.Web/Modules.cs.
            Now: ./dev migrate {name} Initial
            Then say in Modules/Integral.{name}/Localization/*.po what '{name}' is called there, and read {Guide}.
            """);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        Console.WriteLine(path);
    }

    private static void Insert(string path, string after, string line)
    {
        var text = File.ReadAllText(path);
        var at = text.IndexOf(after, StringComparison.Ordinal);
        if (at < 0) throw new ArgumentException($"{path} has no '{after}': add the module there yourself.");
        at = text.IndexOf('\n', at) + 1;
        File.WriteAllText(path, text[..at] + line + text[at..]);
    }

    private static void AddToSolution(string root, string project)
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", ["sln", "Integral.sln", "add", "--in-root", project]) { WorkingDirectory = root, RedirectStandardOutput = true })!;
        dotnet.StandardOutput.ReadToEnd();
        dotnet.WaitForExit();
        if (dotnet.ExitCode != 0) throw new ArgumentException($"Integral.sln wasn't changed: dotnet sln add {project} failed. Everything else is there.");
    }
}
