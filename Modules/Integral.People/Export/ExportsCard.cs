using Integral.Platform.Navigation;

namespace Integral.People.Export;

/// <summary>How often people's data were taken out lately; opens the list of who did it and why.</summary>
internal sealed class ExportsCard(ExportBook book, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync() => current.Can(PlatformModule.ReadAudit)
        ? new(texts["Exports of personal data"], texts["In the last {0} days, with who and why", ExportBook.Days], $"{await book.CountAsync()}", "/Admin/People/Exports", "download", 25) : null;
}
