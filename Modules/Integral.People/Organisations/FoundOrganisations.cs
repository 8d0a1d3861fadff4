using Integral.Platform.Search;

namespace Integral.People.Organisations;

/// <summary>Organisations in the box of the search, for those who may see them.</summary>
internal sealed class FoundOrganisations(OrganisationBook book, Current current) : IFindsRecords
{
    public Sentence Title => T.Say("Organisations");

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(string text, int most) => !current.Can(PeopleModule.ViewOrganisations) ? []
        : [.. (await book.PageAsync(new(text[..Math.Min(text.Length, Question.MostCharacters)]), most)).Rows.Select(o => new FoundRecord(o.Of.Title, $"/Admin/Organisations/Show/{o.Of.Id}"))];
}
