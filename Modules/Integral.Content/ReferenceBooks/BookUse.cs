using Integral.Content.Contracts;
using Integral.Content.Data;

namespace Integral.Content.ReferenceBooks;

/// <summary>Whether terms and books can be taken away. Here the bin counts too: what comes out of it would name nothing.</summary>
internal sealed class BookUse(Db db)
{
    /// <summary>How many items name one of these terms.</summary>
    public Task<int> CountAsync(IReadOnlyCollection<string> termIds) => db.ContentReferences.Where(r => r.Kind == Referred.Term && termIds.Contains(r.Target)).Select(r => r.ItemId).Distinct().CountAsync();

    /// <summary>Those of these terms that something names.</summary>
    public Task<HashSet<string>> UsedAsync(IReadOnlyCollection<string> termIds) => db.ContentReferences.Where(r => r.Kind == Referred.Term && termIds.Contains(r.Target)).Select(r => r.Target).Distinct().ToHashSetAsync();

    /// <summary>Titles of the content types that have a field with this book.</summary>
    public async Task<IReadOnlyList<string>> TypesAsync(ReferenceBook book)
    {
        var parts = await db.ContentParts.AsNoTracking().Where(p => p.Definition.Contains("TaxonomyField")).ToListAsync();
        var naming = parts.Where(p => new[] { book.Code, book.BookId }.Any(name => p.Definition.Contains($"\"TaxonomyContentItemId\":\"{name}\"", StringComparison.OrdinalIgnoreCase))).Select(p => p.Name).ToList();
        return await db.ContentTypes.AsNoTracking().Where(t => naming.Contains(t.Name)).Select(t => t.DisplayName).ToListAsync();
    }
}
