using System.Globalization;
using Integral.Applications.Data;
using Integral.Platform.Messaging;
using Integral.Platform.Web;

namespace Integral.Applications;

/// <summary>One of a list, for whoever sent it.</summary>
/// <param name="Key">Of the application's own address, where nobody else can tell them: they left no e-mail, or the server sends none.</param>
internal sealed record ListedPerson(int Number, string Name, ApplicationStatus Status, string? Key);

/// <param name="Counts">How many are in each state.</param>
/// <param name="Next">The cursor of the next part; null on the last.</param>
/// <param name="AreWrittenTo">Those who left an e-mail get their addresses by it.</param>
internal sealed record ListView(ApplicationList Of, bool AreWrittenTo, IReadOnlyDictionary<ApplicationStatus, int> Counts, IReadOnlyList<ListedPerson> People, string? Next);

/// <summary>Lists as those who sent them see them. The address is all that they need.</summary>
internal sealed class ListBook(Db db, Letters letters)
{
    public const int PageSize = 100;

    /// <exception cref="NotFoundException">No list has that address.</exception>
    public async Task<ListView> OfKeyAsync(string key, string? after)
    {
        var list = key.Length == FormTickets.KeyLength ? await db.ApplicationLists.AsNoTracking().SingleOr404Async(l => l.Key == key) : throw new NotFoundException();
        var (id, last) = (list.Id, int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 0);
        var counts = await db.Applications.Where(a => a.ListId == id).GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var rows = await db.Applications.AsNoTracking().Where(a => a.ListId == id && a.Number > last).OrderBy(a => a.Number).Take(PageSize + 1).ToListAsync();
        return new(list, letters.IsOn, counts, [.. rows.Take(PageSize).Select(a => new ListedPerson(a.Number, a.FullName, a.Status, a.Email is null || !letters.IsOn ? a.Key : null))], rows.Count > PageSize ? rows[PageSize - 1].Number.ToString(CultureInfo.InvariantCulture) : null);
    }
}
