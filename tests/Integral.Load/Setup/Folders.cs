namespace Integral.Load.Setup;

/// <summary>Where things are: the published build, and a place for data on the same disk.</summary>
internal static class Folders
{
    private static readonly string Root = Up(AppContext.BaseDirectory);

    public static string Artifacts { get; } = Path.Combine(Root, ".artifacts");
    public static string Published { get; } = Path.Combine(Artifacts, "load");
    public static string Data { get; } = Path.Combine(Artifacts, "load-data");
    public static string Scripts { get; } = Path.Combine(Root, "tests");

    /// <summary>A fresh folder. Not the temporary one: that may lie in memory, where a flush costs nothing.</summary>
    public static string New(string name)
    {
        var folder = Path.Combine(Data, $"{name}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static string Up(string folder) => File.Exists(Path.Combine(folder, "Integral.sln")) ? folder : Up(Path.GetDirectoryName(folder)!);
}
