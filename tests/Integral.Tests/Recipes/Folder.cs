namespace Integral.Tests.Recipes;

/// <summary>A folder for one test, gone after it.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("recipes-").FullName;

    public string At(string name) => Path.Combine(path, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
