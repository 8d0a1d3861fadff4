using Integral.Platform.Data;
using Integral.Platform.Sheets;

namespace Integral.Platform.Registers;

/// <summary>Which column of a register says what, and what its words of status mean: found by headings, corrected by a person.</summary>
public sealed class RegisterColumns : Columns<RegisterField>
{
    private readonly Dictionary<string, RegisterStatus> statuses = new(StringComparer.OrdinalIgnoreCase);

    private RegisterColumns(IReadOnlyList<string> header) : base(header, RegisterHeadings.All) { }

    /// <summary>What the words of status mean that were said by a person.</summary>
    public IReadOnlyDictionary<string, RegisterStatus> Statuses => statuses;

    public static RegisterColumns Find(Sheet sheet) => new(sheet.Header);

    public RegisterStatus? StatusOf(string word) => statuses.TryGetValue(word.Trim(), out var said) ? said : RegisterWords.StatusOf(word);

    /// <summary>Says what a word of status means.</summary>
    public void Correct(string word, RegisterStatus status) => statuses[word.Trim()] = status;

    /// <exception cref="RuleException">A column that everything depends on isn't there.</exception>
    public void Check()
    {
        Require(RegisterField.Code);
        Require(RegisterField.Name);
    }

    public override string Correction => Json.Write(new ColumnsSaid(Headings, statuses.ToDictionary()));

    public override void Correct(string correction)
    {
        var said = Json.Read<ColumnsSaid>(correction)!;
        Correct(said.Headings);
        foreach (var (word, status) in said.Statuses) Correct(word, status);
    }
}

/// <summary>What a person said of a register's columns and words.</summary>
/// <param name="Headings">The heading of a field; empty for none.</param>
internal sealed record ColumnsSaid(Dictionary<RegisterField, string> Headings, Dictionary<string, RegisterStatus> Statuses);
