using Integral.People.Specialists;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Specialists;

/// <summary>The staff of the institution and of the organisations that it works with.</summary>
[Authorize(PeopleModule.ViewSpecialists)]
internal sealed class IndexModel(SpecialistBook book, CompetencyList competencies, SpecialistsTable table, Texts texts, Current current) : SpecialistListPage(book, competencies, table)
{
    private readonly SpecialistBook all = book;

    public override bool MayManage => current.Can(PeopleModule.ManageSpecialists);

    protected override Task<SpecialistReach> ReachAsync() => Task.FromResult(SpecialistReach.All);

    protected override async Task<IReadOnlyList<SelectListItem>> OfferedAsync() =>
        [new(texts["The institution itself"], $"{Guid.Empty}"), .. (await all.OrganisationsAsync()).Select(o => new SelectListItem(o.Name, $"{o.Id}"))];
}
