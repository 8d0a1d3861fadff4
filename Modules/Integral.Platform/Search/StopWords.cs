using System.Collections.Frozen;

namespace Integral.Platform.Search;

/// <summary>Words that stand in every text and say nothing of it. Few: what may be meant is searched for.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> All = new Dictionary<string, string>
    {
        ["ru"] = "а без бы в во вы да для до его ее если же за и из или им их к как ко который ли мы на не но о об он она они оно от по под при с со так также то том у чем что чтобы это этого этом я",
        ["uk"] = "а або без би в ви від до для з за зі і із й його її їх та так також то те ти у це цього цьому чи що щоб як який яка які я ми на не ні о об він вона вони по під при про",
        ["kk"] = "мен бен пен және да де та те үшін бұл ол осы сол не бір біз сіз олар болып бар емес бойынша",
        ["en"] = "a an and are as at be but by for from has have i in is it its of on or our that the their they this to was we were will with you your",
    }.ToFrozenDictionary(c => c.Key, c => c.Value.Split(' ').ToFrozenSet());

    public static bool Has(string culture, string folded) => All.TryGetValue(culture, out var words) && words.Contains(folded);
}
