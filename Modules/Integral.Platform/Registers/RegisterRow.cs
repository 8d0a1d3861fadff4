using Integral.Platform.Localization;
using Integral.Platform.Sheets;

namespace Integral.Platform.Registers;

/// <summary>One institution as a register names it.</summary>
/// <param name="Line">Where it stands in the file, counted from 1.</param>
/// <param name="Status">Null for a word that nobody knows.</param>
internal sealed record RegisterRow(int Line, string Code, string Name, string ShortName, string Kind, string StatusWord, RegisterStatus? Status, string Body, string Address, string Locality, string Site)
{
    /// <summary>Why nothing may be made of it; null for a good row.</summary>
    public required Sentence? Trouble { get; init; }

    public static RegisterRow Of(SheetRow row, RegisterColumns columns)
    {
        string Field(RegisterField field) => row[columns.At(field)];
        var status = Field(RegisterField.Status);
        // An address may stand in two lines, these never do: then a quotation mark is missing.
        var isTorn = new[] { RegisterField.Code, RegisterField.Name, RegisterField.ShortName, RegisterField.Body }.Any(f => Field(f).Contains('\n'));
        return new(row.Line, Field(RegisterField.Code), Field(RegisterField.Name).Split('\n', 2)[0].Trim(), Field(RegisterField.ShortName), Field(RegisterField.Kind), status, columns.StatusOf(status),
            Field(RegisterField.Body), Field(RegisterField.Address), Field(RegisterField.Locality), Field(RegisterField.Site))
        {
            Trouble = row.Trouble ?? (isTorn ? CsvSheet.Torn(row.LastLine) : null),
        };
    }
}
