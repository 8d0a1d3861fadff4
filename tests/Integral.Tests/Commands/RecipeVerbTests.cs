using System.Text.Json.Nodes;
using Integral.Content;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Commands;

public sealed class RecipeVerbTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task List_names_the_recipes_that_came_with_the_system()
    {
        var said = await terminal.DoAsync("recipes", "list");

        foreach (var recipe in new[] { "district", "school", "kindergarten", "centre", "demo" }) Assert.Contains($"{recipe} ", said);
    }

    [Fact]
    public async Task A_plan_says_what_would_be_done_and_what_is_unknown_and_does_nothing()
    {
        folder.Write("partly.recipe.json", """{ "steps": [ { "name": "settings", "Planned": { "a": 1 } }, { "name": "media", "Files": [ { "TargetPath": "a.txt", "Base64": "YQ==" } ] }, { "name": "nonsense" } ] }""");
        var (version, files) = (district.Tenant("school-2").Version, Directory.GetFiles(FilesOf("school-2")));
        var planned = await terminal.RunAsync("recipes", "plan", folder.At("partly.recipe.json"), "--tenant", "school-2");
        var strict = await terminal.RunAsync("recipes", "run", folder.At("partly.recipe.json"), "--tenant", "school-2");

        Assert.Equal((1, 1), (planned.Code, strict.Code));
        Assert.Contains("+ Settings written: Planned", planned.Output);
        Assert.Contains("- partly.recipe.json: step 3 'nonsense' name: There is no step 'nonsense' here.", planned.Output);
        Assert.Contains("nothing was written", strict.Error);
        Assert.Null(await SettingAsync("school-2", "Planned"));
        Assert.Equal(version, district.Tenant("school-2").Version);
        Assert.Equal(files.Order(), Directory.EnumerateFiles(FilesOf("school-2")).Order());

        await terminal.DoAsync("recipes", "run", folder.At("partly.recipe.json"), "--tenant", "school-2", "--lenient");
        Assert.NotNull(await SettingAsync("school-2", "Planned"));
        Assert.Single(Directory.EnumerateFiles(FilesOf("school-2")).Except(files));
    }

    [Fact]
    public async Task What_the_host_refuses_undoes_the_tenant_s_data_too()
    {
        // The account is looked for in the host's database, after the tenant's data: this used to be found out when those were written already.
        folder.Write("late.recipe.json", """
            { "steps": [ { "name": "settings", "Late": { "a": 1 } }, { "name": "media", "Files": [ { "TargetPath": "late.txt", "Base64": "YQ==" } ] },
              { "name": "Users", "Users": [ { "UserName": "nobody-yet", "Name": "Ким Анна" } ] } ] }
            """);
        var files = Directory.Exists(FilesOf("centre")) ? Directory.EnumerateFiles(FilesOf("centre")).Count() : 0;
        var run = await terminal.RunAsync("recipes", "run", folder.At("late.recipe.json"), "--tenant", "centre");
        var plan = await terminal.RunAsync("recipes", "plan", folder.At("late.recipe.json"), "--tenant", "centre");

        Assert.Equal((1, 1), (run.Code, plan.Code));
        Assert.Contains("There is no account 'nobody-yet' yet", run.Error);
        Assert.Null(await SettingAsync("centre", "Late"));
        Assert.Equal(files, Directory.Exists(FilesOf("centre")) ? Directory.EnumerateFiles(FilesOf("centre")).Count() : 0);
    }

    [Fact]
    public async Task Hashes_made_elsewhere_are_refused_and_their_owners_left_out()
    {
        folder.Write("users.recipe.json", """{ "steps": [ { "name": "Users", "Users": [ { "UserName": "foreign", "Name": "Чужой Иван", "PasswordHash": "AQAA", "SecurityStamp": "X" } ] } ] }""");
        var strict = await terminal.RunAsync("recipes", "run", folder.At("users.recipe.json"), "--tenant", "centre");
        var lenient = await terminal.DoAsync("recipes", "run", folder.At("users.recipe.json"), "--tenant", "centre", "--lenient");

        Assert.Contains("users.recipe.json: step 1 'Users' Users[0].PasswordHash: Hashes made elsewhere aren't taken over.", strict.Error);
        Assert.Contains("Users[0].SecurityStamp", lenient);
        Assert.False(await district.InHostAsync(host => host.Users.AnyAsync(a => a.UserName == "foreign")));
    }

    [Fact]
    public async Task A_recipe_used_to_switch_off_what_others_need_and_to_say_nothing_of_what_can_not_be_switched_off()
    {
        folder.Write("off.recipe.json", """{ "steps": [ { "name": "feature", "disable": [ "Integral.People" ] } ] }""");
        folder.Write("content.recipe.json", """{ "steps": [ { "name": "feature", "disable": [ "Integral.Content" ] } ] }""");
        var refused = await terminal.RunAsync("recipes", "run", folder.At("off.recipe.json"), "--tenant", "school-2");
        await terminal.DoAsync("tenants", "create", "--recipe", "school", "--path", "without", "--name", "Without");
        await terminal.DoAsync("recipes", "run", folder.At("content.recipe.json"), "--tenant", "without");

        Assert.Equal(1, refused.Code);
        Assert.Contains("off.recipe.json: step 1 'feature' disable: ", refused.Error);
        Assert.Contains("can't be switched off", refused.Error);
        Assert.True(district.Tenant("school-2").Has("Integral.People"));
        Assert.False(district.Tenant("without").Has("Integral.Content"));
    }

    [Fact]
    public async Task Recipes_that_one_calls_are_followed_one_after_another_and_may_be_called_twice()
    {
        // The second used to be followed after the first one's first step.
        folder.Write("caller.recipe.json", """{ "name": "caller", "steps": [ { "name": "recipes", "Values": [ { "name": "first" }, { "name": "second" }, { "name": "first" }, { "name": "second" } ] } ] }""");
        folder.Write("first.recipe.json", """{ "name": "first", "steps": [ { "name": "settings", "Turn": { "one": 1 } }, { "name": "settings", "Turn": { "last": "first" } } ] }""");
        folder.Write("second.recipe.json", """{ "name": "second", "steps": [ { "name": "settings", "Turn": { "last": "second" } } ] }""");
        await terminal.DoAsync("recipes", "run", folder.At("caller.recipe.json"), "--tenant", "school-1");

        Assert.Equal("second", (await SettingAsync("school-1", "Turn"))!["last"]!.ToString());
    }

    [Fact]
    public async Task A_version_that_is_there_is_updated_and_another_becomes_the_latest()
    {
        folder.Write("one.recipe.json", Item("versionone0000000000000000", "First"));
        folder.Write("one-again.recipe.json", Item("versionone0000000000000000", "First, mended"));
        folder.Write("two.recipe.json", Item("versiontwo0000000000000000", "Second"));
        foreach (var file in new[] { "one", "one-again", "two", "two" }) await terminal.DoAsync("recipes", "run", folder.At($"{file}.recipe.json"), "--tenant", "school-2");

        var item = await district.InDbAsync("school-2", db => db.Set<ContentItem>().Include(i => i.Versions).SingleAsync(i => i.ContentItemId == "versioned00000000000000000"));
        Assert.Equal([(1, "First, mended"), (2, "Second")], item.Versions.OrderBy(v => v.Number).Select(v => (v.Number, v.Title)));
        Assert.Equal((2, 2), (item.Latest!.Number, item.Published!.Number));

        static string Item(string version, string title) => $$"""
            { "steps": [ { "name": "content", "Data": [ { "ContentItemId": "versioned00000000000000000", "ContentItemVersionId": "{{version}}", "ContentType": "Page",
              "TitlePart": { "Title": "{{title}}" }, "AutoroutePart": { "Path": "versioned" } } ] } ] }
            """;
    }

    private Task<JsonObject?> SettingAsync(string tenant, string name) => district.InDbAsync(tenant, db => db.SettingAsync<JsonObject>(name));

    private string FilesOf(string tenant) => Path.Combine(district.Folder, "files", $"{district.Tenant(tenant).Id}");

    public void Dispose() => folder.Dispose();
}
