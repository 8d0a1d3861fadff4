using System.Net;
using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Commands;

/// <summary>The verbs that make and change institutions, through the real command line.</summary>
public sealed class TenantVerbTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task Create_takes_everything_that_can_be_said_of_an_institution()
    {
        folder.Write("named.recipe.json", """{ "name": "named", "tags": [ "kindergarten" ], "steps": [ { "name": "settings", "Slogan": { "Text": "[js: parameters('Motto')]" } } ] }""");
        folder.Write("password", "Ten-letters-1\n");
        var said = await terminal.DoAsync("tenants", "create", "--recipe", folder.At("named.recipe.json"), "--path", "/all-said/", "--name", "Всё сказано", "--parent", "school-1",
            "--host", "All-Said.example.org", "--culture", "kk", "--time-zone", "Europe/Kyiv", "--admin-email", "first@all-said.example", "--admin-password-file", folder.At("password"),
            "--param", "Motto=a=b", "Other=x");

        var tenant = district.Tenant("all-said");
        Assert.Contains("all-said.example.org", said);
        Assert.Equal(("Всё сказано", TenantKind.Kindergarten, "kk", "Europe/Kyiv", TenantState.Running), (tenant.Name, tenant.Kind, tenant.Culture, tenant.TimeZone, tenant.State));
        Assert.Equal(["all-said.example.org"], tenant.Hosts);
        Assert.Equal(district.Tenant("school-1").Id, tenant.ParentId);
        Assert.Equal("a=b", (await district.InDbAsync("all-said", db => db.SettingAsync<JsonObject>("Slogan")))!["Text"]!.ToString());
        var visitor = district.Visitor();
        Assert.True((await visitor.SubmitAsync("/all-said/sign-in", new() { ["Form.Login"] = "first@all-said.example", ["Form.Password"] = "Ten-letters-1" })).IsRedirect);
        var roles = await district.InHostAsync(host => host.Memberships.Where(m => m.TenantId == tenant.Id).Select(m => m.Roles).SingleAsync());
        Assert.Equal([DeliveredRoles.TenantAdmin], roles);
    }

    public static TheoryData<string, string[]> Wrong() => new()
    {
        { "An address has 3 to 60 characters.", ["--path", "ab"] },
        { "An address has only small Latin letters", ["--path", "Школа"] },
        { "The address 'admin' is taken by a page of the system.", ["--path", "admin"] },
        { "The address 'news' is taken by a page of the system.", ["--path", "news"] },
        { "An address has 3 to 60 characters.", ["--path", "kk"] },
        { "The address 'school-2' is taken by another institution.", ["--path", "school-2"] },
        { "There is a root tenant already.", ["--path", "/"] },
        { "A name has 1 to 300 characters.", ["--name", " "] },
        { "There is no recipe 'scool'.", ["--recipe", "scool"] },
        { "There is no file 'missing.json'.", ["--recipe", "missing.json"] },
        { "There is no institution at 'nowhere'.", ["--parent", "nowhere"] },
        { "'no host' isn't a host name", ["--host", "no host"] },
        { "'-bad-.example.org' isn't a host name", ["--host", "-bad-.example.org"] },
        { "There is no language 'fr' here.", ["--culture", "fr"] },
        { "There is no time zone 'Moon/Crater'.", ["--time-zone", "Moon/Crater"] },
        { "'nobody' isn't an e-mail address.", ["--admin-email", "nobody", "--admin-password", "Ten-letters-1"] },
        { "A password has at least 10 characters.", ["--admin-email", "a@b.example", "--admin-password", "short"] },
        { "give it a password", ["--admin-email", "unknown@b.example"] },
        { "leave the password out", ["--admin-email", "head@demo.local", "--admin-password", "Ten-letters-1"] },
        { "name their e-mail too", ["--admin-password", "Ten-letters-1"] },
        { "not both", ["--admin-email", "a@b.example", "--admin-password", "Ten-letters-1", "--admin-password-file", "x"] },
        { "There is no file", ["--admin-email", "a@b.example", "--admin-password-file", "missing-password"] },
        { "A parameter is written name=value, not 'alone'.", ["--param", "alone"] },
        { "A parameter is written name=value, not '=x'.", ["--param", "=x"] },
        { "The parameter 'a' is given twice.", ["--param", "a=1", "a=2"] },
        { "Unrecognized command or argument", ["--colour", "red"] },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_told_in_one_line_and_leaves_nothing(string sentence, string[] options)
    {
        _ = district.Services;
        var before = await StateAsync();
        string[] right = [.. new[] { ("--path", "wrong-one"), ("--name", "Wrong"), ("--recipe", "school") }.Where(o => !options.Contains(o.Item1)).SelectMany(o => new[] { o.Item1, o.Item2 })];
        var printed = await terminal.RunAsync(["tenants", "create", .. right, .. options]);

        Assert.InRange(printed.Code, 1, 2);
        Assert.Contains(sentence, printed.Error);
        Assert.DoesNotContain("   at ", printed.Error);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task List_tells_programs_what_there_is()
    {
        await CreateAsync("listed");
        var all = JsonNode.Parse(await terminal.DoAsync("tenants", "list", "--json"))!.AsArray();
        var one = all.Single(t => (string)t!["path"]! == "/listed")!;

        Assert.Equal((district.Tenant("listed").Id, "listed", "School", "/", "Running"), ((Guid)one["id"]!, (string)one["name"]!, (string)one["kind"]!, (string)one["parent"]!, (string)one["state"]!));
        Assert.Equal("/", (string)all.Single(t => t!["parent"] is null)!["path"]!);
        Assert.Contains("/listed", await terminal.DoAsync("tenants", "list"));
    }

    [Fact]
    public async Task An_institution_is_moved_switched_off_and_on_and_removed()
    {
        await CreateAsync("travels");
        await terminal.DoAsync("tenants", "move", "travels", "--parent", "school-1", "--path", "arrived");
        Assert.Equal(district.Tenant("school-1").Id, district.Tenant("arrived").ParentId);
        var under = await terminal.RunAsync("tenants", "move", "school-1", "--parent", "arrived");
        Assert.Equal(1, under.Code);
        Assert.Contains("can't stand under itself", under.Error);

        await terminal.DoAsync("tenants", "disable", "arrived");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await district.Visitor().StatusAsync("/arrived"));
        var below = await terminal.RunAsync("tenants", "create", "--recipe", "school", "--path", "below-off", "--name", "Below", "--parent", "arrived");
        Assert.Contains("isn't running", below.Error);
        await terminal.DoAsync("tenants", "enable", "arrived");
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/arrived"));

        Assert.Contains("was removed. Its archive:", await terminal.DoAsync("tenants", "remove", "arrived", "--yes"));
        Assert.Equal(1, (await terminal.RunAsync("tenants", "disable", "arrived")).Code);
    }

    [Fact]
    public async Task A_recipe_that_fails_half_way_leaves_nothing_of_the_institution_nor_of_those_below_it()
    {
        folder.Write("half.recipe.json", """
            { "name": "half", "steps": [
              { "name": "media", "Files": [ { "TargetPath": "a.txt", "Base64": "YQ==" } ] },
              { "name": "Tenants", "Tenants": [ { "Path": "half-child", "Name": "Child", "Recipe": "school" }, { "Path": "half-other", "Name": "Other", "Recipe": "broken" } ] } ] }
            """);
        folder.Write("broken.recipe.json", """{ "name": "broken", "steps": [ { "name": "nonsense" } ] }""");
        _ = district.Services;
        var before = await StateAsync();
        var printed = await terminal.RunAsync("tenants", "create", "--recipe", folder.At("half.recipe.json"), "--path", "half", "--name", "Half");

        Assert.Equal(1, printed.Code);
        Assert.Contains("broken.recipe.json: step 1 'nonsense' name: There is no step 'nonsense' here.", printed.Error);
        Assert.Equal(before, await StateAsync());
    }

    private Task<string> CreateAsync(string path) => terminal.DoAsync("tenants", "create", "--recipe", "school", "--path", path, "--name", path);

    /// <summary>Every row of the catalogue, accounts and memberships, and every file but the databases' own logs.</summary>
    private async Task<string> StateAsync()
    {
        var rows = await district.InHostAsync(async host =>
            $"{string.Join(' ', await host.Tenants.Where(t => t.State != TenantState.Removed).Select(t => t.Path).Order().ToListAsync())} {await host.Users.CountAsync()} {await host.Memberships.CountAsync()}");
        var files = Directory.EnumerateFiles(district.Folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal) && Path.GetFileName(f) != "alive");
        return $"{rows}\n{string.Join('\n', files.Order())}";
    }

    public void Dispose() => folder.Dispose();
}

