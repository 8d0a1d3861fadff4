using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Integral.DevTools;

/// <summary>What a module and the things in it are called: the guide's <c>Notes</c>, <c>Note</c> and <c>notes</c> in the words of another one.</summary>
internal sealed partial record ModuleName(string Name, string Noun)
{
    private static readonly string[] Reserved = ["Host", "Web", "Tests", "BrowserTests", "DevTools", "Load", "Theme", "Data", "Pages", "Api", "Contracts", "Admin", "Dev", "Error", "Shared"];
    private static readonly string[] Empty = ["Manager", "Helper", "Util", "Utils", "Service", "Services", "Processor", "Dto", "Impl", "Base", "Data", "Info"];

    /// <exception cref="ArgumentException">It can't be a module's name; the message says why.</exception>
    public static ModuleName Of(string name)
    {
        if (name.Length > 40 || !OneWord().IsMatch(name)) throw new ArgumentException($"'{name}' isn't one word in PascalCase, such as Vacancies or ClassTrips.");
        if (Reserved.Contains(name) || Web.Modules.All.Any(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) throw new ArgumentException($"'{name}' is taken. There are: {string.Join(", ", Web.Modules.All.Select(m => m.Name))}.");
        if (Empty.FirstOrDefault(e => name.EndsWith(e, StringComparison.Ordinal)) is { } empty) throw new ArgumentException($"'{empty}' says nothing: call the module by what it is about.");
        var noun = NounOf(name);
        if (IsTaken(noun)) throw new ArgumentException($"Its noun would be '{noun}', which the system or .NET has already: choose another word.");
        return new(name, noun);
    }

    public string In(string text) => text
        .Replace("ToTable(\"notes\")", $"ToTable(\"{Table}\")", StringComparison.Ordinal)
        .Replace("Notes", Name, StringComparison.Ordinal).Replace("notes", Name.ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("Note", Noun, StringComparison.Ordinal).Replace("note", Variable, StringComparison.Ordinal);

    // Nouns of the plural that English makes regularly; what isn't one holds entries.
    private static string NounOf(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? $"{name[..^3]}y"
        : IsHissing().IsMatch(name) ? name[..^2]
        : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : $"{name}Entry";

    private string Table => Inside().Replace(Noun == $"{Name}Entry" ? $"{Name}Entries" : Name, "_$0").ToLowerInvariant();

    private string Variable
    {
        get
        {
            var word = char.ToLowerInvariant(Noun[0]) + Noun[1..];
            return SyntaxFacts.GetKeywordKind(word) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(word) != SyntaxKind.None ? $"one{Noun}" : word;
        }
    }

    private static bool IsTaken(string noun) =>
        Web.Modules.All.SelectMany(m => m.Assembly.GetTypes()).Any(t => t.Name == noun)
        || new[] { "System", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic", "System.Net.Http" }.Any(n =>
            AppDomain.CurrentDomain.GetAssemblies().Append(typeof(Enumerable).Assembly).Append(typeof(HttpClient).Assembly).Any(a => a.GetType($"{n}.{noun}") is not null));

    [GeneratedRegex("^[A-Z][a-z0-9]+([A-Z][a-z0-9]+)*$")]
    private static partial Regex OneWord();

    [GeneratedRegex("(ss|sh|ch|x)es$")]
    private static partial Regex IsHissing();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Inside();
}
