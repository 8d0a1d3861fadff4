using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.People.Families;
using Integral.Platform.Recipes;

namespace Integral.People.Recipes;

/// <summary>Writes down who belongs to whose family, by full names. An adult and a child who are written down already are left as they are.</summary>
internal sealed class FamiliesStep : IRecipeStep
{
    public string Name => "Families";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();        // people of an earlier step are found like any others
        foreach (var (said, place) in step.Objects(step.Body, "Families", "Families", run))
        {
            try
            {
                await AddAsync(said, run);
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Families written: {0}", number));
    }

    private static async Task AddAsync(JsonObject said, RecipeRun run)
    {
        Rule.Require(Enum.TryParse<Kinship>(said.Text("Kinship"), ignoreCase: true, out var kinship) && Enum.IsDefined(kinship), T.Say("It can be one of these: {0}.", string.Join(", ", Enum.GetNames<Kinship>())), "Kinship");
        var (adult, child) = (await PersonAsync(said, "Adult", run), await PersonAsync(said, "Child", run));
        if (await run.Db.FamilyLinks.AnyAsync(f => f.AdultId == adult && f.ChildId == child)) return;
        var link = new FamilyLink(adult, child);
        link.Describe(new(kinship, said.Day("FromOn"), said.Day("UntilOn"), said.Flag("MayRead"), said.Flag("MayCollect"), said.Flag("MayDecide")));
        await FamilyDesk.AddAsync(run.Db, link);
    }

    private static async Task<Guid> PersonAsync(JsonObject said, string field, RecipeRun run)
    {
        var (name, key) = (said.Text(field) ?? "", NameSearch.Key(said.Text(field) ?? ""));
        return (await run.Db.People.OrderBy(p => p.Id).FirstOrDefaultAsync(p => p.SearchName == key))?.Id ?? throw new RuleException(T.Say("Nobody here is called '{0}'.", name), field);
    }
}
