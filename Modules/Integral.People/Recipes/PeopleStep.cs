using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Recipes;
using Integral.Platform.Reporting;

namespace Integral.People.Recipes;

/// <summary>Adds people without an account, with what stands on their cards. Whoever is here under that very name, date of birth, e-mail and phone is left as they are.</summary>
internal sealed class PeopleStep(TimeProvider clock) : IRecipeStep
{
    public string Name => "People";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();        // people of an earlier step are found like any others
        foreach (var (said, place) in step.Objects(step.Body, "People", "People", run))
        {
            try
            {
                await AddAsync(said, run);
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("People written: {0}", number));
    }

    private async Task AddAsync(JsonObject said, RecipeRun run)
    {
        var person = new Person(new(said.Text("FamilyName") ?? "", said.Text("GivenName") ?? "", said.Text("Patronymic")), run.Tenant.Culture);
        person.Reach(said.Text("Email"), said.Text("Phone"));
        person.Identify(said.Text("Code"), said.Day("BornOn"), Figures.DayIn(run.Tenant, clock));
        var (name, born, email, phone) = (person.SearchName, person.BornOn, person.Email, person.Phone);
        if (await run.Db.People.IgnoreQueryFilters().AnyAsync(p => p.SearchName == name && p.BornOn == born && p.Email == email && p.Phone == phone)) return;
        run.Db.Add(person);
        await run.Db.SaveChangesAsync();
    }
}
