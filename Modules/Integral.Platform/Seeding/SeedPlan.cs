using Integral.Platform.Localization;

namespace Integral.Platform.Seeding;

/// <summary>How large a synthetic installation is. What it says follows from <paramref name="Seed"/> alone; ids and times don't.</summary>
/// <param name="Institutions">Below the root.</param>
/// <param name="Groups">In each of them.</param>
/// <param name="Members">Of each group.</param>
/// <param name="Days">Of past work, up to the day on which it is made.</param>
public sealed record SeedPlan(int Institutions, int Groups, int Members, int Days, int Seed)
{
    private const int MostInstitutions = 20_000, MostGroups = 100, MostMembers = 100, MostDays = 1000;

    /// <exception cref="RuleException">It is more than anybody has tried, or nothing.</exception>
    public void Check()
    {
        Require(Institutions, 1, MostInstitutions, "--schools");
        Require(Groups, 0, MostGroups, "--classes");
        Require(Members, 0, MostMembers, "--pupils");
        Require(Days, 0, MostDays, "--days");
        Require(Seed, 0, int.MaxValue, "--seed");
    }

    private static void Require(int said, int least, int most, string option) =>
        Rule.Require(said >= least && said <= most, T.Say("{0} is from {1} to {2}.", option, least, most));
}
