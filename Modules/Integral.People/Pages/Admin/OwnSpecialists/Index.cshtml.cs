using Integral.People.Pages.Admin.Specialists;
using Integral.People.Specialists;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.OwnSpecialists;

/// <summary>The staff of the organisations for which the signed-in person signs in here, and of no other.</summary>
[Authorize(PeopleModule.OwnSpecialists)]
internal sealed class IndexModel(SpecialistBook book, CompetencyList competencies, SpecialistsTable table, OwnOrganisations own) : SpecialistListPage(book, competencies, table)
{
    public override bool MayManage => Organisations.Count > 0;

    protected override Task<SpecialistReach> ReachAsync() => own.ReachAsync();

    protected override async Task<IReadOnlyList<SelectListItem>> OfferedAsync() => [.. (await own.AllAsync()).Select(o => new SelectListItem(o.Name, $"{o.Id}"))];
}
