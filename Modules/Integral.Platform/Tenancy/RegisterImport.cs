using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Localization;
using Integral.Platform.Recipes;

namespace Integral.Platform.Tenancy;

/// <summary>What a register is imported with.</summary>
/// <param name="Tree">Institutions go under their governing bodies, which are made too.</param>
/// <param name="RootBody">The governing body that is the parent itself.</param>
internal sealed record RegisterOptions(string Recipe, Tenant Parent, bool Tree, string? RootBody, bool IsDryRun);

/// <summary>What became of a register.</summary>
internal sealed class RegisterReport
{
    public int Bodies { get; set; }
    public int Made { get; set; }
    public int Known { get; set; }
    public int NotWorking { get; set; }
    public List<(int Line, string Name, Sentence Why)> Refused { get; } = [];
}

/// <summary>Deploys a register of institutions, each with its own site. Its key is the register's code: running it again changes nothing.</summary>
internal sealed class RegisterImport(Deployment deployment, Catalogue catalogue, TenantAddresses addresses, RecipeShelf shelf)
{
    private const int LongestPath = 40, LongestCodeInPath = 20;
    private const string BodyRecipe = "district";

    private static readonly string[] Working = ["", "працює", "работает", "действует", "жұмыс істейді", "working", "active"];

    /// <summary>Addresses promised in this run; in a dry run they aren't in the catalogue.</summary>
    private readonly HashSet<string> taken = [];

    /// <exception cref="RecipeException">There is no such recipe.</exception>
    public async Task<RegisterReport> RunAsync(IEnumerable<RegisterRow> rows, RegisterOptions options, IProgress<RegisterRow>? progress = null, CancellationToken cancel = default)
    {
        _ = (shelf.Find(options.Recipe), options.Tree ? shelf.Find(BodyRecipe) : null);     // once, not for each row
        var (report, lines) = (new RegisterReport(), new Dictionary<string, int>());
        var codes = catalogue.All.Where(t => t.Code is not null).ToDictionary(t => t.Code!);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(row);
            if (row.IsTorn) report.Refused.Add((row.Line, row.Name.Split('\n', 2)[0].Trim(), T.Say("It goes on up to line {0}: a quotation mark isn't closed, or a name has a line break. Nothing was made of these lines.", row.LastLine)));
            else if (!Working.Contains(row.Status, StringComparer.OrdinalIgnoreCase)) report.NotWorking++;
            else if (row.Code.Length > 0 && !lines.TryAdd(row.Code, row.Line)) report.Refused.Add((row.Line, row.Name, T.Say("Its code {0} stands in line {1} already.", row.Code, lines[row.Code])));
            else if (codes.ContainsKey(row.Code)) report.Known++;
            else await TryAsync(row, options, codes, report);
        }
        return report;
    }

    // A bad row stops nothing: it is reported and the next one is read.
    private async Task TryAsync(RegisterRow row, RegisterOptions options, Dictionary<string, Tenant> codes, RegisterReport report)
    {
        try
        {
            Rule.Require(row.Code.Length is > 0 and <= 60, "It has no code, so it couldn't be found again.");
            Tenant.CheckName(row.Name);     // before its body is made for nothing
            var parent = options.Tree && row.Body.Length > 0 && !IsSame(row.Body, options.RootBody) ? await BodyAsync(row.Body, options, codes, report) : options.Parent;
            codes[row.Code] = await MakeAsync(new(row.Name, Path(row.ShortName.Length > 0 ? row.ShortName : row.Name, row.Code), options.Recipe)
            {
                ParentId = parent.Id, Code = row.Code, Culture = options.Parent.Culture, TimeZone = options.Parent.TimeZone, Kind = KindOf(row.Kind),
                Parameters = new Dictionary<string, string> { ["Address"] = row.Address, ["Locality"] = row.Locality, ["WebSite"] = row.Site },
            }, options);
            report.Made++;
        }
        catch (RuleException rule) { report.Refused.Add((row.Line, row.Name, rule.Sentence)); }
        catch (RecipeException recipe) { report.Refused.Add((row.Line, row.Name, recipe.Sentence)); }
    }

    private async Task<Tenant> BodyAsync(string body, RegisterOptions options, Dictionary<string, Tenant> codes, RegisterReport report)
    {
        var code = $"body-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(body))))[..16]}";
        if (codes.TryGetValue(code, out var known)) return known;
        // It may have been made by hand, and then has no code.
        if (catalogue.Below(options.Parent).FirstOrDefault(t => t.Kind is not (TenantKind.School or TenantKind.Kindergarten or TenantKind.Centre) && IsSame(t.Name, body)) is { } found)
            return codes[code] = found;
        var made = await MakeAsync(new(body, Path(body, code[5..13]), BodyRecipe)
        {
            ParentId = options.Parent.Id, Code = code, Culture = options.Parent.Culture, TimeZone = options.Parent.TimeZone,
            Kind = body.Contains("район", StringComparison.OrdinalIgnoreCase) || body.Contains("аудан", StringComparison.OrdinalIgnoreCase) ? TenantKind.District : TenantKind.Authority,
        }, options);
        report.Bodies++;
        return codes[code] = made;
    }

    private async Task<Tenant> MakeAsync(NewTenant wanted, RegisterOptions options)
    {
        if (!options.IsDryRun) return (await deployment.CreateAsync(wanted)).Tenant;
        addresses.Check(wanted.Path);
        Tenant.CheckName(wanted.Name);
        return new() { Name = wanted.Name, Path = wanted.Path, Kind = wanted.Kind ?? TenantKind.School, Culture = wanted.Culture };
    }

    /// <summary>The transliterated name, cut; where it is taken, with the code.</summary>
    private string Path(string name, string code)
    {
        var path = Transliteration.Slug(name, LongestPath);
        if (path.Length < 3 || addresses.IsReserved(path) || catalogue.At(path) is not null || taken.Contains(path))
        {
            var unique = Transliteration.Slug(code, LongestCodeInPath);
            path = $"{Transliteration.Slug(name, LongestPath - unique.Length - 1)}-{unique}".Trim('-');
        }
        taken.Add(path);
        return path;
    }

    private static bool IsSame(string name, string? other) => other is not null && Plain(name) == Plain(other);

    private static string Plain(string name) => string.Join(' ', name.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static TenantKind KindOf(string kind) => kind.ToLowerInvariant() switch
    {
        var k when k.Contains("дошкіль") || k.Contains("дитячий садок") || k.Contains("детский сад") || k.Contains("балабақша") || k.Contains("kindergarten") => TenantKind.Kindergarten,
        var k when k.Contains("центр") || k.Contains("centre") || k.Contains("орталы") => TenantKind.Centre,
        _ => TenantKind.School,
    };
}
