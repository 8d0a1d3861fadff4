using Integral.People.Data;
using Integral.Platform.Files;
using Integral.Platform.Reporting;
using Microsoft.AspNetCore.Http;

namespace Integral.People.Documents;

/// <summary>Documents of people who are here; those of somebody in the bin aren't found.</summary>
internal sealed class DocumentBook(Db db, TenantFiles stored, Figures figures)
{
    public DateOnly Today => figures.Today;

    /// <summary>A person's, by what they are.</summary>
    public Task<List<PersonDocument>> OfAsync(Guid person)
    {
        var people = db.People;
        return db.PersonDocuments.AsNoTracking().Where(d => d.PersonId == person && people.Any(p => p.Id == person)).OrderBy(d => d.Kind).ThenBy(d => d.Id).ToListAsync();
    }

    /// <exception cref="NotFoundException">There is none of this id.</exception>
    public Task<PersonDocument> FindAsync(Guid id)
    {
        var people = db.People;
        return db.PersonDocuments.SingleOr404Async(d => d.Id == id && people.Any(p => p.Id == d.PersonId));
    }

    /// <summary>The same of one person.</summary>
    public async Task<PersonDocument> FindAsync(Guid id, Guid person) => await FindAsync(id) is { } found && found.PersonId == person ? found : throw new NotFoundException();

    /// <summary>A document's file, always as a download.</summary>
    /// <exception cref="NotFoundException">It has none.</exception>
    public PhysicalFileResult Download(PersonDocument of, HttpResponse response) => of is { StoredName: { } name, MediaType: { } type, FileName: { } called, Hash: { } hash }
        ? SentFiles.Download(stored.PathOf(name), type, called, hash, response) : throw new NotFoundException();
}
