using Integral.Communication.Contracts;
using Integral.Communication.Data;

namespace Integral.Communication;

/// <summary>About what the current person wants letters, and when.</summary>
internal sealed class NoticeChoosing(Db db, Current current, IExtensions<NoticeKind> kinds)
{
    /// <summary>What they are asked about, with what holds now; <see cref="NoticeKind.IsWrittenElsewhere"/> among them isn't theirs to choose.</summary>
    public async Task<IReadOnlyList<(NoticeKind Kind, LetterChoice Letters)>> KindsAsync()
    {
        var chosen = await Choices.AsNoTracking().ToDictionaryAsync(c => c.Kind, c => c.Letters);
        return [.. Asked.Select(k => (k, chosen.TryGetValue(k.Name, out var letters) ? letters : k.Letters))];
    }

    public async Task<NoticeHabits> HabitsAsync()
    {
        var me = Me;
        return await db.NoticeHabits.SingleOrDefaultAsync(h => h.AccountId == me) ?? new() { AccountId = me };
    }

    /// <param name="said">By the names of kinds; others are left as they are.</param>
    /// <exception cref="RuleException">These aren't hours, or there is nothing to choose about a kind.</exception>
    public async Task SayAsync(int quietFrom, int quietUntil, int dailyAt, IReadOnlyDictionary<string, LetterChoice> said)
    {
        var open = Asked.Where(k => !k.IsWrittenElsewhere).ToList();
        if (said.Keys.FirstOrDefault(n => open.TrueForAll(k => k.Name != n)) is { } unknown) throw new RuleException(T.Say("There is no kind of notices '{0}'.", unknown), "Kinds");
        var habits = await HabitsAsync();
        habits.Say(quietFrom, quietUntil, dailyAt);
        if (db.Entry(habits).State == EntityState.Detached) db.Add(habits);
        var chosen = await Choices.ToDictionaryAsync(c => c.Kind);
        foreach (var kind in open.Where(k => said.ContainsKey(k.Name)))
        {
            if (chosen.TryGetValue(kind.Name, out var there)) there.Letters = said[kind.Name];
            else db.Add(new NoticeChoice { AccountId = Me, Kind = kind.Name, Letters = said[kind.Name] });
        }
        await db.SaveChangesAsync();
    }

    private IEnumerable<NoticeKind> Asked => kinds.Where(k => k.Permission is null || current.Can(k.Permission));
    private Guid Me => current.Account!.AccountId;

    private IQueryable<NoticeChoice> Choices
    {
        get
        {
            var me = Me;
            return db.NoticeChoices.Where(c => c.AccountId == me);
        }
    }
}
