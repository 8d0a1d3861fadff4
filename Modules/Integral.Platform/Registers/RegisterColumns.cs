using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Localization;
using Integral.Platform.Sheets;

namespace Integral.Platform.Registers;

/// <summary>Which column of a file says what, and what its words of status mean: found by headings, corrected by a person.</summary>
public sealed class RegisterColumns
{
    private static readonly RegisterField[] Needed = [RegisterField.Code, RegisterField.Name];

    private readonly Dictionary<RegisterField, int> columns;
    private readonly Dictionary<string, RegisterStatus> statuses = new(StringComparer.OrdinalIgnoreCase);

    private RegisterColumns(IReadOnlyList<string> header, Dictionary<RegisterField, int> columns) => (Header, this.columns) = (header, columns);

    public IReadOnlyList<string> Header { get; }

    /// <summary>What the words of status mean that were said by a person.</summary>
    public IReadOnlyDictionary<string, RegisterStatus> Statuses => statuses;

    /// <summary>SHA-256 of the headings: a file with the same ones gets the same correction.</summary>
    public string Signature => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Header.Select(RegisterHeadings.Plain)))));

    public static RegisterColumns Find(Sheet sheet) => new(sheet.Header, RegisterHeadings.Find(sheet.Header));

    /// <summary>-1 for a field that no column has.</summary>
    public int At(RegisterField field) => columns.GetValueOrDefault(field, -1);

    /// <summary>The heading of the field's column; null where it has none.</summary>
    public string? HeadingOf(RegisterField field) => At(field) is >= 0 and var at ? Header[at] : null;

    public RegisterStatus? StatusOf(string word) => statuses.TryGetValue(word.Trim(), out var said) ? said : RegisterWords.StatusOf(word);

    /// <param name="heading">As it stands in the file; empty for no column at all.</param>
    /// <exception cref="RuleException">The file has no such heading.</exception>
    public void Correct(RegisterField field, string heading)
    {
        columns.Remove(field);
        if (heading.Trim().Length == 0) return;
        var at = new Sheet(Header, []).At(heading);
        Rule.Require(at >= 0, T.Say("The file has no column '{0}'. It has: {1}.", heading, string.Join(", ", Header.Where(h => h.Length > 0))));
        foreach (var other in columns.Where(c => c.Value == at).Select(c => c.Key).ToList()) columns.Remove(other);
        columns[field] = at;
    }

    /// <summary>Says what a word of status means.</summary>
    public void Correct(string word, RegisterStatus status) => statuses[word.Trim()] = status;

    /// <exception cref="RuleException">A column that everything depends on isn't there.</exception>
    public void Check()
    {
        foreach (var needed in Needed)
            Rule.Require(At(needed) >= 0, T.Say("The file has no column for '{0}'. It can be called: {1}.", needed.Word(), string.Join(", ", RegisterHeadings.Of(needed))));
    }

    internal ColumnsSaid Said => new(Enum.GetValues<RegisterField>().ToDictionary(f => f, f => HeadingOf(f) ?? ""), statuses.ToDictionary());

    /// <exception cref="RuleException">The file has no such heading.</exception>
    internal void Correct(ColumnsSaid said)
    {
        foreach (var (field, heading) in said.Headings) Correct(field, heading);
        foreach (var (word, status) in said.Statuses) Correct(word, status);
    }
}

/// <summary>What a person said of a file's columns and words.</summary>
/// <param name="Headings">The heading of a field; empty for none.</param>
internal sealed record ColumnsSaid(Dictionary<RegisterField, string> Headings, Dictionary<string, RegisterStatus> Statuses);
