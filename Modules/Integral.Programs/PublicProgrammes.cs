using Integral.Platform.Navigation;
using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>The catalogue in the menu of the site, as long as something is in it.</summary>
internal sealed class PublicProgrammes(Db db) : IPublicSection
{
    public async ValueTask<PublicSection?> ShownAsync() => await db.Programmes.AnyAsync(p => p.IsPublished) ? new(T.Say("Programmes"), "programmes") : null;
}
