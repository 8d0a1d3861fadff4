using Integral.People.Contracts;
using Integral.Platform.Audit;

namespace Integral.Programs.Competencies;

/// <summary>That a programme is to build a competency of the institution's list.</summary>
/// <param name="Level">How well one can do it afterwards; may be left out.</param>
internal sealed record AimedCompetency(Guid Competency, CompetencyLevel? Level);

/// <summary>A competency that a programme builds.</summary>
[Audited]
internal sealed class ProgrammeCompetency
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ProgrammeId { get; init; }
    public required Guid CompetencyId { get; init; }
    public CompetencyLevel? Level { get; set; }
}

/// <summary>Programmes that build competencies: those stay in the list.</summary>
internal sealed class CompetenciesOfProgrammes(Db db) : ICompetencyUse
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync() => await db.Set<ProgrammeCompetency>().GroupBy(c => c.CompetencyId).Select(g => new { g.Key, Number = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Number);
}
