using System.Text;
using Integral.Load.Wire;

namespace Integral.Load.Setup;

/// <summary>
/// An installation of many small schools, made by the product's own import of a register with a short recipe: a site of one page
/// that says whose it is. On SQLite the folder is kept for the next time.
/// </summary>
internal static class Populated
{
    private const string Recipe = "load-school";

    public static async Task<Installation> FilledAsync(Trial trial, Report report)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, $"{Recipe}.recipe.json"), Path.Combine(Folders.Published, "Recipes", $"{Recipe}.recipe.json"), overwrite: true);
        var kept = Path.Combine(Folders.Data, $"tenants-{trial.Tenants}");
        if (!trial.OnPostgreSql && File.Exists(Path.Combine(kept, "filled"))) return Installation.Kept(kept);
        if (!trial.OnPostgreSql && Directory.Exists(kept)) Directory.Delete(kept, recursive: true);

        var at = trial.OnPostgreSql ? await Installation.NewAsync(trial, "tenants") : Installation.Kept(kept);
        try
        {
            await FillAsync(at, trial, report);
            return at;
        }
        catch
        {
            await at.DisposeAsync();
            throw;
        }
    }

    private static async Task FillAsync(Installation at, Trial trial, Report report)
    {
        await at.DoAsync("tenants", "create", "--path", "/", "--recipe", "district", "--name", "The district", "--culture", "en");
        var register = Path.Combine(at.Folder, "register.csv");
        await File.WriteAllLinesAsync(register, Enumerable.Range(0, trial.Tenants).Select(i => $"{i},{Name(i)}").Prepend("Code,Name"), Encoding.UTF8);
        var (_, took) = await at.DoAsync("tenants", "import", register, "--recipe", Recipe);
        report.Say($"   filled in {took.TotalSeconds:N0} s, {took.TotalMilliseconds / trial.Tenants:N1} ms each");
        await File.WriteAllTextAsync(Path.Combine(at.Folder, "filled"), "");
    }

    /// <summary>The front page of one of them; only its own has this text, which comes from its own database.</summary>
    public static Ask Front(int index) => Ask.Get($"/{Name(index).ToLowerInvariant().Replace(' ', '-')}/", new(200, $"This is the page of {Name(index)}."));

    private static string Name(int index) => $"Load school {index:D5}";
}
