using System.Globalization;
using Integral.Content.Fields;
using Integral.Content.Reading;

namespace Integral.Content.Definitions;

/// <summary>Keeps the types between requests; another day has other terms to choose from. Whoever has just changed some in a transaction that is open reads them anew (<see cref="TypeBook.LoadAsync"/>).</summary>
internal sealed class TypeBooks() : KeptByVersion<TypeBook>(MostTenants)
{
    private const int MostTenants = 4000;

    public async ValueTask<TypeBook> OfAsync(Db db, FieldKinds kinds)
    {
        var terms = await kinds.Shelves.TodayAsync(db);
        return await OfAsync(db.Tenant, terms.Today.ToString("O", CultureInfo.InvariantCulture), () => TypeBook.LoadAsync(db, kinds, terms));
    }
}
