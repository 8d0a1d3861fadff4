using Integral.Content.Data;

namespace Integral.Content.Tree;

/// <summary>Which text stands under which, by their sets of translations: a page has its place in all languages at once.</summary>
internal sealed class TreeShape(IEnumerable<(string Set, string? Parent)> places)
{
    /// <summary>How many levels of pages there can be.</summary>
    public const int Deepest = 8;

    private readonly Dictionary<string, string?> parents = places.GroupBy(p => p.Set).ToDictionary(g => g.Key, g => g.Select(p => p.Parent).FirstOrDefault(p => p is not null));

    /// <summary>Every page of the institution, those in the bin too: they may come back to their places.</summary>
    public static async Task<TreeShape> ReadAsync(Db db) => new((await db.ContentItems.Select(i => new { i.LocalizationSet, i.ParentId }).Distinct().ToListAsync()).Select(i => (i.LocalizationSet, i.ParentId)));

    /// <summary>Says that there is, or is going to be, such a text.</summary>
    public void Know(string set) => parents.TryAdd(set, null);

    /// <summary>Puts a text under another one.</summary>
    /// <param name="set">Of the text's translations.</param>
    /// <param name="parent">Of the other's; null for the top.</param>
    /// <exception cref="RuleException">It can't stand there.</exception>
    public void Put(string set, string? parent)
    {
        if (parent is not null) Check(set, parent);
        parents[set] = parent;
    }

    private void Check(string set, string parent)
    {
        const string Field = $"{Definitions.Known.Tree}.{ParentKind.Property}";
        Rule.Require(parents.ContainsKey(parent), "There is no page to stand under here.", Field);
        var above = 0;
        for (var at = parent; at is not null && above <= Deepest; at = parents.GetValueOrDefault(at), above++)
            Rule.Require(at != set, "A page can't stand under itself or under a page below it.", Field);
        Rule.Require(above + Height(set) <= Deepest, T.Say("Pages stand in at most {0} levels.", Deepest), Field);
    }

    /// <summary>All that stands below a text, the nearest first.</summary>
    public IEnumerable<string> Below(string set) => Levels(set).Skip(1).SelectMany(l => l);

    private int Height(string set) => Levels(set).Count();

    private IEnumerable<HashSet<string>> Levels(string set)
    {
        var below = parents.Where(p => p.Value is not null).ToLookup(p => p.Value!, p => p.Key);
        var level = new HashSet<string> { set };
        for (var height = 0; level.Count > 0 && height <= Deepest; height++)
        {
            yield return level;
            level = [.. level.SelectMany(s => below[s])];
        }
    }
}
