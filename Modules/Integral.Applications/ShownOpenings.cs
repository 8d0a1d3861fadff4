using Integral.Applications.Contracts;

namespace Integral.Applications;

/// <summary>What visitors see of what one can apply for here.</summary>
internal sealed class ShownOpenings(Db db, Current current, KnownOpenings openings)
{
    /// <exception cref="NotFoundException">There is none, or visitors don't see it.</exception>
    public async Task<Opening> FindAsync(Guid id) => await openings.FindAsync(db, current.Tenant, id) is { IsShown: true } found ? found : throw new NotFoundException();
}
