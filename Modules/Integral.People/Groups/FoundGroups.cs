using Integral.Platform.Search;

namespace Integral.People.Groups;

/// <summary>Groups of today in the box of the search, for those who may see them.</summary>
internal sealed class FoundGroups(GroupBook book, Current current) : IFindsRecords
{
    public Sentence Title => T.Say("Groups");

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(string text, int most) => !current.Can(PeopleModule.ViewGroups) ? []
        : [.. (await book.PageAsync(new(book.Today, text[..Math.Min(text.Length, Question.MostCharacters)]), most)).Rows.Select(g => new FoundRecord(g.Name, $"/Admin/Groups/Show/{g.Id}"))];
}
