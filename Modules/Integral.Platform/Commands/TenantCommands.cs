using System.CommandLine;
using System.Globalization;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Commands;

internal static class TenantCommands
{
    public static Command All(IServiceProvider services) => new("tenants", "Deploy institutions and look after them")
    {
        Create(services),
        List(services),
        ImportCommand.Import(services),
        TenantChangeCommands.Move(services),
        TenantChangeCommands.Disable(services),
        TenantChangeCommands.Enable(services),
        TenantChangeCommands.Remove(services),
    };

    private static Command Create(IServiceProvider services)
    {
        var recipe = new Option<string>("--recipe") { Required = true, Description = "A recipe's name, or the path of its file" };
        var path = new Option<string>("--path") { Required = true, Description = "The address: school-12; / for the root of an empty installation" };
        var name = new Option<string>("--name") { Required = true };
        var parent = new Option<string?>("--parent") { Description = "The path of the institution above; the root if left out" };
        var host = new Option<string?>("--host") { Description = "A host name of its own" };
        var culture = new Option<string?>("--culture") { Description = "ru, kk, uk or en" };
        var email = new Option<string?>("--admin-email");
        var password = new Option<string?>("--admin-password");
        var passwordFile = new Option<FileInfo?>("--admin-password-file");
        var server = new Option<string?>("--server") { Description = "The database server to hold it, one of Integral:Database:Servers; the default one if left out" };
        var lenient = new Option<bool>("--lenient") { Description = "Leave out of the recipe what isn't known here" };
        var parameters = new Option<string[]>("--param") { AllowMultipleArgumentsPerToken = true, Description = "k=v, for the recipe" };
        var command = new Command("create", "Deploy a tenant in one step") { recipe, path, name, parent, host, culture, email, password, passwordFile, server, lenient, parameters };
        command.SetAction(parsed => CommandLine.DoAsync(services, "tenants create", async scope =>
        {
            var catalogue = scope.GetRequiredService<Catalogue>();
            var above = parsed.GetValue(parent) is { } p ? Find(catalogue, p) : null;
            var wanted = new NewTenant(parsed.GetRequiredValue(name), Clean(parsed.GetRequiredValue(path)), parsed.GetRequiredValue(recipe))
            {
                ParentId = above?.Id, Host = parsed.GetValue(host), Culture = parsed.GetValue(culture) ?? (above ?? catalogue.Root)?.Culture ?? "ru",
                TimeZone = (above ?? catalogue.Root)?.TimeZone ?? "UTC", Server = parsed.GetValue(server),
                AdminEmail = parsed.GetValue(email), Parameters = Pairs(parsed.GetValue(parameters) ?? []),
                AdminPassword = parsed.GetValue(passwordFile) is { } file ? (await File.ReadAllTextAsync(file.FullName)).Trim() : parsed.GetValue(password),
            };
            var report = await scope.GetRequiredService<Deployment>().CreateAsync(wanted, parsed.GetValue(lenient), allowPath: true);
            RecipeCommands.Print(scope, report.Done, report.LeftOut);
            Console.WriteLine(Address(scope, report.Tenant));
            return 0;
        }));
        return command;
    }

    private static Command List(IServiceProvider services)
    {
        var json = new Option<bool>("--json");
        var command = new Command("list", "All tenants") { json };
        command.SetAction(parsed => CommandLine.DoAsync(services, "tenants list", scope =>
        {
            var catalogue = scope.GetRequiredService<Catalogue>();
            var all = catalogue.All.Where(t => t.State != TenantState.Creating).OrderBy(t => t.Path, StringComparer.Ordinal);
            if (parsed.GetValue(json)) Console.WriteLine(Json.Write(all.Select(t => new
            {
                t.Id, t.Name, path = $"/{t.Path}", t.Kind, parent = t.ParentId is { } id ? $"/{catalogue.Of(id)?.Path}" : null, t.State, t.Code, t.Culture, t.Hosts, t.Features, address = Address(scope, t),
            })));
            else foreach (var t in all) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{t.State,-14} {t.Kind,-12} /{t.Path,-40} {t.Name}"));
            return Task.FromResult(0);
        }));
        return command;
    }

    /// <exception cref="RuleException">There is no tenant at that path.</exception>
    internal static Tenant Find(Catalogue catalogue, string path)
    {
        var tenant = catalogue.At(Clean(path));
        Rule.Require(tenant is not null, T.Say("There is no institution at '{0}'.", path));
        return tenant;
    }

    internal static string Clean(string path) => path.Trim('/');

    internal static string Address(IServiceProvider scope, Tenant tenant)
    {
        var root = scope.GetRequiredService<IConfiguration>()["Integral:PublicUrl"] ?? "http://localhost:5080";
        return tenant.Hosts is [var host, ..] ? $"{new Uri(root).Scheme}://{host}/" : $"{root.TrimEnd('/')}/{tenant.Path}";
    }

    private static Dictionary<string, string> Pairs(IEnumerable<string> pairs) => pairs.ToDictionary(p => p.Split('=', 2)[0], p =>
    {
        Rule.Require(p.Contains('='), T.Say("A parameter is written name=value, not '{0}'.", p));
        return p.Split('=', 2)[1];
    });
}
