using Integral.Platform.Localization;

namespace Integral.Platform.Sheets;

/// <summary>A table out of somebody's file: its headings and its rows, all as text without spaces around it.</summary>
public sealed record Sheet(IReadOnlyList<string> Header, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Where a heading stands, whatever its case; -1 if nowhere.</summary>
    public int At(string heading) => Header.Select((h, at) => (h, at)).Where(c => c.h.Equals(heading.Trim(), StringComparison.OrdinalIgnoreCase)).Select(c => c.at).FirstOrDefault(-1);
}

/// <summary>One row of a table that isn't empty.</summary>
/// <param name="Line">Where it stands in the file, counted from 1: what an editor or a spreadsheet shows beside it.</param>
/// <param name="LastLine">Where it ends: a field in quotation marks may go on over several lines.</param>
public sealed record SheetRow(int Line, int LastLine, IReadOnlyList<string> Fields)
{
    /// <summary>Why nothing may be made of it, though it could be read; null for a good one.</summary>
    public Sentence? Trouble { get; init; }

    /// <summary>The field of a column; empty where the row is shorter, or the column is none (-1).</summary>
    public string this[int column] => column >= 0 && column < Fields.Count ? Fields[column] : "";
}
