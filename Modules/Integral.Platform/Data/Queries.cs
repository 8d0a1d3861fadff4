using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

public static class Queries
{
    /// <exception cref="NotFoundException">There is none, or none within reach.</exception>
    public static async Task<T> SingleOr404Async<T>(this IQueryable<T> rows, Expression<Func<T, bool>> which, CancellationToken cancel = default) where T : class =>
        await rows.SingleOrDefaultAsync(which, cancel) ?? throw new NotFoundException();
}
