using Integral.Content.Data;
using Integral.Platform.Sharing;

namespace Integral.Content.ReferenceBooks;

/// <summary>Takes the books that institutions above keep for those below. Own terms below theirs stay, and so does what something here names.</summary>
internal sealed class BooksFromAbove(Db db, BookUse use) : ITakesFromAbove
{
    public string Kind => SharedBook.Kind;

    public async Task TakeAsync(Tenant origin, string recordId, string body)
    {
        var said = Json.Read<SharedBook>(body)!;
        var book = await db.ReferenceBooks.SingleOrDefaultAsync(b => b.BookId == recordId);
        Rule.Require(book is null || book.OriginId == origin.Id, T.Say("There is an own reference book '{0}' here.", said.Code));
        if (book is null)
        {
            Rule.Require(!await db.ReferenceBooks.AnyAsync(b => b.Code == said.Code), T.Say("There is an own reference book '{0}' here.", said.Code));
            db.Add(book = new() { BookId = recordId, Code = said.Code, OriginId = origin.Id });
        }
        book.IsLeft = false;
        book.Describe(new(TermNames.Of(said.Names), said.Code) { Description = said.Description, MayBeExtended = said.MayBeExtended });
        var bookId = book.Id;
        var terms = await db.ReferenceTerms.Where(t => t.BookId == bookId).ToDictionaryAsync(t => t.TermId);
        await TakeAsync(said, book, terms, origin.Id);
    }

    public async Task WithdrawAsync(Guid originId, string recordId)
    {
        if (await db.ReferenceBooks.SingleOrDefaultAsync(b => b.BookId == recordId && b.OriginId == originId) is not { } book) return;
        var terms = await db.ReferenceTerms.Where(t => t.BookId == book.Id).ToDictionaryAsync(t => t.TermId);
        await LeaveAsync([.. terms.Values.Where(t => t.OriginId is not null)], terms);
        var isKept = terms.Count > 0 || (await use.TypesAsync(book)).Count > 0;
        if (!isKept) db.Remove(book);
        else
        {
            book.IsLeft = true;
            book.Touch();
        }
    }

    private async Task TakeAsync(SharedBook said, ReferenceBook book, Dictionary<string, ReferenceTerm> terms, Guid origin)
    {
        var codes = terms.Values.Where(t => t is { OriginId: null, Code: not null }).Select(t => t.Code!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await FreeCodesAsync(said, terms);
        foreach (var one in said.Terms)
        {
            Rule.Require(one.Code is null || !codes.Contains(one.Code), T.Say("The code '{0}' is that of an own term here.", $"{one.Code}"));
            if (!terms.TryGetValue(one.TermId, out var term)) db.Add(terms[one.TermId] = term = new() { BookId = book.Id, TermId = one.TermId, OriginId = origin });
            Rule.Require(term.OriginId == origin, T.Say("There is a term with this id already."));
            term.Describe(new(TermNames.Of(one.Names)) { Code = one.Code, From = one.From, To = one.To });
            (term.Position, term.IsLeft) = (one.Position, false);
        }
        foreach (var one in said.Terms)
        {
            var term = terms[one.TermId];
            (term.ParentId, term.MergedIntoId) = (one.Under is null ? null : terms[one.Under].Id, one.MergedInto is null ? null : terms[one.MergedInto].Id);
        }
        // What stands below a term that was merged above goes where that went.
        foreach (var own in terms.Values.Where(t => t.OriginId is null && t.ParentId is not null))
            if (terms.Values.FirstOrDefault(t => t.Id == own.ParentId) is { MergedIntoId: { } into }) own.ParentId = into;
        var kept = said.Terms.Select(t => t.TermId).ToHashSet();
        await LeaveAsync([.. terms.Values.Where(t => t.OriginId is not null && !kept.Contains(t.TermId))], terms);
    }

    // A code may have gone from one term to another: no index lets both have it in between.
    private async Task FreeCodesAsync(SharedBook said, Dictionary<string, ReferenceTerm> terms)
    {
        var codes = said.Terms.Where(t => t.Code is not null).ToDictionary(t => t.Code!, t => t.TermId, StringComparer.OrdinalIgnoreCase);
        var moved = terms.Values.Where(t => t is { OriginId: not null, Code: { } code } && codes.TryGetValue(code, out var owner) && owner != t.TermId).ToList();
        foreach (var term in moved) term.Describe(new(term.Called) { From = term.ValidFrom, To = term.ValidTo });
        if (moved.Count > 0) await db.SaveChangesAsync();
    }

    // Those that nothing names and nothing own stands below go; the others stay and are marked.
    private async Task LeaveAsync(List<ReferenceTerm> gone, Dictionary<string, ReferenceTerm> terms)
    {
        var used = await use.UsedAsync([.. gone.Select(t => t.TermId)]);
        for (var removed = true; removed;)
        {
            removed = false;
            foreach (var term in gone.Where(t => terms.ContainsKey(t.TermId) && !used.Contains(t.TermId) && !terms.Values.Any(o => o.ParentId == t.Id || o.MergedIntoId == t.Id)).ToList())
            {
                db.Remove(term);
                removed = terms.Remove(term.TermId);
            }
        }
        foreach (var term in gone.Where(t => terms.ContainsKey(t.TermId))) term.IsLeft = true;
    }
}
