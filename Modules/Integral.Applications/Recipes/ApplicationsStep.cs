using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Recipes;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Recipes;

/// <summary>
/// Applications that were sent and decided before, elsewhere or in a demo: each goes its way through the workflow once more. The same person's for the same
/// isn't sent twice.
/// </summary>
internal sealed class ApplicationsStep(Intake intake, KnownOpenings openings, IWorkflows workflows, TimeProvider clock) : IRecipeStep
{
    public string Name => "Applications";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Applications", "Applications", run))
        {
            try
            {
                if (await openings.NamedAsync(run.Db, run.Tenant, said.Text("For") ?? "") is not { } opening) throw new RuleException(T.Say("There is nothing called '{0}' for which one can apply.", $"{said.Text("For")}"), "For");
                var who = new NewPerson(said.Text("FamilyName") ?? "", said.Text("GivenName") ?? "", said.Text("Patronymic"), said.Day("BornOn"), said.Text("Email"), said.Text("Phone"));
                var sent = who.SearchName;
                if (await run.Db.Applications.AnyAsync(a => a.ForId == opening.Id && a.SearchName == sent)) continue;
                var culture = said.Text("Culture") is { } own && Texts.Cultures.Contains(own) ? own : run.Tenant.Culture;
                var application = await intake.KeepAsync(new(run.Db, run.Tenant, "") { At = said.Ago(clock) }, opening, new(who, said.Text("Message"), said.Text("Consent") ?? "", culture));
                foreach (var (decided, at) in step.Objects(said, "Decisions", $"{place}.Decisions", run))
                    await workflows.DecideAsync(new(run.Db, run.Tenant, decided.Text("Who") ?? "") { At = decided.Ago(clock) }, Application.Kind, application.Id, decided.Text("Outcome") ?? "", decided.Text("Reason"));
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
    }
}
