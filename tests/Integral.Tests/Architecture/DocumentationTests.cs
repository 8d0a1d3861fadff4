using System.Text.RegularExpressions;
using Integral.Platform.Recipes;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Architecture;

/// <summary>What documents name is there: files, commands, options, settings, tags, steps. What is renamed in the code must be renamed in them.</summary>
public sealed partial class DocumentationTests
{
    private static readonly IReadOnlyList<string> Documents =
        [.. Directory.GetFiles(Repository.Root, "*.md"), .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories), .. Repository.Files("README.md", "Modules", "Themes", "tests")];

    private static readonly string Code = string.Join('\n', Repository.Files("*.cs", "Modules", "Integral.Web", "tests/Integral.Tests").Where(f => !f.EndsWith("DocumentationTests.cs", StringComparison.Ordinal)).Select(File.ReadAllText));

    private static readonly string Verbs = string.Join('\n', Repository.Files("*.cs", "Modules/Integral.Platform/Commands").Select(File.ReadAllText));

    [Fact]
    public void Links_of_documents_lead_somewhere() => Check(Link(), (target, document) =>
        target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#') || Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target.Split('#')[0])), atLeast: 20);

    [Fact]
    public void Files_that_documents_name_are_there() => Check(Named(), (path, _) => path.Contains("Notes", StringComparison.Ordinal) || path.Contains("Meadow", StringComparison.Ordinal) || Path.Exists(Path.Combine(Repository.Root, path)), atLeast: 20);

    [Fact]
    public void Commands_that_documents_name_can_be_given()
    {
        var (dev, run) = (File.ReadAllText(Path.Combine(Repository.Root, "dev")), File.ReadAllText(Path.Combine(Repository.Root, "tests/run")));
        Check(Command(), (command, _) => Regex.IsMatch(dev, $@"^  {Regex.Escape(command)}\)", RegexOptions.Multiline), atLeast: 10);
        Check(TestOption(), (option, _) => run.Contains(option, StringComparison.Ordinal), atLeast: 3);
    }

    [Fact]
    public void Verbs_and_options_that_documents_name_are_the_command_line_s()
    {
        Check(Verb(), (verb, _) => Verbs.Contains($"\"{verb}\"", StringComparison.Ordinal), atLeast: 10);
        Check(Option(), (option, _) => Verbs.Contains($"\"{option}\"", StringComparison.Ordinal), atLeast: 10);
    }

    [Fact]
    public void Settings_that_documents_name_are_read_and_those_that_are_read_are_documented()
    {
        Check(Setting(), (setting, _) => Code.Contains(setting.Replace("__", ":", StringComparison.Ordinal), StringComparison.Ordinal) || Code.Contains($"\"{setting.Split("__")[^1]}\"", StringComparison.Ordinal), atLeast: 10);
        var operators = File.ReadAllText(Path.Combine(Repository.Root, "docs/guide/run.md"));
        var read = ReadSetting().Matches(string.Join('\n', Repository.Files("*.cs", "Modules", "Integral.Web").Select(File.ReadAllText))).Select(m => m.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal)).Distinct();
        Assert.DoesNotContain(read, setting => !operators.Contains(setting, StringComparison.Ordinal));
    }

    [Fact]
    public void Tags_that_documents_show_are_the_kit_s() => Check(Tag(), (tag, _) => Code.Contains($"HtmlTargetElement(\"{tag}\"", StringComparison.Ordinal), atLeast: 8);

    [Fact]
    public async Task Steps_of_the_recipe_guide_are_those_that_can_be_run()
    {
        await using var district = new District();
        await district.InitializeAsync();
        var known = await district.InTenantAsync("", services => Task.FromResult(services.GetServices<IRecipeStep>().Select(s => s.Name).Order().ToList()));
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/guide/recipes.md"));
        var table = guide[guide.IndexOf("| step | does |", StringComparison.Ordinal)..guide.IndexOf("From `Recipes/demo", StringComparison.Ordinal)];
        Assert.Equal(known, Step().Matches(table).SelectMany(m => m.Groups[1].Value.Split(", ")).Select(s => s.Trim('`')).Order());
    }

    private static void Check(Regex pattern, Func<string, string, bool> isThere, int atLeast)
    {
        var found = Documents.SelectMany(document => pattern.Matches(File.ReadAllText(document)).Select(m => (Document: document, Name: m.Groups[1].Value))).ToList();
        Assert.True(found.Count >= atLeast, $"only {found.Count} were found: the test looks at nothing");
        Assert.Empty(found.Where(f => !isThere(f.Name, f.Document)).Select(f => $"{Path.GetRelativePath(Repository.Root, f.Document)}: {f.Name}").Distinct());
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    // A path of the repository in backticks; what has a place to be filled in it is a pattern.
    [GeneratedRegex(@"`((?:Modules|Themes|Recipes|tests|docs|Integral\.Web)/[^`<>{}…*\s]*)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\./dev ([a-z][a-z-]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\./dev test \[?(--[a-z]+)")]
    private static partial Regex TestOption();

    [GeneratedRegex(@"^(?:\./dev run |dotnet Integral\.Web\.dll )?(?:tenants|recipes) ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?<=^(?:\./dev run |dotnet Integral\.Web\.dll )?(?:tenants|recipes) [^#\n]*|^ {10,}[^#\n]*)(--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Option();

    [GeneratedRegex(@"\b(Integral__[A-Za-z_]+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"onfiguration(?:\.GetValue<\w+\??>\(|\.GetSection\(|\[)""(Integral:[A-Za-z:]+)""")]
    private static partial Regex ReadSetting();

    [GeneratedRegex(@"<(ui-[a-z]+)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\| (`[A-Za-z]+`(?:, `[A-Za-z]+`)*) \|", RegexOptions.Multiline)]
    private static partial Regex Step();
}
