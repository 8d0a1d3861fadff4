using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Integral.Applications.Forms;
using Integral.People.Contracts;
using Integral.Platform.Recipes;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Recipes;

/// <summary>
/// Applications that were sent and decided before, elsewhere or in a demo, by people themselves or in an organisation's list: each goes its way through the workflow once
/// more. The same person's for the same isn't sent twice.
/// </summary>
internal sealed class ApplicationsStep(HostDb host, Intake intake, KnownOpenings openings, IWorkflows workflows, TimeProvider clock) : IRecipeStep
{
    public string Name => "Applications";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Applications", "Applications", run))
            await TryAsync(step, run, place, async () => await KeepAsync(step, run, said, place, await OpeningAsync(run, said), null));
        foreach (var (said, place) in step.Objects(step.Body, "Lists", "Lists", run))
            await TryAsync(step, run, place, async () =>
            {
                var opening = await OpeningAsync(run, said);
                var list = await ListAsync(run, said, opening);
                foreach (var (one, of) in step.Objects(said, "People", $"{place}.People", run)) await TryAsync(step, run, of, () => KeepAsync(step, run, one, of, opening, list));
            });
    }

    private async Task KeepAsync(RecipeStep step, RecipeRun run, JsonObject said, string place, Opening opening, ApplicationList? list)
    {
        var who = new NewPerson(said.Text("FamilyName") ?? "", said.Text("GivenName") ?? "", said.Text("Patronymic"), said.Day("BornOn"), said.Text("Email"), said.Text("Phone"));
        var sent = who.SearchName;
        if (await run.Db.Applications.AnyAsync(a => a.ForId == opening.Id && a.SearchName == sent)) return;
        var application = await intake.KeepAsync(new(run.Db, run.Tenant, "") { At = said.Ago(clock) ?? list?.SentAt, AccountId = await AccountAsync(run, said) }, opening, new(who, said.Text("Message"), list?.Consent ?? said.Text("Consent") ?? "", list?.Culture ?? Culture(run, said)) { Answers = Answers(said) }, list);
        foreach (var (decided, at) in step.Objects(said, "Decisions", $"{place}.Decisions", run))
            await workflows.DecideAsync(new(run.Db, run.Tenant, decided.Text("Who") ?? "") { At = decided.Ago(clock) }, Application.Kind, application.Id, decided.Text("Outcome") ?? "", decided.Text("Reason"));
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Answers(JsonObject said) => SaidAnswers.Read(said.Find("Answers") is { } answers ? JsonSerializer.SerializeToElement(answers, Json.Options) : null);

    // Of whoever was signed in when they applied.
    private async Task<Guid?> AccountAsync(RecipeRun run, JsonObject said)
    {
        if (said.Text("Login") is not { } login) return null;
        return await run.AccountAsync(host, login) ?? throw new RuleException(T.Say("Nobody signs in as '{0}'.", login), "Login");
    }

    // The same organisation's for the same is one list.
    private async Task<ApplicationList> ListAsync(RecipeRun run, JsonObject said, Opening opening)
    {
        var (now, key) = (clock.GetUtcNow().UtcDateTime, Secrets.Digest($"recipe {opening.Id} {said.Text("Organisation")}"));
        if (await run.Db.ApplicationLists.FirstOrDefaultAsync(l => l.Sent == key) is { } there) return there;
        var list = new ApplicationList(opening, new(said.Text("Organisation") ?? "", said.Text("Contact") ?? "", said.Text("Email"), said.Text("Phone")), key, FormTickets.NewKey(), said.Ago(clock) ?? now, DateOnly.FromDateTime(now))
        {
            Consent = said.Text("Consent") ?? "", Culture = Culture(run, said),
        };
        run.Db.Add(list);
        await run.Db.SaveChangesAsync();
        return list;
    }

    private async Task<Opening> OpeningAsync(RecipeRun run, JsonObject said) =>
        await openings.NamedAsync(run.Db, run.Tenant, said.Text("For") ?? "") ?? throw new RuleException(T.Say("There is nothing called '{0}' for which one can apply.", $"{said.Text("For")}"), "For");

    private static string Culture(RecipeRun run, JsonObject said) => said.Text("Culture") is { } own && Texts.Cultures.Contains(own) ? own : run.Tenant.Culture;

    private static async Task TryAsync(RecipeStep step, RecipeRun run, string place, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
    }
}
