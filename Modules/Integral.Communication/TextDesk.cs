using Integral.Communication.Contracts;
using Integral.Communication.Data;

namespace Integral.Communication;

/// <summary>Where administrators change what notices say.</summary>
internal sealed class TextDesk(Db db, IExtensions<NoticeKind> kinds)
{
    public IReadOnlyList<NoticeKind> Kinds => [.. kinds];

    /// <exception cref="NotFoundException">There is no such kind here.</exception>
    public NoticeKind Find(string? name) => kinds.FirstOrDefault(k => k.Name == name) ?? throw new NotFoundException();

    /// <summary>Which texts the institution has changed: kind and language.</summary>
    public async Task<IReadOnlySet<(string Kind, string Culture)>> ChangedAsync() =>
        (await db.NoticeTexts.Select(t => new { t.Kind, t.Culture }).ToListAsync()).Select(t => (t.Kind, t.Culture)).ToHashSet();

    /// <returns>Null where the delivered one holds.</returns>
    public Task<NoticeText?> OwnAsync(NoticeKind kind, string culture)
    {
        var name = kind.Name;
        return db.NoticeTexts.SingleOrDefaultAsync(t => t.Kind == name && t.Culture == culture);
    }

    /// <param name="seen">The version that was on the screen; 0 for the delivered text.</param>
    /// <exception cref="RuleException">It is empty or too long, or names what the kind doesn't tell.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed it.</exception>
    public async Task SayAsync(NoticeKind kind, string culture, Wording said, int seen)
    {
        var own = await OwnAsync(kind, culture);
        if ((own?.Version ?? 0) != seen) throw new DbUpdateConcurrencyException();
        if (own is null) db.Add(own = new() { Kind = kind.Name, Culture = culture });
        own.Say(kind, said.Subject, said.Text);
        await db.SaveChangesAsync();
    }

    /// <summary>The delivered text holds again.</summary>
    public async Task RestoreAsync(NoticeKind kind, string culture)
    {
        if (await OwnAsync(kind, culture) is { } own) db.Remove(own);
        await db.SaveChangesAsync();
    }
}
