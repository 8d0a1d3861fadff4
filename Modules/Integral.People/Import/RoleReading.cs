using System.Globalization;

namespace Integral.People.Import;

/// <summary>Roles and where they hold, as tables write them: by our names, or by their titles in any of the four languages.</summary>
internal sealed class RoleReading(RoleBook book, Texts texts, Current current)
{
    private static readonly char[] Between = [',', ';', '\n', '/', '|'];

    private Dictionary<string, List<string>>? titles;

    private static IEnumerable<CultureInfo> Cultures => Texts.Cultures.Select(CultureInfo.GetCultureInfo);
    private Dictionary<string, List<string>> Titles => titles ??= book.RolesOf(current.Tenant)
        .SelectMany(r => Cultures.Select(c => (Title: Plain(texts.Say(new Sentence(r.Title), c)), r.Name)).Append((Title: Plain(r.Name), r.Name)).Distinct())
        .GroupBy(r => r.Title, r => r.Name).ToDictionary(g => g.Key, g => g.Distinct().ToList());

    /// <returns>Their names; null for an empty cell. A word that is no role here stays as it is: who has such a role may keep it.</returns>
    /// <exception cref="RuleException">Several roles are called so.</exception>
    public IReadOnlyList<string>? Roles(string cell)
    {
        var words = cell.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : [.. words.Select(Role).Distinct()];
    }

    /// <summary>What <see cref="Roles"/> reads as this role, best in the reader's language.</summary>
    public string Word(string name)
    {
        var title = book.Find(current.Tenant, name) is { } role ? texts.Say(new Sentence(role.Title)) : name;
        return title.IndexOfAny(Between) < 0 && Titles.TryGetValue(Plain(title), out var meant) && meant is [var only] && only == name ? title : name;
    }

    /// <exception cref="RuleException">Nobody knows what it means.</exception>
    public Reach? ReachOf(string cell)
    {
        if (cell.Length == 0) return null;
        foreach (var reach in Enum.GetValues<Reach>())
            if (cell.Equals($"{reach}", StringComparison.OrdinalIgnoreCase) || Cultures.Any(c => texts.Say(Word(reach), c).Equals(cell, StringComparison.OrdinalIgnoreCase))) return reach;
        throw new RuleException(T.Say("Where do the roles hold? It can be '{0}' or '{1}', not '{2}'.", Word(Reach.Here), Word(Reach.HereAndBelow), cell), "Reach");
    }

    public static Sentence Word(Reach reach) => reach == Reach.Here ? T.Say("In this institution only") : T.Say("Here and in all institutions below");

    private string Role(string word)
    {
        if (book.Find(current.Tenant, word) is not null || !Titles.TryGetValue(Plain(word), out var meant)) return word;
        Rule.Require(meant.Count == 1, T.Say("Several roles here are called '{0}'. Write one of: {1}.", word, string.Join(", ", meant)), "Roles");
        return meant[0];
    }

    private static string Plain(string text) => NameSearch.Key(text);
}
