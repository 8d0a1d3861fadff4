using System.Globalization;
using Integral.Load.Wire;

namespace Integral.Load.Setup;

/// <summary>An installation filled by the verb <c>seed</c>. On SQLite the folder is kept for the next time.</summary>
internal static class Seeded
{
    public const string Password = "Seeded-2026-load";
    private const string Seed = "1";

    public static async Task<Installation> FilledAsync(Trial trial, Report report, int schools, int classes, int pupils, int days)
    {
        var kept = Path.Combine(Folders.Data, $"seeded-{schools}-{classes}-{pupils}-{days}");
        if (!trial.OnPostgreSql && File.Exists(Path.Combine(kept, "filled"))) return Installation.Kept(kept);
        if (!trial.OnPostgreSql && Directory.Exists(kept)) Directory.Delete(kept, recursive: true);

        var at = trial.OnPostgreSql ? await Installation.NewAsync(trial, "seeded") : Installation.Kept(kept);
        try
        {
            var password = Path.Combine(at.Folder, "password");
            await File.WriteAllTextAsync(password, Password);
            string[] verb = ["seed", "--schools", Text(schools), "--classes", Text(classes), "--pupils", Text(pupils), "--days", Text(days), "--seed", Seed, "--password-file", password];
            var (_, took) = await at.DoAsync(verb);
            report.Say($"   seed --schools {schools} --classes {classes} --pupils {pupils} --days {days}: {took.TotalSeconds:N0} s, {took.TotalMilliseconds / schools:N0} ms a school");
            await File.WriteAllTextAsync(Path.Combine(at.Folder, "filled"), "");
            return at;
        }
        catch
        {
            await at.DisposeAsync();
            throw;
        }
    }

    /// <summary>A school's address; the first is 1.</summary>
    public static string School(int number) => $"/seed-{Seed}-{number:D4}";

    /// <summary>Its front page; only its own has its name.</summary>
    public static Ask Front(int number) => Ask.Get($"{School(number)}/", new(200, $"Школа № {number}<"));

    public static string Login(int number, string who) => $"{School(number)[1..]}-{who}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
