using System.Globalization;
using Integral.Platform.Navigation;

namespace Integral.People.Families;

/// <summary>How many children somebody has here; opens them.</summary>
internal sealed class OwnChildrenCard(FamilyBook book, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        var number = await book.CountOwnAsync();
        return number == 0 ? null : new(texts["My children"], texts["their groups, and what you may"], number.ToString(CultureInfo.CurrentCulture), "/family", "users", 7);
    }
}
