using Integral.People.Specialists;
using Integral.Ui;

namespace Integral.People.Pages.Admin.Specialists;

/// <summary>Somebody of the whole staff base.</summary>
[Authorize(PeopleModule.ManageSpecialists)]
internal sealed class EditModel(SpecialistBook book, SpecialistDesk desk, CompetencyList competencies, Texts texts, Flash flash) : SpecialistEditPage(book, desk, competencies, flash)
{
    private readonly SpecialistBook all = book;

    public override string? OfNone => texts["The institution itself"];

    protected override Task<SpecialistReach> ReachAsync() => Task.FromResult(SpecialistReach.All);

    protected override Task<IReadOnlyList<(Guid Id, string Name)>> OfferedAsync() => all.OrganisationsAsync();
}
