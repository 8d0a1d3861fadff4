using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Platform.Recipes;
using Integral.Platform.Recipes.Export;

namespace Integral.Content.ReferenceBooks;

/// <summary>Makes reference books with their terms, or brings those that are there to what the recipe says.</summary>
internal sealed class BooksStep : IRecipeStep
{
    public string Name => "ReferenceBooks";

    public Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        run.Features.Add(new ContentModule().Id);
        return WriteAsync(step.Objects(step.Body, "Books", "Books", run), step, run);
    }

    /// <summary>One book that can't be had doesn't keep the others out of a lenient run.</summary>
    public static async Task WriteAsync(IEnumerable<(JsonObject Said, string Place)> wanted, RecipeStep step, RecipeRun run)
    {
        var (books, written) = (new BookRecipe(run.Db, run.Offers), 0);
        foreach (var (said, place) in wanted)
        {
            try
            {
                await books.WriteAsync(said);
                written++;
            }
            catch (RuleException rule) { run.Problem(step, $"{place}{(rule.Field.Length > 0 ? "." : "")}{rule.Field}", rule.Sentence); }
        }
        if (written > 0) run.Did(T.Say("Reference books written: {0}", written));
    }
}

/// <summary>The own reference books with all their terms; those from above stay above.</summary>
internal sealed class ExportedBooks : IExportedSteps
{
    public async Task AddAsync(ExportedSite site)
    {
        var books = await site.Db.ReferenceBooks.AsNoTracking().OrderBy(b => b.Code).ToListAsync();
        var terms = (await site.Db.ReferenceTerms.AsNoTracking().ToListAsync()).ToLookup(t => t.BookId);
        var said = books.Where(b => b.OriginId is null).Select(b => Said(new(b, terms[b.Id]))).ToList();
        if (said.Count > 0) site.Step("ReferenceBooks", new() { ["Books"] = new JsonArray([.. said]) });
        foreach (var book in books.Where(b => b.OriginId is not null && terms[b.Id].Any(t => t.OriginId is null)))
            site.LeaveOut(T.Say("Own terms in the reference book '{0}', which is kept above.", book.Code));
    }

    private static JsonObject Said(BookTree tree)
    {
        var (book, ids) = (tree.Book, tree.All.ToDictionary(t => t.Id, t => t.TermId));
        var said = new JsonObject { ["BookId"] = book.BookId, ["Code"] = book.Code, ["Names"] = book.Called.Object };
        if (book.Description is { } description) said["Description"] = description;
        (said["Shared"], said["Extensible"]) = (book.IsShared, book.MayBeExtended);
        var merged = tree.All.Where(t => t.MergedIntoId is not null).OrderBy(t => t.TermId, StringComparer.Ordinal).Select(t => Said(t, ids[t.MergedIntoId!.Value]));
        said["Terms"] = new JsonArray([.. Under(tree, null), .. merged]);
        return said;
    }

    private static IEnumerable<JsonObject> Under(BookTree tree, ReferenceTerm? parent)
    {
        foreach (var term in tree.Under(parent?.Id))
        {
            var said = Said(term, null);
            if (Under(tree, term).ToList() is { Count: > 0 } below) said["Terms"] = new JsonArray([.. below]);
            yield return said;
        }
    }

    private static JsonObject Said(ReferenceTerm term, string? mergedInto)
    {
        var said = new JsonObject { ["TermId"] = term.TermId };
        if (term.Code is { } code) said["Code"] = code;
        said["Names"] = term.Called.Object;
        if (term.ValidFrom is { } from) said["From"] = $"{from:yyyy-MM-dd}";
        if (term.ValidTo is { } to) said["To"] = $"{to:yyyy-MM-dd}";
        if (mergedInto is not null) said["MergedInto"] = mergedInto;
        return said;
    }
}
