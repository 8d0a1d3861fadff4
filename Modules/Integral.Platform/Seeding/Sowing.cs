using Integral.Platform.Recipes;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Seeding;

/// <summary>What came of seeding: institutions made now, and those of the plan that were there.</summary>
public sealed record SeedReport(int Made, int Known);

/// <summary>
/// Fills an installation with synthetic institutions, each deployed as any other and filled in the same transaction: one is there whole or not at
/// all. Its key is its code, so that running a plan again makes only what is missing.
/// </summary>
internal sealed class Sowing(Deployment deployment, Catalogue catalogue, HashQueue hashes, IReadOnlyList<ISeeds> modules)
{
    private const string RootRecipe = "district", Recipe = "school", AdministratorsEmail = "admin@seed.invalid";

    /// <summary>Institutions that people or a register have made.</summary>
    public int Others => catalogue.All.Count(t => t.State != TenantState.Removed && t.Code?.StartsWith(SeededTenant.Mark, StringComparison.Ordinal) != true);

    /// <param name="password">Of all accounts that are made; null for accounts that nobody can enter.</param>
    /// <param name="culture">Of the root, where there is none yet.</param>
    public async Task<SeedReport> RunAsync(SeedPlan plan, string? password, string culture, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        plan.Check();
        if (password is not null) Passwords.Check(password);
        var root = catalogue.Root ?? await RootAsync(password, culture);
        // Once: a hash takes a tenth of a second, and all have the same password anyway.
        var hash = password is null ? null : await hashes.HashAsync(new Account { Name = "" }, password);
        var there = catalogue.All.Select(t => t.Code).ToHashSet();
        var made = 0;
        for (var number = 1; number <= plan.Institutions; number++)
        {
            cancel.ThrowIfCancellationRequested();
            var seeded = new SeededTenant(plan, number, hash);
            if (!there.Contains(seeded.Code))
            {
                await MakeAsync(seeded, root);
                made++;
            }
            progress?.Report(number);
        }
        return new(made, plan.Institutions - made);
    }

    private async Task<Tenant> RootAsync(string? password, string culture) => (await deployment.CreateAsync(new(NameOf(culture), "", RootRecipe)
    {
        Culture = culture, Code = SeededTenant.Mark, AdminEmail = password is null ? null : AdministratorsEmail, AdminPassword = password,
    })).Tenant;

    private async Task MakeAsync(SeededTenant seeded, Tenant root) => await deployment.CreateAsync(new(NameOf(root.Culture, seeded.Number), seeded.Code, Recipe)
    {
        ParentId = root.Id, Code = seeded.Code, Culture = root.Culture, TimeZone = root.TimeZone,
    }, fill: run => FillAsync(seeded, run));

    private async Task FillAsync(SeededTenant seeded, RecipeRun run)
    {
        foreach (var module in modules) await module.FillAsync(seeded, run);
    }

    private static string NameOf(string culture) => culture switch { "kk" => "Жүктеме ауданы", "uk" => "Навантажувальний район", "en" => "Load district", _ => "Нагрузочный район" };

    private static string NameOf(string culture, int number) => culture switch { "kk" => $"№ {number} мектеп", "uk" => $"Школа № {number}", "en" => $"School No. {number}", _ => $"Школа № {number}" };
}
