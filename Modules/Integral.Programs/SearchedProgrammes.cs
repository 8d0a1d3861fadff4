using Integral.Platform.Search;
using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>Programmes in the search of the site, as long as the catalogue shows them.</summary>
internal sealed class SearchedProgrammes : SearchedRecords
{
    public override string Kind => "programme";
    public override Type Rows => typeof(Programme);
    public override string IdOf(object row) => $"{((Programme)row).Id}";

    public override ValueTask<Searchable?> OfAsync(Db db, object row)
    {
        var programme = (Programme)row;
        return new(!programme.IsPublished ? null : new Searchable(Kind, IdOf(row), db.Tenant.Culture)
        {
            IsPublic = true, Type = "Programme", Title = programme.Name, Summary = programme.Summary, Text = $"{programme.Audience} {programme.Document} {programme.Goals} {programme.Results} {programme.Text}", Address = $"programmes/{programme.Slug}", At = programme.ChangedAt,
        });
    }

    public override async Task<IReadOnlyList<object>> ReadAsync(Db db, string after, int most)
    {
        // Ids are compared as texts: the beginning of one comes before it.
        var (isWhole, last) = (after.Length == Guid.Empty.ToString().Length, Guid.TryParse(after.PadRight(Guid.Empty.ToString().Length, '0'), out var id) ? id : Guid.Empty);
        return await db.Programmes.Where(p => p.Id > last || !isWhole && p.Id == last).OrderBy(p => p.Id).Take(most).ToListAsync();
    }
}
