using Integral.Platform.Sheets;

namespace Integral.People.Organisations;

/// <summary>The organisations that a list shows, as a table to take along. No contact persons are in it.</summary>
internal sealed class OrganisationsTable(OrganisationBook book, Texts texts)
{
    private const int AtOnce = 500;

    public async Task WriteAsync(OrganisationFilter filter, SheetFormat format, Stream to)
    {
        await using var sheet = SheetWriter.Open(format, to);
        await sheet.RowAsync([texts["Name of the organisation"], texts["Name in short"], texts["Kind"], texts["Country"], texts["Tax number"], texts["KPP"], texts["Stage"], texts["Who looks after it"],
            texts["Address"], texts["Phone"], texts["E-mail"], texts["Site"], texts["Note"]]);
        for (string? after = null; ;)
        {
            var page = await book.PageAsync(filter with { After = after }, AtOnce);
            foreach (var row in page.Rows) await sheet.RowAsync(Cells(row));
            if ((after = page.Next) is null) return;
        }
    }

    private IEnumerable<string> Cells(OrganisationRow row)
    {
        var one = row.Of;
        return [one.Name, one.ShortName ?? "", texts.Say(one.Kind.Word()), texts.Say(one.Country.Word()), one.TaxNumber ?? "", one.Kpp, texts.Say(one.Stage.Word()), row.Owner ?? "",
            one.Address ?? "", one.Phone ?? "", one.Email ?? "", one.Site ?? "", one.Note ?? ""];
    }
}
