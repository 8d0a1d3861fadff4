using Integral.People.Contracts;
using Integral.People.Specialists;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Specialists;

internal sealed class SpecialistForm
{
    private const int Least = 3, Spare = 2;

    [Display(Name = "Full name"), Required, StringLength(Specialist.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "Organisation")] public Guid? Organisation { get; set; }
    [Display(Name = "Post"), StringLength(Specialist.LongestPost)] public string? Post { get; set; }
    [Display(Name = "Qualification", Description = "Education, category, certificates: in a line."), StringLength(Specialist.LongestQualification)] public string? Qualification { get; set; }
    [Display(Name = "Hours a week", Description = "How many the network may have; 0 where there are none now."), Required, Range(0, Specialist.MostHours)] public int? Hours { get; set; }
    public List<SkillForm> Skills { get; set; } = [];
    public int Version { get; set; }

    public static SpecialistForm Of(Specialist one) => new()
    {
        Name = one.Name, Organisation = one.OrganisationId, Post = one.Post, Qualification = one.Qualification, Hours = one.HoursAWeek, Version = one.Version,
        Skills = [.. one.Skills.Select(s => new SkillForm { Competency = s.CompetencyId, Level = s.Level })],
    };

    /// <summary>Leaves room for more competencies.</summary>
    public void Widen()
    {
        for (var more = Math.Max(Least - Skills.Count, Spare); more > 0 && Skills.Count < Specialist.MostSkills; more--) Skills.Add(new());
    }

    public SpecialistWords ToWords() => new(Name, Organisation, Post, Qualification, Hours!.Value, [.. Skills.Where(s => s.Competency is not null).Select(s => new SkillWords(s.Competency!.Value, s.Level))]);
}

internal sealed class SkillForm
{
    [Display(Name = "Competency")] public Guid? Competency { get; set; }
    [Display(Name = "How well")] public CompetencyLevel? Level { get; set; }
}

internal static class CompetencyItems
{
    /// <summary>All competencies, to choose from.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ItemsAsync(this CompetencyList list)
    {
        var culture = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return [.. (await list.AllAsync()).Select(c => new SelectListItem(c.In(culture), $"{c.Id}"))];
    }
}
