using Microsoft.AspNetCore.Identity;

namespace Integral.People.Import;

/// <summary>Rows of one file that are about the same person: the first one counts.</summary>
internal sealed class Duplicates(ILookupNormalizer normalizer)
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(PersonRow Row, int Line)>> named = new(StringComparer.Ordinal);

    /// <exception cref="RuleException">An earlier row is about the same person, or may be.</exception>
    public void Require(PersonRow row, Guid? person, string? login)
    {
        if (row.Code is { } code) Take($"code {code}", row, T.Say("Its code {0} stands in line {1} already.", code, Line($"code {code}")), "Code");
        if (login is not null) Take($"login {normalizer.NormalizeName(login)}", row, T.Say("Its login {0} stands in line {1} already.", login, Line($"login {normalizer.NormalizeName(login)}")), "Login");
        if (person is { } id) Take($"person {id}", row, T.Say("Line {0} is about the same person already.", Line($"person {id}")));
        RequireOther(row);
    }

    // Of two of one name one must be told from the other by more than hope.
    private void RequireOther(PersonRow row)
    {
        if (!row.HasName) return;
        var name = NameSearch.Key(row.Name);
        var alike = named.TryGetValue(name, out var before) ? before : named[name] = [];
        var same = alike.FirstOrDefault(b => !Differ(b.Row, row));
        Rule.Require(same.Row is null, T.Say("Line {0} has the same name already. Give both a code, a login or a date of birth.", same.Line), "FamilyName");
        alike.Add((row, row.Line));
    }

    private static bool Differ(PersonRow a, PersonRow b) =>
        Told(a.Code, b.Code) || Told(a.Login, b.Login) || a.BornOn is { } one && b.BornOn is { } other && one != other || a.Code is not null && b.Login is not null || a.Login is not null && b.Code is not null;

    private static bool Told(string? a, string? b) => a is not null && b is not null && !a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private int Line(string key) => lines.GetValueOrDefault(key);

    private void Take(string key, PersonRow row, Sentence sentence, string field = "") => Rule.Require(lines.TryAdd(key, row.Line), sentence, field);
}
