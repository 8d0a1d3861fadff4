using Integral.Platform.Localization;
using Integral.Platform.Modules;

namespace Integral.Platform.Tenancy;

/// <summary>What a tenant has after features were switched on and off, on the screen, by a program or by a recipe.</summary>
public sealed class FeatureSwitches(ModuleCatalog modules, RouteConflicts conflicts)
{
    /// <summary>What is switched on brings what it needs; what is still needed can't be switched off.</summary>
    /// <param name="now">The features that are on.</param>
    /// <param name="on">Those to be switched on.</param>
    /// <param name="off">Those to be switched off.</param>
    /// <exception cref="RuleException">A feature is unknown, needed, or answers the same address as another.</exception>
    public IReadOnlySet<string> After(IReadOnlyCollection<string> now, IReadOnlyCollection<string> on, IReadOnlyCollection<string> off)
    {
        var leaving = off.Where(id => modules.Features.ContainsKey(id) || !now.Contains(id)).Select(Known).ToList();
        var always = leaving.FirstOrDefault(f => f.IsAlwaysOn);
        Rule.Require(always is null, T.Say("'{0}' can't be switched off: no institution runs without it.", Word(always)));

        // A feature whose module has left the build is dropped silently: nothing of it can be shown any more.
        var kept = now.Where(modules.Features.ContainsKey).Except(leaving.Select(f => f.Id));
        var after = modules.Complete(kept.Concat(on.Select(id => Known(id).Id)));
        foreach (var feature in leaving.Where(f => after.Contains(f.Id)))
            throw new RuleException(T.Say("'{0}' can't be switched off while these need it: {1}.", Word(feature), Words(NeedersOf(feature.Id, after))));
        conflicts.Check(after);
        return after;
    }

    /// <summary>Those of the given features that need this one themselves.</summary>
    public IReadOnlyList<Feature> NeedersOf(string id, IReadOnlySet<string> among) =>
        [.. modules.Features.Values.Where(f => f.DependsOn.Contains(id) && among.Contains(f.Id)).OrderBy(f => f.Id, StringComparer.Ordinal)];

    private Feature Known(string id)
    {
        var feature = modules.Features.GetValueOrDefault(id);
        Rule.Require(feature is not null, T.Say("There is no feature '{0}' here.", id));
        return feature;
    }

    private static Sentence Word(Feature? feature) => feature?.Name ?? "";

    private static Sentence Words(IEnumerable<Feature> features) =>
        features.Select(Word).DefaultIfEmpty(T.Say("the ones being switched on")).Aggregate((all, one) => T.Say("{0}, {1}", all, one));
}
