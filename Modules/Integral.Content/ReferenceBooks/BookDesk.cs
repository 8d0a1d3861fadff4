using Integral.Content.Data;
using Integral.Platform.Changes;
using Integral.Platform.Recipes;
using Integral.Platform.Sharing;

namespace Integral.Content.ReferenceBooks;

/// <summary>A book in the list of them all.</summary>
internal sealed record BookRow(ReferenceBook Book, int Terms);

/// <summary>Where reference books are kept, for the screens, the API, tables and recipes alike. Whatever is done can be undone for a day.</summary>
internal sealed class BookDesk(Db db, Current current, ChangeSets changes, TenantChanges tenants, Offers offers, BookUse use)
{
    /// <summary>The mass action that was done last, to be undone.</summary>
    public Guid? Done { get; private set; }

    public async Task<IReadOnlyList<BookRow>> AllAsync()
    {
        var books = await db.ReferenceBooks.AsNoTracking().ToListAsync();
        var counts = await db.ReferenceTerms.Where(t => t.MergedIntoId == null).GroupBy(t => t.BookId).Select(g => new { g.Key, Terms = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Terms);
        return [.. books.Select(b => new BookRow(b, counts.GetValueOrDefault(b.Id)))];
    }

    /// <exception cref="NotFoundException">There is no such book.</exception>
    public async Task<BookTree> OpenAsync(string code)
    {
        var book = await db.ReferenceBooks.AsNoTracking().SingleOr404Async(b => b.Code == code);
        return new(book, await db.ReferenceTerms.AsNoTracking().Where(t => t.BookId == book.Id).ToListAsync());
    }

    /// <returns>Its code.</returns>
    public async Task<string> MakeAsync(BookSaid said)
    {
        var taken = await db.ReferenceBooks.Select(b => b.Code).ToListAsync();
        Rule.Require(taken.Count < ReferenceBook.Most, T.Say("There are at most {0} reference books.", ReferenceBook.Most));
        Check(said);
        var code = said.Code is { Length: > 0 } own ? own.Trim().ToLowerInvariant() : Free(said, taken);
        Rule.Require(!taken.Contains(code, StringComparer.OrdinalIgnoreCase), "There is a reference book with this code already.", "Code");
        var book = new ReferenceBook { BookId = UniqueId.New(), Code = code };
        await WriteAsync(T.Say("Reference book '{0}' made", Name(said.Names)), async () =>
        {
            book.Describe(said);
            db.Add(book);
            await FollowAsync(new(book, []));
        });
        return code;
    }

    /// <summary>Says a book anew. Its code stays: fields name it by that.</summary>
    public Task ChangeAsync(string code, BookSaid said, int? seen) => WriteAsync(T.Say("Reference book '{0}' changed", code), code, seen, tree =>
    {
        Rule.Require(tree.Book.IsOwn, "This book is kept above and is changed there.");
        Check(said);
        tree.Book.Describe(said);
        return Task.CompletedTask;
    });

    /// <exception cref="RuleException">Something names it, or one of its terms.</exception>
    public Task DeleteAsync(string code, int? seen) => WriteAsync(T.Say("Reference book '{0}' deleted", code), code, seen, async tree =>
    {
        Rule.Require(tree.Book.IsOwn, "This book is kept above and is changed there.");
        if (await use.TypesAsync(tree.Book) is { Count: > 0 } types) throw new RuleException(T.Say("Fields are chosen from it, in: {0}. Take those fields away first.", string.Join(", ", types)));
        var named = await use.CountAsync([.. tree.All.Select(t => t.TermId)]);
        Rule.Require(named == 0, T.Say("Its terms are named by pages: {0}. It can be deleted when none names them any more.", named));
        db.RemoveRange(tree.All);
        db.Remove(tree.Book);
        await offers.WithdrawAsync(SharedBook.Kind, tree.Book.BookId);
    });

    /// <returns>The new term's id.</returns>
    public async Task<string> AddAsync(string code, TermSaid said)
    {
        var id = UniqueId.New();
        await WriteAsync(T.Say("Term '{0}' added", Name(said.Names)), code, null, tree =>
        {
            db.Add(tree.Add(said, id));
            return Task.CompletedTask;
        });
        return id;
    }

    /// <param name="seen">The version of the term that the person had before them; null for any.</param>
    public Task ChangeAsync(string code, string termId, TermSaid said, int? seen) => WriteAsync(T.Say("Term '{0}' changed", Name(said.Names)), code, null, tree =>
    {
        var term = tree.Find(termId);
        if (seen is not null && seen != term.Version) throw new DbUpdateConcurrencyException();
        tree.Change(term, said);
        return Task.CompletedTask;
    });

    public Task MoveAsync(string code, string termId, int by) => TermAsync(code, termId, name => T.Say("Term '{0}' moved", name), (tree, term) => Sync(() => tree.Move(term, by)));

    /// <exception cref="RuleException">Something names it: it can be merged into another.</exception>
    public Task DeleteAsync(string code, string termId) => TermAsync(code, termId, name => T.Say("Term '{0}' deleted", name), async (tree, term) =>
    {
        var gone = tree.Remove(term);
        var named = await use.CountAsync([.. gone.Select(t => t.TermId)]);
        Rule.Require(named == 0, T.Say("Pages name this term: {0}. Merge it into another one, or choose something else on those pages first.", named));
        db.RemoveRange(gone);
    });

    /// <summary>What names the first is found by the second from now on; what was written stays as it was written.</summary>
    public Task MergeAsync(string code, string termId, string into) => TermAsync(code, termId, name => T.Say("Term '{0}' merged into another", name), (tree, term) => Sync(() => tree.Merge(term, tree.Find(into))));

    /// <summary>Several changes of one book as one, to be undone as one.</summary>
    public Task EditAsync(Sentence title, string code, Action<BookTree> work) => WriteAsync(title, code, null, tree =>
    {
        var before = tree.All.ToHashSet();
        work(tree);
        db.AddRange(tree.All.Except(before));
        return Task.CompletedTask;
    });

    private string Name(TermNames names) => names.In(current.Tenant.Culture, "en");

    private Task TermAsync(string code, string termId, Func<string, Sentence> title, Func<BookTree, ReferenceTerm, Task> work) => NamedAsync(termId, title, said => WriteAsync(said, code, null, tree => work(tree, tree.Find(termId))));

    private async Task NamedAsync(string termId, Func<string, Sentence> title, Func<Sentence, Task> work)
    {
        var names = await db.ReferenceTerms.Where(t => t.TermId == termId).Select(t => t.Names).SingleOr404Async(_ => true);
        await work(title(Name(TermNames.Read(names))));
    }

    private static Task Sync(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private Task WriteAsync(Sentence title, string code, int? seen, Func<BookTree, Task> work) => WriteAsync(title, async () =>
    {
        var book = await db.ReferenceBooks.SingleOr404Async(b => b.Code == code);
        if (seen is not null && seen != book.Version) throw new DbUpdateConcurrencyException();
        var tree = new BookTree(book, await db.ReferenceTerms.Where(t => t.BookId == book.Id).ToListAsync());
        book.Touch();
        await work(tree);
        if (db.Entry(book).State != EntityState.Deleted) await FollowAsync(tree);
    });

    private async Task WriteAsync(Sentence title, Func<Task> work)
    {
        using (var set = await changes.BeginAsync(title, ContentModule.Books))
        {
            await db.WriteAsync(async () =>
            {
                await work();
                await db.SaveChangesAsync();
            });
            Done = set.Id;
        }
        await tenants.TouchAsync(current.Tenant.Id);
    }

    /// <summary>Offers a book to those below, or takes it back.</summary>
    private Task FollowAsync(BookTree tree) => tree.Book is { IsShared: true, IsOwn: true } ? offers.OfferAsync(SharedBook.Kind, tree.Book.BookId, SharedBook.Of(tree)) : offers.WithdrawAsync(SharedBook.Kind, tree.Book.BookId);

    private static string Free(BookSaid said, List<string> taken)
    {
        var name = Transliteration.Slug(said.Names.In("en", "ru"), ReferenceBook.LongestCode - 4);
        if (name.Length == 0) name = "book";
        return Enumerable.Range(1, ReferenceBook.Most + 1).Select(n => n == 1 ? name : $"{name}-{n}").First(n => !taken.Contains(n, StringComparer.OrdinalIgnoreCase));
    }

    internal static void Check(BookSaid said)
    {
        said.Names.Check();
        Rule.Require(said.Description is not { Length: > ReferenceBook.LongestDescription }, T.Say("At most {0} characters.", ReferenceBook.LongestDescription), "Description");
        var code = said.Code?.Trim();
        Rule.Require(string.IsNullOrEmpty(code) || code.Length <= ReferenceBook.LongestCode && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && code[0] != '-' && code[^1] != '-',
            "Latin letters, digits and hyphens between them make a code.", "Code");
    }
}
