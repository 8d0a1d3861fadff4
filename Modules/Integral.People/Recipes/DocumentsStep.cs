using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.People.Documents;
using Integral.Platform.Recipes;

namespace Integral.People.Recipes;

/// <summary>Writes down documents of people, who are named by their full names. One that is written down already is left as it is.</summary>
internal sealed class DocumentsStep(TimeProvider clock) : IRecipeStep
{
    public string Name => "PersonDocuments";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var (number, today) = (0, run.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime));
        await run.Db.SaveChangesAsync();        // people of an earlier step are found like any others
        foreach (var (said, place) in step.Objects(step.Body, "Documents", "Documents", run))
        {
            try
            {
                await AddAsync(said, run, today);
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Documents of people written: {0}", number));
    }

    private static async Task AddAsync(JsonObject said, RecipeRun run, DateOnly today)
    {
        Rule.Require(Enum.TryParse<PersonDocumentKind>(said.Text("Kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind), T.Say("It can be one of these: {0}.", string.Join(", ", Enum.GetNames<PersonDocumentKind>())), "Kind");
        var (name, key) = (said.Text("Person") ?? "", NameSearch.Key(said.Text("Person") ?? ""));
        var person = (await run.Db.People.OrderBy(p => p.Id).FirstOrDefaultAsync(p => p.SearchName == key))?.Id ?? throw new RuleException(T.Say("Nobody here is called '{0}'.", name), "Person");
        var (series, number) = (said.Text("Series"), said.Text("Number"));
        if (await run.Db.PersonDocuments.AnyAsync(d => d.PersonId == person && d.Kind == kind && d.Series == series && d.DocumentNumber == number)) return;
        await DocumentDesk.AddAsync(run.Db, person, new(kind, series, number, said.Text("IssuedBy"), said.Day("IssuedOn"), said.Day("ValidUntil")), today);
        await run.Db.SaveChangesAsync();
    }
}
