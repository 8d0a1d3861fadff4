using Integral.Platform.Localization;
using Integral.Platform.Recipes;
using Integral.Platform.Sheets;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Registers;

/// <summary>Deploys a register of institutions, each with its own site. Its key is the register's code: running it again changes nothing.</summary>
public sealed class RegisterImport
{
    private const int LongestPath = 40, LongestCodeInPath = 20, LongestCode = 60;
    private const string BodyRecipe = "district";

    private readonly Deployment deployment;
    private readonly Catalogue catalogue;
    private readonly TenantAddresses addresses;
    private readonly RecipeShelf shelf;

    /// <summary>Addresses promised in this run; in a dry run they aren't in the catalogue.</summary>
    private readonly HashSet<string> taken = [];

    internal RegisterImport(Deployment deployment, Catalogue catalogue, TenantAddresses addresses, RecipeShelf shelf) =>
        (this.deployment, this.catalogue, this.addresses, this.shelf) = (deployment, catalogue, addresses, shelf);

    /// <summary>A bad row stops nothing: it is reported and the next one is read. Stopped in the middle, what was made is whole.</summary>
    /// <exception cref="RuleException">The file lacks a column that everything depends on.</exception>
    /// <exception cref="RecipeException">There is no such recipe.</exception>
    public async Task<RegisterReport> RunAsync(Sheet sheet, RegisterColumns columns, RegisterOptions options, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        columns.Check();
        _ = (shelf.Find(options.Recipe), options.Tree ? shelf.Find(BodyRecipe) : null);     // once, not for each row
        var run = new Run(options, catalogue.All.Where(t => t.Code is not null).ToDictionary(t => t.Code!));
        for (var done = 0; done < sheet.Rows.Count; done++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(done);
            await TryAsync(RegisterRow.Of(sheet.Rows[done], columns), run);
        }
        progress?.Report(sheet.Rows.Count);
        return run.Report;
    }

    private async Task TryAsync(RegisterRow row, Run run)
    {
        try
        {
            Check(row, run);
            if (run.Codes.TryGetValue(row.Code, out var known)) Compare(row, known, run.Report);
            else if (row.Status == RegisterStatus.Closed) run.Report.Closed.Add(new(row.Line, row.Name, T.Say("It is closed, says the register: '{0}'. Nothing was made of it.", row.StatusWord)));
            else await MakeAsync(row, run);
        }
        catch (RuleException rule) { run.Report.Refused.Add(new(row.Line, row.Name, rule.Sentence)); }
        catch (RecipeException recipe) { run.Report.Refused.Add(new(row.Line, row.Name, recipe.Sentence)); }
    }

    private static void Check(RegisterRow row, Run run)
    {
        if (row.Trouble is { } trouble) throw new RuleException(trouble);
        Rule.Require(row.Code.Length is > 0 and <= LongestCode, "It has no code, so it couldn't be found again.");
        Rule.Require(run.Lines.TryAdd(row.Code, row.Line), T.Say("Its code {0} stands in line {1} already.", row.Code, run.Lines[row.Code]));
        Rule.Require(row.Status is not null, T.Say("Nobody knows here whether '{0}' means that it works. Say what it means and import the file again.", row.StatusWord));
        Tenant.CheckName(row.Name);     // before its body is made for nothing
    }

    // What people have changed here since is theirs; the register is only quoted.
    private static void Compare(RegisterRow row, Tenant known, RegisterReport report)
    {
        report.Known++;
        if (row.Status == RegisterStatus.Closed && known.State == TenantState.Running)
            report.Noted.Add(new(row.Line, row.Name, T.Say("It is closed, says the register: '{0}'. Here it runs; switch it off if that is right.", row.StatusWord)));
        else if (!known.Name.Equals(row.Name.Trim(), StringComparison.Ordinal))
            report.Noted.Add(new(row.Line, row.Name, T.Say("Here its name is '{0}'. Nothing was changed.", known.Name)));
    }

    private async Task MakeAsync(RegisterRow row, Run run)
    {
        var options = run.Options;
        var parent = options.Tree && row.Body.Length > 0 && !GoverningBodies.IsSame(row.Body, options.RootBody) ? await BodyAsync(row.Body, run) : options.Parent;
        var isOff = row.Status == RegisterStatus.Suspended;
        run.Codes[row.Code] = await MakeAsync(new(row.Name, Path(row.ShortName.Length > 0 ? row.ShortName : row.Name, row.Code), options.Recipe)
        {
            ParentId = parent.Id, Code = row.Code, Culture = options.Parent.Culture, TimeZone = options.Parent.TimeZone, Kind = RegisterWords.KindOf(row.Kind), IsOff = isOff,
            Parameters = new Dictionary<string, string> { ["Address"] = row.Address, ["Locality"] = row.Locality, ["WebSite"] = row.Site },
        }, options);
        run.Report.Made++;
        if (options.Tree && GoverningBodies.IsSame(row.Name, row.Body)) run.Report.Noted.Add(new(row.Line, row.Name, T.Say("The register names it as its own governing body. It stands below a body of the same name.")));
        if (isOff) run.Report.Off++;
    }

    private async Task<Tenant> BodyAsync(string body, Run run)
    {
        var (options, name) = (run.Options, GoverningBodies.Plain(body));
        if (run.Bodies.TryGetValue(name, out var known)) return known;
        if (GoverningBodies.Find(catalogue, options.Parent, body) is { } found) return run.Bodies[name] = found;
        var code = GoverningBodies.CodeOf(options.Parent, body);
        var made = await MakeAsync(new(body, Path(body, code[5..13]), BodyRecipe)
        {
            ParentId = options.Parent.Id, Code = code, Culture = options.Parent.Culture, TimeZone = options.Parent.TimeZone, Kind = RegisterWords.KindOfBody(body),
        }, options);
        run.Report.Bodies++;
        return run.Bodies[name] = made;
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

    /// <param name="Codes">Institutions by their codes, those made in this run too.</param>
    private sealed record Run(RegisterOptions Options, Dictionary<string, Tenant> Codes)
    {
        public RegisterReport Report { get; } = new();

        /// <summary>Governing bodies by their plain names.</summary>
        public Dictionary<string, Tenant> Bodies { get; } = [];

        /// <summary>Where each code stands in the file.</summary>
        public Dictionary<string, int> Lines { get; } = [];
    }
}
