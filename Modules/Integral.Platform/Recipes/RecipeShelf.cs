using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>The recipes that came with the system, by name; any other by its path.</summary>
public sealed class RecipeShelf
{
    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "Recipes");

    public IReadOnlyList<RecipeFile> All => [.. Files().Select(RecipeFile.Read).OrderBy(r => r.Name)];

    /// <param name="nameOrPath"><c>school</c>, or a path that ends in .json. A path is for the command line only: screens and the API name recipes.</param>
    /// <exception cref="RecipeException">There is none, or it can't be read.</exception>
    public RecipeFile Find(string nameOrPath, bool allowPath = false)
    {
        if (allowPath && nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return RecipeFile.Read(nameOrPath);
        return Called(nameOrPath) ?? throw new RecipeException(T.Say("There is no recipe '{0}'. There are: {1}.", nameOrPath, string.Join(", ", All.Select(r => r.Name))));
    }

    /// <summary>The recipe of this name, found without reading the others; null where there is none.</summary>
    internal RecipeFile? Called(string name) => Files().Where(f => IsCalled(f, name)).Select(RecipeFile.Read).FirstOrDefault();

    /// <summary>The recipe that another one names: beside it, else on the shelf. Never by a path: recipes come from outside.</summary>
    internal RecipeFile? NamedBy(RecipeFile asking, string name) => Beside(asking, name) ?? Called(name);

    private static RecipeFile? Beside(RecipeFile recipe, string name)
    {
        if (recipe.Folder is null) return null;
        return Directory.EnumerateFiles(recipe.Folder, "*.recipe.json").OrderByDescending(f => IsCalled(f, name)).ThenBy(f => f, StringComparer.Ordinal)
            .Select(RecipeFile.Read).FirstOrDefault(r => r.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    internal static bool IsCalled(string file, string name) => Path.GetFileName(file).Equals($"{name}.recipe.json", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Files() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.recipe.json", SearchOption.AllDirectories) : [];
}