/// <summary>An installation with nothing in it.</summary>
public sealed class FirstVerbTests(EmptyDistrict district) : IClassFixture<EmptyDistrict>
{
    [Fact]
    public async Task The_first_institution_is_the_root_and_only_then_come_others()
    {
        var terminal = new Terminal(district);
        var early = await terminal.RunAsync("tenants", "create", "--recipe", "school", "--path", "too-early", "--name", "Early");
        var said = await terminal.DoAsync("tenants", "create", "--recipe", "district", "--path", "/", "--name", "Аудан", "--culture", "kk", "--time-zone", "Asia/Almaty",
            "--admin-email", "admin@district.example", "--admin-password", "Ten-letters-1");
        await terminal.DoAsync("tenants", "create", "--recipe", "school", "--path", "school-12", "--name", "№ 12 мектеп");

        Assert.Equal(1, early.Code);
        Assert.Contains("There is no root institution yet.", early.Error);
        Assert.Contains("http://localhost:5080/", said);
        Assert.Equal(("kk", "Asia/Almaty"), (district.Tenant("school-12").Culture, district.Tenant("school-12").TimeZone));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/"));
        Assert.Equal([DeliveredRoles.PlatformAdmin], await district.InHostAsync(host => host.Memberships.Select(m => m.Roles).SingleAsync()));
        Assert.Equal(2, JsonNode.Parse(await terminal.DoAsync("tenants", "list", "--json"))!.AsArray().Count);
    }
}
