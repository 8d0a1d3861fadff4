using System.Text;
using System.Text.Json.Nodes;
using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>A recipe as read: its head, and its variables and steps with their script values still unevaluated.</summary>
public sealed class RecipeFile
{
    internal const int MaxBytes = 20 * 1024 * 1024;

    internal RecipeFile() { }

    /// <summary>Name of the file, for messages.</summary>
    public required string File { get; init; }

    /// <summary>The folder whose files the recipe may read; null for a recipe that isn't in one.</summary>
    public required string? Folder { get; init; }

    public required string Name { get; init; }
    public required string DisplayName { get; init; }
    public required string Description { get; init; }
    public required string Author { get; init; }
    public required string Website { get; init; }
    public required string Version { get; init; }

    /// <summary>Offered when a tenant is created.</summary>
    public required bool IsSetupRecipe { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Unevaluated: <see cref="RecipeValues"/> evaluates each at its first use.</summary>
    public required JsonObject Variables { get; init; }

    public required IReadOnlyList<RecipeStep> Steps { get; init; }

    internal bool IsSameAs(RecipeFile other) => File == other.File && Folder == other.Folder;

    /// <summary>Reads a recipe from the disk; files it names are looked for beside it.</summary>
    /// <exception cref="RecipeException">There is no such file, it is too long, isn't JSON, or isn't a recipe.</exception>
    public static RecipeFile Read(string path)
    {
        string name = Path.GetFileName(path);
        byte[] json = BoundedFile.Read(path, name, MaxBytes);
        return RecipeShape.Read(json, name, Path.GetDirectoryName(Path.GetFullPath(path)));
    }

    /// <summary>Reads a recipe from text.</summary>
    /// <param name="json">JSON; comments and trailing commas may stand in it.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="folder">The folder whose files the recipe may read; null if none.</param>
    /// <exception cref="RecipeException">The text is too long, isn't JSON, or isn't a recipe.</exception>
    public static RecipeFile Parse(string json, string name, string? folder)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        if (bytes.Length > MaxBytes) throw new RecipeException(T.Say("The file {0} is longer than {1} MB.", name, MaxBytes >> 20));
        return RecipeShape.Read(bytes, name, folder);
    }

    /// <summary>Reads a file beside the recipe, as the media step does with its <c>SourcePath</c>.</summary>
    /// <param name="path">Relative to the recipe's folder.</param>
    /// <param name="atMost">How many bytes it may have.</param>
    /// <exception cref="RecipeException">The path leaves the folder, or the file is missing or too long.</exception>
    public byte[] ReadBytes(string path, int atMost = RecipeFolder.MaxBytes) => RecipeFolder.Read(Folder, path, atMost);
}
