namespace Integral.Tests.Architecture;

/// <summary>docs/guide/your-first-module.md and ./dev new-module, which writes what it shows, keep what they promise.</summary>
[Trait("Speed", "Slow"), Trait("Engine", "Sqlite")]
public sealed class FirstModuleTests
{
    private static readonly string Tools = Path.Combine(AppContext.BaseDirectory.Replace("Integral.Tests", "Integral.DevTools", StringComparison.Ordinal), "Integral.DevTools.dll");

    private static readonly string[] Run = ["exec", "tests/Integral.Tests/bin/Debug/net10.0/Integral.Tests.dll", "-noLogo", "-noColor"];

    /// <summary>Those of the architecture's rules that ask about a module.</summary>
    private static readonly string[] Rules =
    [
        nameof(ArchitectureTests.A_module_shows_only_its_contracts), nameof(ArchitectureTests.A_module_uses_only_the_modules_it_declares), nameof(ArchitectureTests.Every_admin_page_asks_for_a_permission_that_a_module_declares),
        nameof(ArchitectureTests.Migrations_match_the_model), nameof(ArchitectureTests.Nothing_has_an_empty_name), nameof(ArchitectureTests.Only_the_UI_kit_knows_classes_styles_and_scripts), nameof(ArchitectureTests.An_interface_has_two_classes_or_is_a_contract),
    ];

    /// <summary>The guide's own test is run: the head writes and the teacher reads, a rule is told at its field, and where the feature is off the page isn't there. So are the rules of the architecture.</summary>
    [Fact]
    public async Task The_module_of_the_guide_is_made_and_built_and_does_what_the_guide_says()
    {
        using var tree = new SmallTree();

        await DoneAsync(tree, "exec", Tools, "new-module", "Notes");
        Assert.Contains("Integral.Notes.csproj", tree.Read("Integral.sln"), StringComparison.Ordinal);
        Assert.Contains("new Integral.Notes.NotesModule(),", tree.Read("Integral.Web/Modules.cs"), StringComparison.Ordinal);

        await DoneAsync(tree, "build", "tests/Integral.DevTools", "-v", "q", "-nologo", "-nodeReuse:false");
        await DoneAsync(tree, "exec", "tests/Integral.DevTools/bin/Debug/net10.0/Integral.DevTools.dll", "migrate", "Notes", "Initial");
        Assert.Equal(["PostgreSql", "Sqlite"], Directory.GetDirectories(Path.Combine(tree.Root, "Modules/Integral.Notes/Data/Migrations")).Select(Path.GetFileName).Order());

        await DoneAsync(tree, "build", "tests/Integral.Tests", "-v", "q", "-nologo", "-nodeReuse:false");
        var said = await DoneAsync(tree, [.. Run, "-class", "Integral.Tests.Notes.NotesTests"]);
        Assert.Contains("Total: 3, Errors: 0, Failed: 0, Skipped: 0", said, StringComparison.Ordinal);

        said = await DoneAsync(tree, [.. Run, .. Rules.SelectMany(rule => new[] { "-method", $"*.{rule}" })]);
        Assert.Contains("Errors: 0, Failed: 0, Skipped: 0", said, StringComparison.Ordinal);
    }

    /// <summary>The name of another module goes through all of its files, however English makes its plural.</summary>
    [Theory, InlineData("Vacancies", "Vacancy", "vacancies"), InlineData("Events", "Event", "events"), InlineData("ClassTrips", "ClassTrip", "class_trips"), InlineData("Boxes", "Box", "boxes"), InlineData("Transport", "TransportEntry", "transport_entries")]
    public async Task A_module_is_called_as_it_was_asked_for(string name, string noun, string table)
    {
        using var tree = new SmallTree();
        await DoneAsync(tree, "exec", Tools, "new-module", name);

        Assert.Contains($"sealed class {noun}\n", tree.Read($"Modules/Integral.{name}/{noun}.cs"), StringComparison.Ordinal);
        Assert.Contains($"ToTable(\"{table}\")", tree.Read($"Modules/Integral.{name}/Data/Tables.cs"), StringComparison.Ordinal);
        var files = Directory.GetFiles(Path.Combine(tree.Root, $"Modules/Integral.{name}"), "*", SearchOption.AllDirectories).Append(Path.Combine(tree.Root, $"tests/Integral.Tests/{name}/{name}Tests.cs"));
        Assert.Equal(13, files.Count());
        Assert.All(files, file => Assert.DoesNotMatch("(?i)notes?\\b", File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("notices", "isn't one word in PascalCase"), InlineData("Two words", "isn't one word in PascalCase"), InlineData("../Up", "isn't one word in PascalCase"), InlineData("HTML", "isn't one word in PascalCase"), InlineData("Новости", "isn't one word in PascalCase")]
    [InlineData("People", "is taken"), InlineData("Host", "is taken"), InlineData("MailService", "says nothing"), InlineData("Tasks", "'Task'"), InlineData("Tenants", "'Tenant'")]
    public async Task A_name_that_cannot_be_a_module_s_is_refused_and_nothing_is_written(string name, string why)
    {
        using var tree = new SmallTree();
        var (code, said) = await tree.DotnetAsync("exec", Tools, "new-module", name);

        Assert.Equal(1, code);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(tree.Root, "Modules")));
    }

    private static async Task<string> DoneAsync(SmallTree tree, params string[] arguments)
    {
        var (code, said) = await tree.DotnetAsync(arguments);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)}\n{said}");
        return said;
    }
}
