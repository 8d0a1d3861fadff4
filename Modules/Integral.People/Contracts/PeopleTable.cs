using Integral.People.Import;
using Integral.Platform.Sheets;

namespace Integral.People.Contracts;

/// <summary>One row of a table of people.</summary>
/// <param name="Line">Where it stands, counted from 1.</param>
/// <param name="Written">Its cells as they were written.</param>
/// <param name="Person">Whom it names, tidied where nothing is wrong with it.</param>
/// <param name="Trouble">Why nothing can be made of it; null for a good one.</param>
/// <param name="Column">In which column the trouble is, as the table calls it; null where the row as a whole is meant.</param>
public sealed record TabledPerson(int Line, IReadOnlyList<string> Written, NewPerson Person, Sentence? Trouble = null, Sentence? Column = null)
{
    public TabledPerson Refused(Sentence why, PersonColumn? column = null) => this with { Trouble = why, Column = column is { } at ? PeopleTable.Word(at) : null };

    /// <summary>How a reader finds the row again.</summary>
    public string Name => string.Join(' ', new[] { Person.FamilyName, Person.GivenName, Person.Patronymic }.Where(p => !string.IsNullOrWhiteSpace(p))) is { Length: > 0 } name ? name : string.Join(' ', Written.Where(w => w.Length > 0).Take(3));
}

/// <summary>What a column of a table of people says, for other modules.</summary>
public enum PersonColumn { FullName, FamilyName, GivenName, Patronymic, BornOn, Email, Phone }

/// <summary>
/// People as somebody pastes them out of a spreadsheet or keeps them in a file: with headings in any of the four languages and order, or without any, where the columns are
/// told by what stands in them.
/// </summary>
/// <param name="Header">The headings; null where there were none.</param>
public sealed record PeopleTable(IReadOnlyList<string>? Header, IReadOnlyList<TabledPerson> Rows)
{
    private const int LookedAt = 20;

    // What each column was taken for where it had no heading.
    private IReadOnlyDictionary<PersonField, int> Guessed { get; init; } = new Dictionary<PersonField, int>();

    /// <summary>Reads a file, or what was pasted as UTF-8.</summary>
    /// <param name="most">So many people at most.</param>
    /// <param name="others">Headings of columns that say something else, as <see cref="HeadingText.Plain"/> writes them.</param>
    /// <exception cref="RuleException">It is no table, nobody is in it, or too many are.</exception>
    public static PeopleTable Read(byte[] bytes, DateOnly today, int most, IReadOnlySet<string>? others = null)
    {
        var sheet = SheetFile.Read(bytes);
        var named = PersonHeadings.All.Find([.. sheet.Header.Select(h => others?.Contains(HeadingText.Plain(h)) == true ? "" : h)]);
        if (named.ContainsKey(PersonField.FullName) || named.ContainsKey(PersonField.FamilyName))
        {
            Bound(sheet.Rows.Count, most);
            return new(sheet.Header, [.. sheet.Rows.Select(r => Of(r, named, sheet.Header, today))]);
        }
        IReadOnlyList<SheetRow> rows = [new(1, 1, sheet.Header), .. sheet.Rows];
        Bound(rows.Count, most);
        var guessed = Guess(rows);
        return new(null, [.. rows.Select(r => Of(r, guessed, null, today))]) { Guessed = guessed };
    }

    /// <summary>People that a program names, as a table.</summary>
    /// <exception cref="RuleException">Nobody is in it, or too many are.</exception>
    public static PeopleTable Of(IReadOnlyCollection<NewPerson> people, DateOnly today, int most)
    {
        Bound(people.Count, most);
        return new(null, [.. people.Select((p, n) => Checked(new(n + 1, [], p), today, null, null))]);
    }

    /// <summary>
    /// Some of its rows as text, to be corrected and read again. Above them stand the headings, or where there were none what the columns were taken for: of fewer rows
    /// it might be told otherwise, and whoever corrects them sees it.
    /// </summary>
    public string TextOf(IEnumerable<TabledPerson> some, Texts texts)
    {
        var headings = Header ?? Headings(texts);
        return string.Join('\n', new[] { headings }.Concat(some.Select(r => r.Written)).Select(cells => string.Join('\t', cells.Select(Plain)).TrimEnd('\t')));
    }

