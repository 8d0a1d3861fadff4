using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Files;

namespace Integral.People.Documents;

/// <summary>A person's documents. The same one on both records is kept twice: its files may differ, and somebody takes one away.</summary>
internal sealed class DocumentReferences(Db db) : IPersonReferences
{
    public Type Rows => typeof(PersonDocument);
    public Sentence? What => T.Say("Documents");

    public Task<int> CountAsync(Guid person) => db.PersonDocuments.CountAsync(d => d.PersonId == person);

    public async Task MoveAsync(Guid from, Guid to) => (await db.PersonDocuments.Where(d => d.PersonId == from).ToListAsync()).ForEach(d => d.BelongTo(to));
}

/// <summary>The stored names that people's documents and photos have; those in the bin keep theirs.</summary>
internal sealed class PersonFileNames(Db db) : INameFiles
{
    public async Task<IReadOnlyList<string>> NamedAsync(IReadOnlyList<string> stored)
    {
        var documents = await db.PersonDocuments.Where(d => d.StoredName != null && stored.Contains(d.StoredName)).Select(d => d.StoredName!).ToListAsync();
        return [.. documents, .. await db.People.IgnoreQueryFilters().Where(p => p.PhotoName != null && stored.Contains(p.PhotoName)).Select(p => p.PhotoName!).Distinct().ToListAsync()];
    }
}
