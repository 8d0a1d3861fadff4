using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>U+0000 is refused: PostgreSQL has no place for it, and what SQLite took couldn't be moved there (design §5).</summary>
internal static class StoredText
{
    /// <exception cref="RuleException">A text that is about to be saved has one.</exception>
    public static void Check(DbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
            foreach (var property in entry.Properties)
                Rule.Require(property.CurrentValue is not string text || !text.Contains('\0'), "A text holds a character that can't be kept. Type it again.");
    }
}
