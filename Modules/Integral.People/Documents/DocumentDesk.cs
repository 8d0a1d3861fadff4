using Integral.People.Data;
using Integral.Platform.Files;
using Integral.Platform.Reporting;

namespace Integral.People.Documents;

/// <summary>A file that comes with a document.</summary>
/// <param name="Name">What its sender calls it: nothing in it is trusted.</param>
internal sealed record SentDocument(string Name, Stream Content);

/// <summary>Writes down people's documents, for the screens and the API alike.</summary>
internal sealed class DocumentDesk(Db db, NewFiles files, TenantFiles stored, Figures figures)
{
    public const int Largest = 10 << 20;

    /// <exception cref="NotFoundException">The person isn't here.</exception>
    /// <exception cref="RuleException">It can't be written so, or is written down already.</exception>
    public Task<PersonDocument> AddAsync(Guid person, DocumentWords words, SentDocument? file, CancellationToken cancel) => WriteAsync(() => AddAsync(db, person, words, figures.Today), file, cancel);

    /// <summary>The same for a recipe, whose unit of work is its own; nothing is saved yet.</summary>
    public static async Task<PersonDocument> AddAsync(Db db, Guid person, DocumentWords words, DateOnly today)
    {
        if (!await db.People.AnyAsync(p => p.Id == person)) throw new NotFoundException();
        Rule.Require(await db.PersonDocuments.CountAsync(d => d.PersonId == person) < PersonDocument.MostOfOne, T.Say("A person has at most {0} documents.", PersonDocument.MostOfOne));
        var document = new PersonDocument(person);
        document.Describe(words, today);
        await RequireNewAsync(db, document);
        db.Add(document);
        return document;
    }

    /// <param name="document">As it was read: who changed it since, wins.</param>
    /// <param name="words">All of what is said of it.</param>
    /// <param name="file">In the place of the one it has; null where that stays.</param>
    /// <param name="cancel">Who sends it has gone.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed it since.</exception>
    public Task<PersonDocument> ChangeAsync(PersonDocument document, DocumentWords words, SentDocument? file, CancellationToken cancel)
    {
        var (id, version) = (document.Id, document.Version);
        return WriteAsync(async () =>
        {
            var one = await AsReadAsync(id, version);
            one.Describe(words, figures.Today);
            await RequireNewAsync(db, one);
            return one;
        }, file, cancel);
    }

    /// <summary>Gives it a file, in the place of the one it has.</summary>
    public Task<PersonDocument> AttachAsync(PersonDocument document, SentDocument file, CancellationToken cancel)
    {
        var (id, version) = (document.Id, document.Version);
        return WriteAsync(() => AsReadAsync(id, version), file, cancel);
    }

    /// <summary>Takes it away with its file, for good: who no longer needs a copy of a passport shouldn't keep one.</summary>
    public async Task RemoveAsync(PersonDocument document)
    {
        var id = document.Id;
        string? name = null;
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var one = await db.PersonDocuments.SingleOr404Async(d => d.Id == id);
            name = one.StoredName;
            db.Remove(one);
            await db.SaveChangesAsync();
        });
        if (name is not null) File.Delete(stored.PathOf(name));
    }

    private async Task<PersonDocument> WriteAsync(Func<Task<PersonDocument>> what, SentDocument? file, CancellationToken cancel)
    {
        await using var batch = files.Begin();
        var sent = file is null ? null : await TakeAsync(batch, file, cancel);
        PersonDocument written = null!;
        string? before = null;
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            written = await what();
            before = written.StoredName;
            if (sent is not null) written.Attach(sent);
            await db.SaveChangesAsync(cancel);
            if (sent is not null) batch.Place();
        }, cancel);
        batch.Done();
        if (sent is not null && before is not null) File.Delete(stored.PathOf(before));
        return written;
    }

    private static async Task<DocumentFile> TakeAsync(FileBatch batch, SentDocument file, CancellationToken cancel)
    {
        var (called, type) = (PaperKinds.Called(file.Name), "");
        try
        {
            var taken = await batch.AddAsync(file.Content, start =>
            {
                type = PaperKinds.Of(called, start);
                return Largest;
            }, cancel);
            return new(called, taken.StoredName, type, taken.Length, taken.Hash);
        }
        catch (RuleException fault) { throw new RuleException(fault.Sentence, "File"); }
    }

    private async Task<PersonDocument> AsReadAsync(Guid id, int version)
    {
        var one = await db.PersonDocuments.SingleOr404Async(d => d.Id == id);
        return one.Version == version ? one : throw new DbUpdateConcurrencyException();
    }

    private static async Task RequireNewAsync(Db db, PersonDocument document)
    {
        var (id, person, kind, series, number) = (document.Id, document.PersonId, document.Kind, document.Series, document.DocumentNumber);
        Rule.Require(!await db.PersonDocuments.AnyAsync(d => d.Id != id && d.PersonId == person && d.Kind == kind && d.Series == series && d.DocumentNumber == number), "This document is written down already.", "Number");
    }
}
