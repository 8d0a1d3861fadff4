using Integral.People.Data;
using Integral.Platform.Navigation;

namespace Integral.People.Groups;

/// <summary>How many groups there are today; opens the list of them.</summary>
internal sealed class GroupsCard(Db db, GroupBook book, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(PeopleModule.ViewGroups)) return null;
        var today = book.Today;
        var number = await db.Groups.CountAsync(g => g.FromOn <= today && (g.UntilOn == null || today <= g.UntilOn));
        return number == 0 ? null : new(texts["Groups"], texts["Classes, training groups and clubs of today"], $"{number}", "/Admin/Groups", "users", 22);
    }
}
