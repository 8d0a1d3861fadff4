using System.Text.Json.Serialization;
using Integral.People.Contracts;
using Integral.People.Specialists;

namespace Integral.People.Api;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewSkill([property: Required] Guid? Competency, CompetencyLevel? Level = null);

/// <param name="HoursAWeek">That the network may have.</param>
/// <param name="Organisation">Whose staff it is; left out for the institution's own, or for one's only organisation.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewSpecialist([property: Required] string Name, [property: Required] int? HoursAWeek, Guid? Organisation = null, string? Post = null, string? Qualification = null, IReadOnlyList<NewSkill>? Competencies = null)
{
    public SpecialistWords ToWords() => new(Name, Organisation, Post, Qualification, HoursAWeek!.Value, [.. (Competencies ?? []).Select(s => new SkillWords(s.Competency!.Value, s.Level))]);
}

/// <param name="IsPriority">The region needs it before others: visitors find it among those.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewCompetency(string? Ru = null, string? Kk = null, string? Uk = null, string? En = null, bool IsPriority = false)
{
    public CompetencyWords ToWords() => new(Ru, Kk, Uk, En, IsPriority);
}

internal sealed record SkillAnswer(Guid Competency, string Name, CompetencyLevel? Level);
internal sealed record SpecialistAnswer(Guid Id, string Name, Guid? Organisation, string? OrganisationName, string? Post, string? Qualification, int HoursAWeek, IReadOnlyList<SkillAnswer> Competencies);
internal sealed record SpecialistsAnswer(IReadOnlyList<SpecialistAnswer> Items, string? Next);
internal sealed record CompetencyAnswer(Guid Id, string? Ru, string? Kk, string? Uk, string? En, bool IsPriority);
internal sealed record CompetenciesAnswer(IReadOnlyList<CompetencyAnswer> Items, string? Next);
internal sealed record OwnOrganisationAnswer(Guid Id, string Name);
internal sealed record OwnOrganisationsAnswer(IReadOnlyList<OwnOrganisationAnswer> Items, string? Next);
