using System.Globalization;
using Integral.Platform.Sheets;

namespace Integral.People.Specialists;

/// <summary>The staff that a list shows, as a table to take along.</summary>
internal sealed class SpecialistsTable(SpecialistBook book, Texts texts)
{
    private const int AtOnce = 500;

    public async Task WriteAsync(SpecialistFilter filter, SpecialistReach reach, SheetFormat format, Stream to)
    {
        await using var sheet = SheetWriter.Open(format, to);
        await sheet.RowAsync([texts["Full name"], texts["Organisation"], texts["Post"], texts["Qualification"], texts["Competencies"], texts["Hours a week"]]);
        for (string? after = null; ;)
        {
            var page = await book.PageAsync(filter with { After = after }, reach, AtOnce);
            foreach (var row in page.Rows) await sheet.RowAsync(Cells(row));
            if ((after = page.Next) is null) return;
        }
    }

    private IEnumerable<string> Cells(SpecialistRow row) =>
        [row.Of.Name, row.Organisation ?? "", row.Of.Post ?? "", row.Of.Qualification ?? "", string.Join("; ", row.Skills.Select(s => s.InWords(texts))), row.Of.HoursAWeek.ToString(CultureInfo.InvariantCulture)];
}

internal static class SkillWording
{
    /// <summary>«Welding (teaches others)».</summary>
    public static string InWords(this SkillRow skill, Texts texts) => skill.Level is { } level ? texts["{0} ({1})", skill.Name, texts.Say(level.Word())] : skill.Name;
}
