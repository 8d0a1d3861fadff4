using Integral.Platform.Sheets;
using Integral.Ui.Sheets;

namespace Integral.People.Import;

/// <summary>An uploaded table of people with its columns.</summary>
internal sealed record UploadedPeople(string Name, Sheet Sheet, PersonColumns Columns);

/// <summary>An uploaded table of people on its way to the import, as the screen looks at it.</summary>
internal sealed class ImportFile(Uploads uploads, ColumnMemory memory, PeopleImport import, Current current, Texts texts)
{
    private string Whose => PersonColumns.Whose(current.Tenant);

    /// <exception cref="NotFoundException">There is none of this person's here, or it was longer ago than a day.</exception>
    public async Task<UploadedPeople> FindAsync(Guid id)
    {
        var (name, sheet) = await uploads.FindAsync(id);
        return new(name, sheet, await memory.RecallAsync(PersonColumns.Find(sheet), Whose));
    }

    public Task KeepAsync(PersonColumns columns) => memory.KeepAsync(columns, Whose);

    public void Show(IEnumerable<ColumnForm> forms, UploadedPeople people) => ColumnForm.Show(forms, people.Columns, people.Sheet, texts);

    /// <returns>What would be done, or what is lacking.</returns>
    public async Task<(ImportReport? Report, string? Lacking)> CheckAsync(UploadedPeople people, ImportOptions options)
    {
        try
        {
            return (await import.RunAsync(people.Sheet, people.Columns, options), null);
        }
        catch (RuleException lacking) { return (null, texts.Say(lacking.Sentence)); }
    }
}
