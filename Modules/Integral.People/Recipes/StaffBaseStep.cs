using System.Globalization;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.People.Specialists;
using Integral.Platform.Recipes;

namespace Integral.People.Recipes;

/// <summary>Competencies, and the staff that have them. A competency, and somebody of the same name in the same organisation, are left as they are.</summary>
internal sealed class StaffBaseStep : IRecipeStep
{
    public string Name => "StaffBase";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();        // organisations of an earlier step are found like any others
        foreach (var (said, place) in step.Objects(step.Body, "Competencies", "Competencies", run)) await TryAsync(step, run, place, () => CompetencyAsync(said, run));
        foreach (var (said, place) in step.Objects(step.Body, "Staff", "Staff", run)) if (await TryAsync(step, run, place, () => SpecialistAsync(step, said, place, run))) number++;
        run.Did(T.Say("People of the staff base written: {0}", number));
    }

    private static async Task<bool> TryAsync(RecipeStep step, RecipeRun run, string place, Func<Task> what)
    {
        try
        {
            await what();
            return true;
        }
        catch (RuleException rule)
        {
            run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence);
            return false;
        }
    }

    private static async Task CompetencyAsync(JsonObject said, RecipeRun run)
    {
        var one = new Competency();
        one.Call(new(said.Text("Ru"), said.Text("Kk"), said.Text("Uk"), said.Text("En"), said.Flag("IsPriority")), run.Tenant.Culture);
        var key = one.SearchName;
        if (await run.Db.Competencies.AnyAsync(c => c.SearchName == key)) return;
        run.Db.Add(one);
        await run.Db.SaveChangesAsync();
    }

    private static async Task SpecialistAsync(RecipeStep step, JsonObject said, string place, RecipeRun run)
    {
        var (one, organisation, skills) = (new Specialist(), await OrganisationAsync(said, run), new List<SkillWords>());
        foreach (var (skill, _) in step.Objects(said, "Competencies", $"{place}.Competencies", run)) skills.Add(await SkillAsync(skill, run));
        Rule.Require(int.TryParse(said.Text("Hours") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var hours), T.Say("There are from 0 to {0} hours a week.", Specialist.MostHours), "Hours");
        one.Describe(new(said.Text("Name") ?? "", organisation, said.Text("Post"), said.Text("Qualification"), hours, skills), run.Tenant.Culture);
        var name = one.Name;
        if (await run.Db.Specialists.AnyAsync(s => s.Name == name && s.OrganisationId == organisation)) return;
        run.Db.Add(one);
        await run.Db.SaveChangesAsync();
    }

    private static async Task<Guid?> OrganisationAsync(JsonObject said, RecipeRun run)
    {
        if (said.Text("Organisation") is not { } name) return null;
        return (await run.Db.Organisations.FirstOrDefaultAsync(o => o.Name == name))?.Id ?? throw new RuleException(T.Say("There is no organisation '{0}' here.", name), "Organisation");
    }

    private static async Task<SkillWords> SkillAsync(JsonObject said, RecipeRun run)
    {
        var name = said.Text("Name");
        var found = await run.Db.Competencies.OrderBy(c => c.Id).FirstOrDefaultAsync(c => c.Ru == name || c.Kk == name || c.Uk == name || c.En == name) ?? throw new RuleException(T.Say("There is no competency '{0}' here.", $"{name}"), "Competencies");
        if (said.Text("Level") is not { } level) return new(found.Id, null);
        Rule.Require(Enum.TryParse<CompetencyLevel>(level, ignoreCase: true, out var reached), T.Say("There is no level '{0}'.", level), "Competencies");
        return new(found.Id, reached);
    }
}
