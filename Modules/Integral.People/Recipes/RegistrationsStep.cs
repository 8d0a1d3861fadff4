using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.People.Organisations;
using Integral.People.Registration;
using Integral.Platform.Recipes;
using Integral.Platform.Reporting;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;

namespace Integral.People.Recipes;

/// <summary>
/// Registrations of before, elsewhere or in a demo: of people whom a <c>Users</c> step has made, and of organisations, each of which goes its way through the workflow
/// once more. What is there already isn't registered twice.
/// </summary>
internal sealed class RegistrationsStep(HostDb host, IWorkflows workflows, TimeProvider clock) : IRecipeStep
{
    public string Name => "Registrations";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        await run.Db.SaveChangesAsync();        // people of an earlier step are found like any others
        foreach (var (said, place) in step.Objects(step.Body, "Citizens", "Citizens", run)) await TryAsync(step, run, place, () => CitizenAsync(run, said));
        foreach (var (said, place) in step.Objects(step.Body, "Organisations", "Organisations", run)) await TryAsync(step, run, place, () => OrganisationAsync(step, run, said, place));
    }

    private async Task CitizenAsync(RecipeRun run, JsonObject said)
    {
        var (login, now) = (said.Text("Login") ?? "", clock.GetUtcNow().UtcDateTime);
        var account = await run.AccountAsync(host, login) ?? throw new RuleException(T.Say("Nobody signs in as '{0}'.", login), "Login");
        if (await run.Db.SelfRegistrations.AnyAsync(r => r.AccountId == account)) return;
        var person = PersonIds.Of(run.Tenant, login.ToUpperInvariant());
        Rule.Require(await run.Db.People.AnyAsync(p => p.Id == person), T.Say("Nobody signs in as '{0}'.", login), "Login");
        var one = new SelfRegistration { PersonId = person, AccountId = account, Email = login, Consent = said.Text("Consent") ?? "", At = said.Ago(clock) ?? now };
        if (said.Text("CheckedBy") is { } who) one.Check(who, now);
        run.Db.Add(one);
        await run.Db.SaveChangesAsync();
    }

    private async Task OrganisationAsync(RecipeStep step, RecipeRun run, JsonObject said, string place)
    {
        var key = Secrets.Digest($"recipe {said.Text("Name")} {said.Text("Email")}");
        if (await run.Db.OrganisationRegistrations.AnyAsync(r => r.Sent == key)) return;
        var at = said.Ago(clock) ?? clock.GetUtcNow().UtcDateTime;
        var one = new OrganisationRegistration { Sent = key, Key = FormTickets.NewKey(), Consent = said.Text("Consent") ?? "", Culture = run.Tenant.Culture, SentAt = at };
        one.Describe(Words(said), Figures.DayIn(run.Tenant, clock), run.Tenant.Culture);
        one.Confirm(at);
        run.Db.Add(one);
        await run.Db.SaveChangesAsync();
        await OrganisationIntake.BeginAsync(workflows, new(run.Db, run.Tenant, one.Contact.FullName) { At = at }, one);
        foreach (var (decided, _) in step.Objects(said, "Decisions", $"{place}.Decisions", run))
            await workflows.DecideAsync(new(run.Db, run.Tenant, decided.Text("Who") ?? "") { At = decided.Ago(clock) }, OrganisationRegistration.Subject, one.Id, decided.Text("Outcome") ?? "", decided.Text("Reason"));
        await run.Db.SaveChangesAsync();
    }

    private static RegistrationWords Words(JsonObject said)
    {
        Rule.Require(Enum.TryParse<OrganisationKind>(said.Text("Kind"), ignoreCase: true, out var kind), T.Say("There is no kind of organisation '{0}'.", $"{said.Text("Kind")}"), "Kind");
        Rule.Require(Enum.TryParse<OrganisationCountry>(said.Text("Country"), ignoreCase: true, out var country), T.Say("There is no country '{0}'; it is Kazakhstan, Russia, Ukraine or Other.", $"{said.Text("Country")}"), "Country");
        var of = new OrganisationWords(kind, said.Text("Name") ?? "", country) { ShortName = said.Text("ShortName"), TaxNumber = said.Text("TaxNumber"), Kpp = said.Text("Kpp"), Address = said.Text("Address"), Site = said.Text("Site"), Note = said.Text("Note") };
        return new(of, new(said.Text("FamilyName") ?? "", said.Text("GivenName") ?? "", said.Text("Patronymic"), null, said.Text("Email"), said.Text("Phone")), said.Text("Post"));
    }

    private static async Task TryAsync(RecipeStep step, RecipeRun run, string place, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
    }
}
