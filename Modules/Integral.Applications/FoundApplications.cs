using System.Globalization;
using Integral.Applications.Data;
using Integral.Platform.Navigation;
using Integral.Platform.Search;

namespace Integral.Applications;

/// <summary>Applications in the box of the search, by the applicant's name or the number, for those who may see them.</summary>
internal sealed class FoundApplications(ApplicationBook book, Current current) : IFindsRecords
{
    public Sentence Title => T.Say("Applications");

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(string text, int most) => !current.Can(ApplicationsModule.View) ? []
        : [.. (await book.PageAsync(new(text[..Math.Min(text.Length, Application.LongestName)]), most)).Rows.Select(a => new FoundRecord($"{a.Name}: {a.ForTitle}", $"/Admin/Applications/Show/{a.Id}"))];
}

/// <summary>For whoever has applied: where to see what became of it.</summary>
internal sealed class OwnApplicationsCard(Db db, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (current.Account?.AccountId is not { } me) return null;
        var number = await db.Applications.CountAsync(a => a.AccountId == me);
        return number == 0 ? null : new(texts["My applications"], texts["what became of them"], number.ToString(CultureInfo.CurrentCulture), "/applications", "file", 8);
    }
}
