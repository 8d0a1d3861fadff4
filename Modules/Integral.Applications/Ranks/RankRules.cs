using Integral.Platform.Audit;

namespace Integral.Applications.Ranks;

/// <summary>The rules by which applications for one thing are put into order. Without any they are called by their numbers.</summary>
[Audited]
internal sealed class RankRules
{
    public const int Most = 20;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ForId { get; init; }

    /// <summary>As JSON.</summary>
    public string Rules { get; private set; } = "[]";
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public IReadOnlyList<Criterion> Read() => Json.Read<List<Criterion>>(Rules)!;

    /// <exception cref="RuleException">One of them can't be so.</exception>
    public void Say(IReadOnlyList<Criterion> rules, DateTime at)
    {
        Checked(rules);
        (Rules, ChangedAt) = (Json.Write(rules.Select(r => r.Tidied())), at);
        Version++;
    }

    /// <exception cref="RuleException">One of them can't be so.</exception>
    public static IReadOnlyList<Criterion> Checked(IReadOnlyList<Criterion> rules)
    {
        Rule.Require(rules.Count <= Most, T.Say("There are at most {0} rules.", Most));
        foreach (var rule in rules) rule.Check();
        return rules;
    }
}