    private string[] Headings(Texts texts)
    {
        var headings = Enumerable.Repeat("", Guessed.Values.DefaultIfEmpty(-1).Max() + 1).ToArray();
        foreach (var (field, at) in Guessed) headings[at] = texts.Say(FieldWords.Word(field));
        return headings;
    }

    private static void Bound(int many, int most)
    {
        Rule.Require(many > 0, "Nobody is on the list.");
        Rule.Require(many <= most, T.Say("A list has at most {0} people. Divide it.", most));
    }

    internal static Sentence Word(PersonColumn column) => FieldWords.Word(Enum.Parse<PersonField>($"{column}"));

    private static string Plain(string cell) => SafeCell.Plain(cell).Replace('\t', ' ').Replace('\n', ' ').Replace("\"", "", StringComparison.Ordinal);

    private static TabledPerson Of(SheetRow row, Dictionary<PersonField, int> at, IReadOnlyList<string>? header, DateOnly today)
    {
        string? Cell(PersonField field) => SafeCell.Plain(row[at.GetValueOrDefault(field, -1)]).Trim() is { Length: > 0 } text ? text : null;
        var full = Cell(PersonField.FullName) is { } name ? PersonName.Parse(name) : null;
        var person = new NewPerson(Cell(PersonField.FamilyName) ?? full?.Family ?? "", Cell(PersonField.GivenName) ?? full?.Given ?? "", Cell(PersonField.Patronymic) ?? full?.Patronymic, null, Cell(PersonField.Email), Cell(PersonField.Phone));
        return Checked(new(row.Line, row.Fields, person, row.Trouble), today, Cell(PersonField.BornOn), field => header is not null && at.TryGetValue(field, out var column) ? new Sentence(header[column]) : null);
    }

    private static TabledPerson Checked(TabledPerson row, DateOnly today, string? born, Func<PersonField, Sentence?>? heading)
    {
        if (row.Trouble is not null) return row;
        try
        {
            var person = born is null ? row.Person : row.Person with { BornOn = PersonRow.Day(born, PersonField.BornOn) };
            return row with { Person = person.Checked(today) };
        }
        catch (RuleException fault)
        {
            return row with { Trouble = fault.Sentence, Column = Enum.TryParse<PersonField>(fault.Field, out var field) ? heading?.Invoke(field) ?? FieldWords.Word(field) : null };
        }
    }

    // Of what most cells of a column are. The order of names is ours: family name, given name, patronymic.
    private static Dictionary<PersonField, int> Guess(IReadOnlyList<SheetRow> rows)
    {
        var (looked, found) = (rows.Take(LookedAt).ToList(), new Dictionary<PersonField, int>());
        var names = new List<int>();
        for (var column = 0; column < looked.Max(r => r.Fields.Count); column++)
        {
            var cells = looked.Select(r => SafeCell.Plain(r[column]).Trim()).Where(c => c.Length > 0).ToList();
            if (cells.Count == 0) continue;
            if (Most(cells, c => c.Contains('@', StringComparison.Ordinal))) found.TryAdd(PersonField.Email, column);
            else if (Most(cells, PersonRow.IsDay)) found.TryAdd(PersonField.BornOn, column);
            else if (Most(cells, c => c.Count(char.IsAsciiDigit) >= 7)) found.TryAdd(PersonField.Phone, column);
            else if (Most(cells, c => c.Any(char.IsLetter))) names.Add(column);
        }
        if (names.Count > 0 && Most([.. looked.Select(r => r[names[0]].Trim()).Where(c => c.Length > 0)], c => c.Contains(' ', StringComparison.Ordinal))) found[PersonField.FullName] = names[0];
        else foreach (var (field, column) in new[] { PersonField.FamilyName, PersonField.GivenName, PersonField.Patronymic }.Zip(names)) found[field] = column;
        return found;
    }

    private static bool Most(List<string> cells, Func<string, bool> @is) => cells.Count(@is) * 2 > cells.Count;
}
