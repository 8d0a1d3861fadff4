using Integral.People.Pages.Admin.Specialists;
using Integral.People.Specialists;
using Integral.Ui;

namespace Integral.People.Pages.Admin.OwnSpecialists;

/// <summary>Somebody of an organisation for which the signed-in person signs in here.</summary>
[Authorize(PeopleModule.OwnSpecialists)]
internal sealed class EditModel(SpecialistBook book, SpecialistDesk desk, CompetencyList competencies, OwnOrganisations own, Flash flash) : SpecialistEditPage(book, desk, competencies, flash)
{
    public override string? OfNone => null;

    protected override Task<SpecialistReach> ReachAsync() => own.ReachAsync();

    protected override Task<IReadOnlyList<(Guid Id, string Name)>> OfferedAsync() => own.AllAsync();
}
