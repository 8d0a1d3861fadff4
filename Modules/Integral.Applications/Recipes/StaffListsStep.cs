using System.Text.Json.Nodes;
using Integral.Applications.Staff;
using Integral.People.Contracts;
using Integral.Platform.Recipes;

namespace Integral.Applications.Recipes;

/// <summary>Lists of the institution's own staff that are sent to a centre of the district as soon as both run: the people by their names, what it is for by the name of its group.</summary>
internal sealed class StaffListsStep(TimeProvider clock) : IRecipeStep
{
    public string Name => "StaffLists";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Lists", "Lists", run))
        {
            try
            {
                await TellAsync(said, run);
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Lists of staff sent: {0}", number));
    }

    private async Task TellAsync(JsonObject said, RecipeRun run)
    {
        var people = new List<Guid>();
        foreach (var name in (said["Staff"] as JsonArray ?? []).Select(n => $"{n}"))
        {
            var sought = NameSearch.Key(name);
            people.Add(await run.Db.Set<Person>().Where(p => p.SearchName == sought).OrderBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync() ?? throw new RuleException(T.Say("Nobody here is called '{0}'.", name), "Staff"));
        }
        run.Outbox.Add(new StaffListTold(said.Text("Centre") ?? "", said.Text("For") ?? "", said.Text("Contact") ?? "", said.Text("Email") ?? "", said.Text("Phone"), said.Text("Consent") ?? "", people, said.Ago(clock) ?? clock.GetUtcNow().UtcDateTime));
        await run.Db.SaveChangesAsync();
    }
}
