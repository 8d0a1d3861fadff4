using System.Text.Json;
using System.Text.RegularExpressions;

namespace Integral.Tests.Localization;

/// <summary>A text in the sources that people will read.</summary>
/// <param name="Key">Its English source.</param>
/// <param name="Plural">The English source for other numbers than one, where it is said with a number.</param>
/// <param name="Module">The folder whose PO files translate it: <c>Modules/Integral.People</c>.</param>
/// <param name="Place">File and line, from the root.</param>
internal sealed record SourceText(string Key, string? Plural, string Module, string Place);

/// <summary>Finds the texts in the sources. What it doesn't know, nobody translates: say new kinds of text with <c>T.Say</c>.</summary>
internal static partial class SourceTexts
{
    /// <summary>Where a text stands: what comes before, and which arguments it is.</summary>
    private static readonly (Regex Opening, int[] At)[] Calls =
    [
        (Indexer(), [0]), (Say(), [0]), (Require(), [1]), (Broken(), [0]),
        (PermissionCall(), [1]), (MenuItemCall(), [0]), (FeatureCall(), [1, 2]), (MenuGroup(), [0]),
    ];

    public static string Root { get; } = FindRoot();

    /// <summary>Every text, the kernel's and the kit's first, since a text two modules share is best translated below both.</summary>
    public static IReadOnlyList<SourceText> All() =>
    [
        .. from file in Files().Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
           orderby file.StartsWith("Modules/Integral.Platform/", StringComparison.Ordinal) ? 0
               : file.StartsWith("Modules/Integral.Ui/", StringComparison.Ordinal) ? 1 : 2, file
           from text in In(File.ReadAllText(Path.Combine(Root, file)), file)
           select text,
        .. Recipes(),
    ];

    // Names and descriptions of the recipes that the screen for a new institution offers.
    private static IEnumerable<SourceText> Recipes() =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, "Recipes"), "*.recipe.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let recipe = JsonDocument.Parse(File.ReadAllText(path)).RootElement
        where recipe.TryGetProperty("issetuprecipe", out var isSetup) && isSetup.GetBoolean()
        from word in new[] { "displayName", "description" }
        select new SourceText(recipe.GetProperty(word).GetString()!, null, "Modules/Integral.Administration", Path.GetRelativePath(Root, path).Replace('\\', '/') + ":1");

    public static IEnumerable<SourceText> In(string source, string file)
    {
        var code = CodeArguments.WithoutComments(source, file.EndsWith(".cshtml", StringComparison.Ordinal));
        return Found(code, file).OrderBy(f => f.At).Select(f => new SourceText(f.Key, f.Plural, ModuleOf(file), $"{file}:{LineOf(code, f.At)}"));
    }

    private static IEnumerable<(string Key, string? Plural, int At)> Found(string code, string file) =>
    [
        .. from call in Calls from text in Arguments(code, call.Opening, call.At) select (text.Value, default(string), text.Place),
        .. from call in Plural().Matches(code)
           let arguments = CodeArguments.Read(code, call.Index + call.Length).Arguments
           where arguments.Count >= 3
           from pair in CodeArguments.Texts(arguments[1]).Zip(CodeArguments.Texts(arguments[2]))
           select (pair.First, pair.Second, call.Index),
        .. from display in Display().Matches(code)
           from argument in CodeArguments.Read(code, display.Index + display.Length).Arguments
           where Named().IsMatch(argument)
           from text in CodeArguments.Texts(Named().Replace(argument, ""))
           select (text, default(string), display.Index),
        .. from list in Declared().Matches(code) from text in InList(code, list) select text,
        .. ModuleWords(code),
        .. file.EndsWith("/DeliveredRoles.cs", StringComparison.Ordinal) ? Roles(code) : [],
    ];

    private static IEnumerable<(string Value, int Place)> Arguments(string code, Regex opening, int[] at) =>
        from call in opening.Matches(code)
        let arguments = CodeArguments.Read(code, call.Index + call.Length).Arguments
        from index in at.Where(i => i < arguments.Count)
        from text in CodeArguments.Texts(arguments[index])
        select (text, call.Index);

    // Permissions => [new(Moderate, "Invite or decline")]: the type isn't repeated, so it is taken from the list's.
    private static IEnumerable<(string Key, string? Plural, int At)> InList(string code, Match list)
    {
        var start = list.Index + list.Length;
        var end = CodeArguments.Read(code, start).End;
        int[] at = list.Groups["type"].Value switch { "Permission" => [1], "MenuItem" => [0], _ => [1, 2] };
        return Arguments(code[start..end], TargetTyped(), at).Select(t => (t.Value, default(string), start + t.Place));
    }

    private static IEnumerable<(string Key, string? Plural, int At)> ModuleWords(string code) =>
        from word in ModuleWord().Matches(code)
        where code.Contains(": IntegralModule", StringComparison.Ordinal)
            && (word.Groups["word"].Value == "Description" || !code.Contains("IReadOnlyList<Feature> Features", StringComparison.Ordinal))
        from text in CodeArguments.Texts(CodeArguments.Read(code, word.Index + word.Length).Arguments[0])
        select (text, default(string), word.Index);

    private static IEnumerable<(string Key, string? Plural, int At)> Roles(string code) =>
        from role in Role().Matches(code) select (role.Groups["title"].Value, default(string), role.Index);

    // Themes and the host have no translations of their own: what they say is the kit's.
    private static string ModuleOf(string file) =>
        file.StartsWith("Modules/", StringComparison.Ordinal) ? string.Join('/', file.Split('/')[..2]) : "Modules/Integral.Ui";

    private static int LineOf(string code, int at) => code.AsSpan(0, at).Count('\n') + 1;

    private static IEnumerable<string> Files() =>
        from folder in new[] { "Modules", "Themes", "Integral.Web" }.Select(f => Path.Combine(Root, f))
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".cshtml" && !Built().IsMatch(file)
        select file;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Integral.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("Integral.sln");
        return folder.FullName;
    }
}
