namespace Integral.Tests.Kit;

internal static class Repository
{
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    /// <summary>The source files of one kind, without what the build makes.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) => folders.SelectMany(folder =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "Migrations" or "HostMigrations" or "node_modules"));

    private static string Up(string folder) => File.Exists(Path.Combine(folder, "Integral.sln")) ? folder : Up(Path.GetDirectoryName(folder)!);
}
