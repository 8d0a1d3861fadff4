using System.Globalization;
using Integral.Applications.Data;
using Integral.Platform.Navigation;
using Integral.Platform.Reporting;

namespace Integral.Applications.Control;

/// <summary>How many have applied lately, for those who watch over what becomes of them.</summary>
internal sealed class ControlCard(Db db, Current current, Figures figures, Texts texts) : ICabinetCard
{
    private const int Days = 7;

    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(ApplicationsModule.Control)) return null;
        var from = figures.Today.AddDays(1 - Days);
        var number = await db.Applications.CountAsync(a => a.SentOn >= from);
        return number == 0 ? null : new(texts["Applications in figures"], texts["arrived within seven days"], number.ToString("N0", CultureInfo.CurrentCulture), "/Admin/Applications/Control", "numbers", 7);
    }
}
