using Integral.Platform.Navigation;
using Integral.Platform.Reporting;

namespace Integral.People;

/// <summary>How many people the institutions here and below have, for those who look after several; opens the figures.</summary>
internal sealed class PeopleBelowCard(FigureSums sums, Figures figures, Catalogue catalogue, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.CanBelow(PlatformModule.ReadFigures) || catalogue.Children(current.Tenant).Count == 0) return null;
        var sum = await sums.ReadAsync(PeopleByKind.Name, current.Tenant, FigureSums.UsualStart(figures.Today), figures.Today);
        return new(texts["People here and below"], texts["People with an account, here and in the institutions below"], sum.Total is { } total ? $"{total}" : null, "/Admin/Figures", "activity", 15);
    }
}
