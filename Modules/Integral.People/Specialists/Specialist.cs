using Integral.People.Contracts;
using Integral.People.Organisations;
using Integral.Platform.Audit;

namespace Integral.People.Specialists;

/// <param name="Level">May be left out.</param>
internal sealed record SkillWords(Guid Competency, CompetencyLevel? Level);

/// <summary>What is said of somebody of the staff.</summary>
/// <param name="Organisation">Whose staff it is; null for the institution's own.</param>
/// <param name="Hours">Hours a week that the network may have.</param>
internal sealed record SpecialistWords(string Name, Guid? Organisation, string? Post, string? Qualification, int Hours, IReadOnlyList<SkillWords> Skills);

/// <summary>Somebody of the staff base: who works in the institution or in an organisation it works with, and can teach in the network. No account.</summary>
[Audited]
internal sealed class Specialist
{
    public const int LongestName = 200, LongestPost = 200, LongestQualification = 500, MostHours = 60, MostSkills = 20;

    private readonly List<SpecialistSkill> skills = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Null: the institution's own.</summary>
    public Guid? OrganisationId { get; private set; }
    public string Name { get; private set; } = "";
    public string SortName { get; private set; } = "";
    public string SearchName { get; private set; } = "";
    public string? Post { get; private set; }
    public string? Qualification { get; private set; }

    /// <summary>A week, for the network.</summary>
    public int HoursAWeek { get; private set; }
    public IReadOnlyList<SpecialistSkill> Skills => skills;

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>In the bin since; null for one that is there.</summary>
    public DateTime? DeletedAt { get; private set; }
    public Guid? DeletedById { get; private set; }

    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(SpecialistWords words, string culture)
    {
        var name = Line.Of(words.Name, LongestName, "Name");
        Rule.Require(name is not null, "Somebody of the staff needs a name.", "Name");
        Rule.Require(words.Hours is >= 0 and <= MostHours, T.Say("There are from 0 to {0} hours a week.", MostHours), "Hours");
        Rule.Require(words.Skills.Count <= MostSkills, T.Say("At most {0} competencies can be written down.", MostSkills), "Skills");
        Rule.Require(words.Skills.DistinctBy(s => s.Competency).Count() == words.Skills.Count, "A competency is named twice.", "Skills");
        (Name, SortName, SearchName, OrganisationId) = (name, NameSort.Key(name, culture), NameSearch.Key(name), words.Organisation);
        (Post, Qualification, HoursAWeek) = (Line.Of(words.Post, LongestPost, "Post"), Line.Of(words.Qualification, LongestQualification, "Qualification"), words.Hours);
        Can(words.Skills);
        Version++;
    }

    private void Can(IReadOnlyList<SkillWords> wanted)
    {
        skills.RemoveAll(s => !wanted.Any(w => w.Competency == s.CompetencyId));
        foreach (var one in wanted)
        {
            if (skills.Find(s => s.CompetencyId == one.Competency) is not { } skill) skills.Add(skill = new() { SpecialistId = Id, CompetencyId = one.Competency });
            skill.Level = one.Level;
        }
    }

    public void Delete(DateTime at, Guid? by)
    {
        (DeletedAt, DeletedById) = (at, by);
        Version++;
    }

    public void Restore()
    {
        (DeletedAt, DeletedById) = (null, null);
        Version++;
    }
}

/// <summary>Somebody can do something.</summary>
[Audited]
internal sealed class SpecialistSkill
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SpecialistId { get; init; }
    public Guid CompetencyId { get; init; }
    public CompetencyLevel? Level { get; set; }
}
