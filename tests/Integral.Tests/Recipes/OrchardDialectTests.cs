using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Recipes;

/// <summary>A recipe written for Orchard Core, run here.</summary>
public sealed class OrchardDialectTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task Without_lenient_all_that_is_unknown_is_named_by_file_step_and_index_and_nothing_is_written()
    {
        var printed = await RunAsync("strict");

        Assert.Equal(1, printed.Code);
        Assert.Equal(Bakery.LeftOut.Select(l => $"bakery.recipe.json: {l}"), printed.Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.Null(district.Services.GetRequiredService<Catalogue>().At("strict"));
        Assert.False(await district.InHostAsync(host => host.Tenants.AnyAsync(t => t.Path == "strict")));
    }

    [Fact]
    public async Task With_lenient_the_rest_is_written_and_each_part_left_out_is_reported()
    {
        var printed = await RunAsync("lenient", "--lenient");
        var page = (await district.Visitor().OpenAsync("/lenient")).Document.QuerySelector("main")!;

        Assert.Equal(0, printed.Code);
        Assert.Equal(Bakery.LeftOut.Select(l => $"- bakery.recipe.json: {l}"), printed.Output.Split('\n').Where(l => l.StartsWith('-')).Select(l => l.TrimEnd()));
        foreach (var text in new[] { "Fresh every morning", "Loaves", "Rye loaf", "Whole rye", "Open from six" }) Assert.Contains(text, page.TextContent);
        Assert.DoesNotContain("No such thing", page.TextContent);
    }

    [Fact]
    public async Task Texts_in_several_languages_and_old_truth_values_pass_as_they_are()
    {
        await RunAsync("as-they-are", "--lenient");

        Assert.Equal("[locale en]Welcome[/locale][locale fr]Bienvenue[/locale]", (await district.InDbAsync("as-they-are", db => db.SettingAsync<JsonObject>("Greeting")))!["value"]!.ToString());
        var loaf = await district.InDbAsync("as-they-are", db => db.Set<Integral.Content.ContentType>().SingleAsync(t => t.Name == "Loaf"));
        Assert.Equal("True", JsonNode.Parse(loaf.Definition)!["Settings"]!["Creatable"]!.ToString());
        var role = await district.InHostAsync(host => host.Roles.SingleAsync(r => r.Name == "Baker" && r.TenantId == district.Tenant("as-they-are").Id));
        Assert.Equal(["people.view"], role.Granted);
    }

    private Task<Printed> RunAsync(string path, params string[] options)
    {
        folder.Write("bakery.recipe.json", Bakery.Recipe);
        folder.Write("Snippets/lead.html", Bakery.Lead);
        return new Terminal(district).RunAsync(["tenants", "create", "--recipe", folder.At("bakery.recipe.json"), "--path", path, "--name", "Bakery", .. options]);
    }

    public void Dispose() => folder.Dispose();
}
