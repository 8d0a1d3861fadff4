namespace Integral.Platform.Seeding;

/// <summary>One institution of a plan.</summary>
/// <param name="Number">The first is 1.</param>
/// <param name="PasswordHash">Of the password that all seeded accounts share; null when nobody is to sign in with one.</param>
public sealed record SeededTenant(SeedPlan Plan, int Number, string? PasswordHash)
{
    /// <summary>What the codes of all seeded institutions begin with.</summary>
    public const string Mark = "seed";

    /// <summary>Its code and address; logins begin with it.</summary>
    public string Code => $"{Mark}-{Plan.Seed}-{Number:D4}";

    /// <summary>Chance that is the same each time, and another one for each institution and purpose.</summary>
    /// <param name="purpose">Different for each that takes from it, so that none changes what another one gets.</param>
    public Random Chance(int purpose) => new(unchecked((Plan.Seed * 31 + Number) * 1_000_003 + purpose));
}
