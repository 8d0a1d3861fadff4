using System.CommandLine;
using System.Globalization;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.Configuration;

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
        var zone = new Option<string?>("--time-zone") { Description = "Such as Asia/Almaty; that of the institution above if left out" };
        var email = new Option<string?>("--admin-email");
        var password = new Option<string?>("--admin-password");
        var passwordFile = new Option<FileInfo?>("--admin-password-file");
        var server = new Option<string?>("--server") { Description = "The database server to hold it, one of Integral:Database:Servers; the default one if left out" };
        var lenient = new Option<bool>("--lenient") { Description = "Leave out of the recipe what isn't known here" };
        var parameters = new Option<string[]>("--param") { AllowMultipleArgumentsPerToken = true, Description = "k=v, for the recipe" };
        var command = new Command("create", "Deploy a tenant in one step") { recipe, path, name, parent, host, culture, zone, email, password, passwordFile, server, lenient, parameters };
        command.SetAction(parsed => CommandLine.DoAsync(services, parsed, "tenants create", async verb =>
        {
            var catalogue = verb.Get<Catalogue>();
            var above = parsed.GetValue(parent) is { } p ? Find(catalogue, p) : null;
            var wanted = new NewTenant(parsed.GetRequiredValue(name), Clean(parsed.GetRequiredValue(path)), parsed.GetRequiredValue(recipe))
            {
                ParentId = above?.Id, Host = parsed.GetValue(host), Culture = parsed.GetValue(culture) ?? (above ?? catalogue.Root)?.Culture ?? "ru",
                TimeZone = parsed.GetValue(zone) ?? (above ?? catalogue.Root)?.TimeZone ?? "UTC", Server = parsed.GetValue(server),
                AdminEmail = parsed.GetValue(email), Parameters = Pairs(parsed.GetValue(parameters) ?? []),
                AdminPassword = await PasswordAsync(parsed.GetValue(password), parsed.GetValue(passwordFile), "--admin-password"),
            };
            await verb.Get<UnfinishedTenants>().SweepAsync();
            var report = await verb.Get<Deployment>().CreateAsync(wanted, parsed.GetValue(lenient), allowPath: true);
            RecipeCommands.Print(verb, report.Done, report.LeftOut);
            verb.Output.WriteLine(Address(verb, report.Tenant));
            return 0;
        }));
        return command;
    }

    private static Command List(IServiceProvider services)
    {
        var json = new Option<bool>("--json");
        var command = new Command("list", "All tenants") { json };
        command.SetAction(parsed => CommandLine.DoAsync(services, parsed, "tenants list", verb =>
        {
            var catalogue = verb.Get<Catalogue>();
            var all = catalogue.All.Where(t => t.State != TenantState.Creating).OrderBy(t => t.Path, StringComparer.Ordinal);
            if (parsed.GetValue(json)) verb.Output.WriteLine(Json.Write(all.Select(t => new
            {
                t.Id, t.Name, path = $"/{t.Path}", t.Kind, parent = t.ParentId is { } id ? $"/{catalogue.Of(id)?.Path}" : null, t.State, t.Code, t.Culture, t.Hosts, t.Features, address = Address(verb, t),
            })));
            else foreach (var t in all) verb.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{t.State,-14} {t.Kind,-12} /{t.Path,-40} {t.Name}"));
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

    internal static string Address(Verb verb, Tenant tenant)
    {
        var root = verb.Get<IConfiguration>()["Integral:PublicUrl"] ?? "http://localhost:5080";
        return tenant.Hosts is [var host, ..] ? $"{new Uri(root).Scheme}://{host}/" : $"{root.TrimEnd('/')}/{tenant.Path}";
    }

    /// <param name="option">What it was said with; the file's option is called after it.</param>
    internal static async Task<string?> PasswordAsync(string? said, FileInfo? file, string option)
    {
        Rule.Require(said is null || file is null, T.Say("Give {0} or {0}-file, not both.", option));
        if (file is null) return said;
        Rule.Require(file.Exists, T.Say("There is no file '{0}'.", file.FullName));
        var password = (await File.ReadAllTextAsync(file.FullName)).Trim();
        Rule.Require(password.Length > 0, T.Say("The file '{0}' is empty.", file.FullName));
        return password;
    }

    private static Dictionary<string, string> Pairs(IEnumerable<string> pairs)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in pairs)
        {
            Rule.Require(pair.IndexOf('=') > 0, T.Say("A parameter is written name=value, not '{0}'.", pair));
            var parts = pair.Split('=', 2);
            Rule.Require(parameters.TryAdd(parts[0].Trim(), parts[1]), T.Say("The parameter '{0}' is given twice.", parts[0]));
        }
        return parameters;
    }
}
