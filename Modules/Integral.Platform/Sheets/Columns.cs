using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Data;
using Integral.Platform.Localization;

namespace Integral.Platform.Sheets;

/// <summary>Which column of a file says what: found by headings, corrected by a person.</summary>
public abstract class Columns<TField> : ICorrectable where TField : struct, Enum
{
    private readonly Headings<TField> headings;
    private readonly Dictionary<TField, int> columns;

    protected Columns(IReadOnlyList<string> header, Headings<TField> headings) => (Header, this.headings, columns) = (header, headings, headings.Find(header));

    public IReadOnlyList<string> Header { get; }

    /// <summary>SHA-256 of the headings: a file with the same ones gets the same correction.</summary>
    public string Signature => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Header.Select(HeadingText.Plain)))));

    /// <summary>-1 for a field that no column has.</summary>
    public int At(TField field) => columns.GetValueOrDefault(field, -1);

    /// <summary>The heading of the field's column; null where it has none.</summary>
    public string? HeadingOf(TField field) => At(field) is >= 0 and var at ? Header[at] : null;

    /// <param name="heading">As it stands in the file; empty for no column at all.</param>
    /// <exception cref="RuleException">The file has no such heading.</exception>
    public void Correct(TField field, string heading)
    {
        columns.Remove(field);
        if (heading.Trim().Length == 0) return;
        var at = new Sheet(Header, []).At(heading);
        Rule.Require(at >= 0, T.Say("The file has no column '{0}'. It has: {1}.", heading, string.Join(", ", Header.Where(h => h.Length > 0))));
        foreach (var other in columns.Where(c => c.Value == at).Select(c => c.Key).ToList()) columns.Remove(other);
        columns[field] = at;
    }

    /// <exception cref="RuleException">A column that everything depends on isn't there.</exception>
    protected void Require(TField needed) =>
        Rule.Require(At(needed) >= 0, T.Say("The file has no column for '{0}'. It can be called: {1}.", needed.Word(), string.Join(", ", headings.Of(needed))));

    /// <summary>The heading of each field; empty for none.</summary>
    protected Dictionary<TField, string> Headings => Enum.GetValues<TField>().ToDictionary(f => f, f => HeadingOf(f) ?? "");

    protected void Correct(IReadOnlyDictionary<TField, string> said)
    {
        foreach (var (field, heading) in said) Correct(field, heading);
    }

    public virtual string Correction => Json.Write(Headings);
    public virtual void Correct(string correction) => Correct(Json.Read<Dictionary<TField, string>>(correction)!);
}

/// <summary>Columns whose correction can be kept for the next file with the same headings.</summary>
public interface ICorrectable
{
    string Signature { get; }

    /// <summary>What a person said of them, as JSON.</summary>
    string Correction { get; }

    /// <exception cref="RuleException">The file has no such heading.</exception>
    void Correct(string correction);
}

public static class FieldWords
{
    /// <summary>What the field is called on screens.</summary>
    public static Sentence Word<TField>(this TField field) where TField : struct, Enum => typeof(TField).GetField($"{field}")!.GetCustomAttribute<DisplayAttribute>()!.Name!;
}
