using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Platform.Recipes;
using Integral.Platform.Sharing;

namespace Integral.Content.ReferenceBooks;

/// <summary>Makes of a recipe's book what it says. Terms that it doesn't name stay.</summary>
internal sealed class BookRecipe(Db db, Offers offers)
{
    /// <exception cref="RuleException">It can't be so; nothing of it is kept.</exception>
    public async Task WriteAsync(JsonObject said)
    {
        try
        {
            await TryAsync(said);
        }
        catch (RuleException)
        {
            Forget();
            throw;
        }
    }

    // What was saved before this book stays.
    private void Forget()
    {
        foreach (var row in db.ChangeTracker.Entries().Where(e => e is { Entity: ReferenceBook or ReferenceTerm, State: EntityState.Added or EntityState.Modified }).ToList())
        {
            if (row.State == EntityState.Modified) row.CurrentValues.SetValues(row.OriginalValues);
            row.State = row.State == EntityState.Added ? EntityState.Detached : EntityState.Unchanged;
        }
    }

    private async Task TryAsync(JsonObject said)
    {
        var code = said.Text("Code")?.Trim().ToLowerInvariant() ?? "";
        Rule.Require(code.Length > 0, "A reference book needs a code.", "Code");
        var id = Id(said.Text("BookId"), code);
        var book = await db.ReferenceBooks.SingleOrDefaultAsync(b => b.BookId == id || b.Code == code);
        Rule.Require(book?.OriginId is null, T.Say("'{0}' comes from an institution above and is changed there.", code), "Code");
        var wanted = new BookSaid(TermNames.Of(said.Find("Names") as JsonObject), code) { Description = said.Text("Description"), IsShared = said.Flag("Shared"), MayBeExtended = said.Flag("Extensible") };
        BookDesk.Check(wanted);
        if (book is null) db.Add(book = new() { BookId = id, Code = code });
        book.Describe(wanted);
        var (bookId, merges) = (book.Id, new List<(ReferenceTerm Term, string Into)>());
        var tree = new BookTree(book, await db.ReferenceTerms.Where(t => t.BookId == bookId).ToListAsync());
        Write(tree, said, null, merges);
        foreach (var (term, into) in merges.Where(m => m.Term.MergedIntoId is null)) tree.Merge(term, tree.Find(into));
        if (book.IsShared) await offers.OfferAsync(SharedBook.Kind, book.BookId, SharedBook.Of(tree));
        else await offers.WithdrawAsync(SharedBook.Kind, book.BookId);
        await db.SaveChangesAsync();
    }

    private void Write(BookTree tree, JsonObject above, ReferenceTerm? parent, List<(ReferenceTerm, string)> merges)
    {
        foreach (var (position, said) in (above.Find("Terms") as JsonArray ?? []).OfType<JsonObject>().Index())
        {
            var code = said.Text("Code") is { Length: > 0 } own ? own : null;
            Rule.Require(code is not null || said.Text("TermId") is not null, "A term needs a code or an id.", "Terms");
            var id = Id(said.Text("TermId"), $"{tree.Book.Code}/{code}");
            var wanted = new TermSaid(TermNames.Of(said.Find("Names") as JsonObject)) { Code = code, Under = parent?.TermId, From = Day(said, "From"), To = Day(said, "To") };
            var term = tree.All.FirstOrDefault(t => t.TermId == id);
            if (term is { MergedIntoId: not null }) continue;
            if (term is not null) tree.Change(term, wanted);
            else db.Add(term = tree.Add(wanted, id));
            term.Position = position;
            if (said.Text("MergedInto") is { Length: > 0 } into) merges.Add((term, into.ToLowerInvariant()));
            Write(tree, said, term, merges);
        }
    }

    /// <summary>Left out, an id is made of the codes: the same wherever the recipe is run.</summary>
    public static string Id(string? said, string codes)
    {
        if (said is { Length: > 0 })
        {
            Rule.Require(said.Length == UniqueId.Length && said.All(char.IsAsciiLetterOrDigit), T.Say("An id has {0} letters and digits.", UniqueId.Length), "TermId");
            return said.ToLowerInvariant();
        }
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(codes.ToLowerInvariant()));
        return $"4{string.Concat(hash.Take(UniqueId.Length - 1).Select(b => UniqueId.Alphabet[b % UniqueId.Alphabet.Length]))}";
    }

    private static DateOnly? Day(JsonObject said, string name)
    {
        if (said.Text(name) is not { Length: > 0 } text) return null;
        Rule.Require(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), T.Say("'{0}' isn't a date.", text), name);
        return day;
    }
}
