using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Recipes;

/// <summary>Recipes that are wrong, by mistake or on purpose: each is told plainly, with file and step, and nothing half-done stays.</summary>
public sealed class BadRecipeTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();

    public static TheoryData<string, string> Bad() => new()
    {
        { """{ "steps": [ { "name": } ] }""", "bad.recipe.json, line 1, position 24: this isn't JSON." },
        { "{ \"steps\": [\n  { \"nome\": \"x\" } ] }", "bad.recipe.json, line 2, position 3: a step is expected to have a 'name'." },
        { Step("feature", "\"enable\": [ \"Integral.Contents\" ]"), "bad.recipe.json: step 1 'feature' enable[0]: There is no feature 'Integral.Contents' here." },
        { Step("feature", "\"disable\": [ \"Integral.Accounts\" ]"), "bad.recipe.json: step 1 'feature' disable: 'Accounts' can't be switched off: no institution runs without it." },
        { Step("settings", "\"TimeZoneId\": \"Moon/Crater\""), "bad.recipe.json: step 1 'settings' TimeZoneId: There is no time zone 'Moon/Crater'." },
        { Step("settings", "\"SiteName\": \"[js: 1 + 1]\""), "bad.recipe.json: step 1 'settings' SiteName: This expression can't be read" },
        { Step("settings", "\"SiteName\": \"[file:text('../../etc/passwd')]\""), "bad.recipe.json: step 1 'settings' SiteName: The path '../../etc/passwd' leaves the recipe's folder." },
        { Step("settings", "\"SiteName\": \"[js: configuration('Integral:Database:ConnectionString') + parameters('Secret')]\""), "There is no parameter 'Secret'." },
        { Step("media", "\"Files\": [ { \"TargetPath\": \"a.txt\", \"SourcePath\": \"/etc/passwd\" } ]"), "step 1 'media' Files[0].SourcePath: The path '/etc/passwd' leaves the recipe's folder." },
        { Step("media", "\"Files\": [ { \"TargetPath\": \"../a.txt\", \"Base64\": \"YQ==\" } ]"), "step 1 'media' Files[0].TargetPath: '../a.txt' can't be the path of a file." },
        { Step("media", "\"Files\": [ { \"TargetPath\": \"a.txt\", \"SourceUrl\": \"http://127.0.0.1/a\" } ]"), "step 1 'media' Files[0].SourceUrl: Files aren't fetched from other servers" },
        { Step("recipes", "\"Values\": [ { \"name\": \"../school\" } ]"), "step 1 'recipes' Values[0].name: There is no recipe '../school' here." },
        { Step("recipes", "\"Values\": [ { \"name\": \"other\" } ]"), "other.recipe.json: step 1 'recipes': These recipes call each other without an end: bad.recipe.json, other.recipe.json, bad.recipe.json" },
        { Step("recipes", $"\"Values\": [ {string.Join(", ", Enumerable.Repeat("{ \"name\": \"content-types\" }", 201))} ]"), "bad.recipe.json: step 1 'recipes': More than 200 recipes call each other." },
        { Child("\"Path\": \"admin\""), "step 1 'Tenants' Tenants[0].Path: The address 'admin' is taken by a page of the system." },
        { Child("\"Path\": \"kk\""), "step 1 'Tenants' Tenants[0].Path: An address has 3 to 60 characters." },
        { Child("\"Path\": \"a child\""), "step 1 'Tenants' Tenants[0].Path: An address has only small Latin letters" },
        { Child("\"Path\": \"school-1\""), "step 1 'Tenants' Tenants[0].Path: The address 'school-1' is taken by another institution." },
        { Child("\"Path\": \"bad-one\""), "bad.recipe.json: step 1 'Tenants': 'bad-one': This address is taken by another institution." },
        { Child("\"Path\": \"child\", \"Culture\": \"fr\""), "step 1 'Tenants' Tenants[0].Culture: There is no language 'fr' here." },
        { Child("\"Path\": \"child\"", "../../etc/recipe.json"), "step 1 'Tenants' Tenants[0].Recipe: There is no recipe '../../etc/recipe.json' here." },
        { Child("\"Path\": \"[js: uuid()]\"", "bad"), "bad.recipe.json: step 1 'Tenants': More than 5 institutions would stand one below another." },
        { Content("\"AutoroutePart\": { \"Path\": \"sign-in\" }"), "step 2 'content' Data[0].AutoroutePart.Path: The address 'sign-in' is taken by a page of the system." },
        { Content("\"LocalizationPart\": { \"Culture\": \"fr\" }"), "step 2 'content' Data[0].LocalizationPart.Culture: There is no language 'fr' here." },
        { Content("\"ContentItemVersionId\": \"short\""), "step 2 'content' Data[0].ContentItemVersionId: An id has 26 letters and digits." },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_recipe_is_told_where_and_why_and_leaves_nothing(string recipe, string sentence)
    {
        var printed = await CreateAsync(recipe);

        Assert.Contains(sentence, printed.Error);
        Assert.DoesNotContain("   at ", printed.Error);
        await AssertNothingAsync(printed);
    }

    [Fact]
    public async Task A_recipe_that_is_too_long_is_not_read_to_its_end()
    {
        var printed = await CreateAsync($$"""{ "description": "{{new string('x', 21 << 20)}}", "steps": [] }""");

        Assert.Contains("The file bad.recipe.json is longer than 20 MB.", printed.Error);
        await AssertNothingAsync(printed);
    }

    private Task<Printed> CreateAsync(string recipe)
    {
        folder.Write("bad.recipe.json", recipe);
        folder.Write("other.recipe.json", """{ "name": "other", "steps": [ { "name": "recipes", "Values": [ { "name": "bad" } ] } ] }""");
        return new Terminal(district).RunAsync("tenants", "create", "--recipe", folder.At("bad.recipe.json"), "--path", "bad-one", "--name", "Bad");
    }

    private async Task AssertNothingAsync(Printed printed)
    {
        Assert.Equal(1, printed.Code);
        Assert.Equal(["", "centre", "school-1", "school-2"], (await district.InHostAsync(host => host.Tenants.Where(t => t.State != TenantState.Removed).Select(t => t.Path).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.True(Directory.EnumerateFiles(Path.Combine(district.Folder, "tenants")).Select(f => Path.GetFileName(f)[..36]).Distinct().Count() <= 4);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Path.Combine(district.Folder, "temporary"), "*", SearchOption.AllDirectories),
            entry => Path.GetFileName(entry) != "alive" && Path.GetFileName(Path.GetDirectoryName(entry)) != "temporary");
    }

    private static string Step(string name, string body) => $$"""{ "name": "bad", "steps": [ { "name": "{{name}}", {{body}} } ] }""";

    private static string Child(string said, string recipe = "school") => Step("Tenants", $$"""
        "Tenants": [ { "Name": "Child", "Recipe": "{{recipe}}", {{said}} } ]
        """);

    private static string Content(string said) => $$"""
        { "steps": [ { "name": "recipes", "Values": [ { "name": "content-types" } ] }, { "name": "content", "Data": [ { "ContentType": "Page", "TitlePart": { "Title": "Bad" }, {{said}} } ] } ] }
        """;

    public void Dispose() => folder.Dispose();
}
