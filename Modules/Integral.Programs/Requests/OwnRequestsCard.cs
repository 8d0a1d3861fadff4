using System.Globalization;
using Integral.Platform.Navigation;
using Integral.Programs.Data;

namespace Integral.Programs.Requests;

/// <summary>For whoever speaks for an organisation: how many of their requests for programmes are on their way.</summary>
internal sealed class OwnRequestsCard(Db db, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(ProgramsModule.Request) || current.Account?.AccountId is not { } me) return null;
        var number = await db.ProgrammeRequests.CountAsync(r => r.AccountId == me && r.Status != RequestStatus.Refused && r.Status != RequestStatus.Withdrawn && r.Status != RequestStatus.Published);
        if (number > 0) return new(texts["My requests for programmes"], texts["what became of them"], number.ToString(CultureInfo.CurrentCulture), "/Admin/OwnRequests", "edit", 9);
        // Administrators have every right; they write programmes themselves.
        return current.Can(ProgramsModule.Manage) ? null : new(texts["Ask for a programme"], texts["that isn't in the catalogue yet"], null, "/Admin/OwnRequests/Send", "edit", 9);
    }
}
