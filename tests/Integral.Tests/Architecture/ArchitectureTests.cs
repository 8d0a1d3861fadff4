using Integral.Tests.Kit;
using System.Reflection;
using System.Text.RegularExpressions;
using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Integral.Tests.Architecture;

/// <summary>The rules of docs/architecture.md, for every module at once. A new module needs no new test.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly ModuleCatalog Catalog = Web.Modules.All;
    private static readonly string[] EmptyNames = ["Manager", "Helper", "Util", "Utils", "Service", "Processor", "Dto", "Impl", "Base", "Data", "Info"];

    public static TheoryData<string> Modules() => [.. Catalog.Where(m => m is not PlatformModule).Select(m => m.Name)];
    public static TheoryData<string, string> Schemas() => new(Catalog.SelectMany(m => new[] { (m.Name, "Sqlite"), (m.Name, "PostgreSql") }));

    private static IntegralModule Module(string name) => Catalog.Single(m => m.Name == name);

    [Theory, MemberData(nameof(Modules))]
    public void A_module_shows_only_its_contracts(string name)
    {
        var module = Module(name);
        var leaks = module.Assembly.GetExportedTypes().Where(t => !t.IsNested &&
            t.Namespace != $"Integral.{module.Name}.Contracts" && !t.IsSubclassOf(typeof(IntegralModule)) &&
            !t.IsSubclassOf(typeof(Migration)) && !t.IsAssignableTo(typeof(ITagHelper)) &&
            module.Name != "Ui");       // the kit is made to be used: its tags' values and Flash are its contract

        Assert.Empty(leaks);
    }

    [Theory, MemberData(nameof(Modules))]
    public void A_module_uses_only_the_modules_it_declares(string name)
    {
        var module = Module(name);
        var used = module.Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Integral.", StringComparison.Ordinal));
        var declared = module.DependsOn.Select(m => m.Assembly.GetName().Name!).Concat(["Integral.Platform", "Integral.Ui"]);

        Assert.Empty(used.Except(declared));
    }

    [Theory, MemberData(nameof(Modules))]
    public void Every_admin_page_asks_for_a_permission_that_a_module_declares(string name)
    {
        var pages = Module(name).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(PageModel)) && t.Namespace!.Contains(".Pages.Admin", StringComparison.Ordinal));

        Assert.All(pages, page => Assert.Contains(page.GetCustomAttribute<AuthorizeAttribute>()?.Policy, Catalog.Permissions.Keys));
    }

    [Theory, MemberData(nameof(Schemas))]
    public void Migrations_match_the_model(string name, string provider)
    {
        using var schema = Provider.Named(provider).SchemaOf(Module(name));
        Assert.False(schema?.Database.HasPendingModelChanges() ?? false, $"Run: ./dev migrate {name} <Name>");
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public void The_hosts_migrations_match_its_model(string provider)
    {
        using var schema = Provider.Named(provider).HostSchema();
        Assert.False(schema.Database.HasPendingModelChanges(), "Run: ./dev migrate Host <Name>");
    }

    [Fact]
    public void The_rules_look_at_something()
    {
        Assert.Equal(Directory.GetDirectories(Path.Combine(Repository.Root, "Modules")).Length, Catalog.Count());
        Assert.Contains(Catalog, m => m.Assembly.GetTypes().Any(t => t.IsSubclassOf(typeof(PageModel))));
        Assert.NotEmpty(Repository.Files("*.cshtml", "Modules"));
    }

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Assert.All(Repository.Files("*.cs", "Modules", "Themes", "Integral.Web", "tests"), file => Assert.InRange(File.ReadLines(file).Count(), 1, 300));

    [Fact]
    public void No_page_is_longer_than_a_hundred_and_twenty_lines() =>
        Assert.All(Repository.Files("*.cshtml", "Modules", "Themes"), file => Assert.InRange(File.ReadLines(file).Count(), 1, 120));

    [Fact]
    public void Nothing_has_an_empty_name()
    {
        var named = Catalog.SelectMany(m => m.Assembly.GetTypes()).Where(t => !t.Name.StartsWith('<') && !t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)));
        var empty = named.Where(t => EmptyNames.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal) && t.Name != e && !t.Name.EndsWith("TagHelper", StringComparison.Ordinal))).ToList();
        Assert.Empty(empty);
    }

    [Fact]
    public void Only_the_UI_kit_knows_classes_styles_and_scripts()
    {
        var pages = Repository.Files("*.cshtml", "Modules").Where(f => !f.Contains("Integral.Ui", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, f => Markup().IsMatch(File.ReadAllText(f)));
    }

    /// <summary>An interface in a module has two classes, or stands in Contracts: no abstraction before it is needed.</summary>
    [Theory, MemberData(nameof(Modules))]
    public void An_interface_has_two_classes_or_is_a_contract(string name)
    {
        var types = Catalog.SelectMany(m => m.Assembly.GetTypes()).ToList();
        var lonely = Module(name).Assembly.GetTypes().Where(t => t.IsInterface && t.Namespace?.EndsWith(".Contracts", StringComparison.Ordinal) != true)
            .Where(i => types.Count(t => t.IsClass && t.IsAssignableTo(i)) < 2);

        Assert.Empty(lonely);
    }

    /// <summary>Only IExtensions filters an extension point by the tenant's features (decision 11).</summary>
    [Theory, MemberData(nameof(Modules))]
    public void Nobody_asks_for_all_implementations_of_an_extension_point(string name)
    {
        var constructors = Module(name).Assembly.GetTypes().Where(t => t.IsClass && !t.IsAbstract && !t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))
            .SelectMany(t => t.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance));
        var greedy = constructors.Where(c => c.GetParameters().Any(p => p.ParameterType is { IsGenericType: true } type &&
            type.GetGenericTypeDefinition() == typeof(IEnumerable<>) && type.GenericTypeArguments[0] is { IsInterface: true } point && point.Namespace?.StartsWith("Integral.", StringComparison.Ordinal) == true));

        Assert.Empty(greedy.Select(c => c.DeclaringType));
    }

    [Fact]
    public void No_lock_file_names_a_registry() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, "Modules", "Integral.Ui"), "package-lock.json"), file => Assert.DoesNotContain("\"resolved\"", File.ReadAllText(file), StringComparison.Ordinal));

    [GeneratedRegex("""\s(class|style|onclick|onchange)=|<script|<style""", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
