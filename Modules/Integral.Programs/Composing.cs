using System.Globalization;
using Integral.Platform.Audit;
using Integral.Platform.Web;
using Integral.Programs.Data;
using Microsoft.Extensions.Configuration;

namespace Integral.Programs;

/// <summary>A visitor composes a programme of their own, on the screen and by the API alike. They apply for it as for any other.</summary>
internal sealed class Composing(Db db, Current current, Texts texts, SenderLimits limits, Trail trail, TimeProvider clock, IConfiguration configuration)
{
    private const int UsuallyInAnHour = 60;

    /// <summary>What can be applied for; the same choice of whomever is the same programme.</summary>
    /// <exception cref="RuleException">Nothing is chosen, too much, or what isn't offered.</exception>
    public async Task<OwnProgramme> ComposeAsync(IReadOnlyCollection<Guid> chosen)
    {
        var ids = chosen.Distinct().ToArray();
        Rule.Require(ids.Length > 0, "Choose at least one module.", "Modules");
        Rule.Require(ids.Length <= OwnProgramme.MostModules, T.Say("Choose at most {0} modules.", OwnProgramme.MostModules), "Modules");
        var modules = await db.LibraryModules.AsNoTracking().Where(m => m.IsOpen && EF.Parameter(ids).Contains(m.Id)).OrderBy(m => m.SortName).ThenBy(m => m.Id).ToListAsync();
        Rule.Require(modules.Count == ids.Length, "One of these modules isn't offered any more. Choose anew.", "Modules");
        Rule.Require(modules.Sum(m => m.Hours) <= Programme.MostHours, T.Say("A programme has from 1 to {0} hours.", Programme.MostHours), "Modules");
        var digest = OwnProgramme.DigestOf(modules);
        if (await ThereAsync(digest) is { } there) return there;
        limits.Count("own programmes", configuration.GetValue("Integral:Programs:ComposedInAnHourOfAnAddress", UsuallyInAnHour), trail.From, T.Say("So many programmes were composed from your network that we pause for a while. Try again in an hour, or call the institution."));
        var own = new OwnProgramme($"{texts.Say(T.Say("Own programme"), CultureInfo.GetCultureInfo(current.Tenant.Culture))}: {string.Join(", ", modules.Select(m => m.Title))}", modules, clock.GetUtcNow().UtcDateTime);
        try
        {
            db.Add(own);
            await db.SaveChangesAsync();
            return own;
        }
        // Somebody chose the same at the same moment.
        catch (Exception trouble) when (trouble is DbUpdateException or RuleException)
        {
            db.ChangeTracker.Clear();
            if (await ThereAsync(digest) is { } first) return first;
            throw;
        }
    }

    /// <exception cref="NotFoundException">Nobody has composed it.</exception>
    public Task<OwnProgramme> FindAsync(Guid id) => db.OwnProgrammes.AsNoTracking().Include(o => o.Modules).SingleOr404Async(o => o.Id == id);

    private Task<OwnProgramme?> ThereAsync(string digest) => db.OwnProgrammes.AsNoTracking().Include(o => o.Modules).FirstOrDefaultAsync(o => o.Digest == digest);
}
