using System.Globalization;
using Integral.Help.Data;
using Integral.Platform.Navigation;

namespace Integral.Help;

/// <summary>How many remarks wait for an answer, for those who give it.</summary>
internal sealed class RemarksCard(Db db, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(HelpModule.Remarks)) return null;
        var open = await db.Remarks.CountAsync(r => r.Status == RemarkStatus.New || r.Status == RemarkStatus.InWork);
        return open == 0 ? null : new(texts["Remarks"], texts["wait for an answer"], open.ToString(CultureInfo.CurrentCulture), "/Admin/Remarks", "mail", 20);
    }
}
