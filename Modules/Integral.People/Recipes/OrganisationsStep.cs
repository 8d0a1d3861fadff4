using System.Globalization;
using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.People.Organisations;
using Integral.Platform.Recipes;
using Integral.Platform.Reporting;

namespace Integral.People.Recipes;

/// <summary>
/// Organisations with their contact persons, agreements and history. Days are written like <c>2026-09-01</c>, or as a number of days from today, so that a
/// demo never looks forgotten. An organisation of the same name is left as it is.
/// </summary>
internal sealed class OrganisationsStep(TimeProvider clock) : IRecipeStep
{
    public string Name => "Organisations";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();        // people of an earlier step are found like any others
        foreach (var (said, place) in step.Objects(step.Body, "Organisations", "Organisations", run))
        {
            try
            {
                await WriteAsync(step, said, place, run);
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Organisations written: {0}", number));
    }

    private async Task WriteAsync(RecipeStep step, JsonObject said, string place, RecipeRun run)
    {
        var (name, one, now) = (said.Text("Name")?.Trim() ?? "", new Organisation(), clock.GetUtcNow().UtcDateTime);
        if (await run.Db.Organisations.AnyAsync(o => o.Name == name)) return;
        await OrganisationRules.WriteAsync(run.Db, one, await WordsAsync(said, name, run), run.Tenant.Culture);
        var contacts = new List<ContactPerson>();
        foreach (var (contact, _) in step.Objects(said, "Contacts", $"{place}.Contacts", run)) contacts.Add(await ContactAsync(one, contact, run));
        List<object> parts = [.. contacts, .. step.Objects(said, "Agreements", $"{place}.Agreements", run).Select(a => Agreement(one, a.Item, run))];
        foreach (var (line, _) in step.Objects(said, "Interactions", $"{place}.Interactions", run)) parts.Add(await InteractionAsync(one, line, contacts, run));
        if (said.Flag("IsArchived")) one.Archive(now);
        run.Db.Add(one);
        run.Db.AddRange(parts);
        await run.Db.SaveChangesAsync();
    }

    private static async Task<OrganisationWords> WordsAsync(JsonObject said, string name, RecipeRun run)
    {
        Rule.Require(Enum.TryParse<OrganisationKind>(said.Text("Kind"), ignoreCase: true, out var kind), T.Say("There is no kind of organisation '{0}'.", $"{said.Text("Kind")}"), "Kind");
        Rule.Require(Enum.TryParse<OrganisationCountry>(said.Text("Country"), ignoreCase: true, out var country), T.Say("There is no country '{0}'; it is Kazakhstan, Russia, Ukraine or Other.", $"{said.Text("Country")}"), "Country");
        var stage = OrganisationStage.Contact;
        Rule.Require(said.Text("Stage") is not { } reached || Enum.TryParse(reached, ignoreCase: true, out stage), T.Say("There is no stage '{0}'.", $"{said.Text("Stage")}"), "Stage");
        return new(kind, name, country)
        {
            Stage = stage, ShortName = said.Text("ShortName"), TaxNumber = said.Text("TaxNumber"), Kpp = said.Text("Kpp"), Address = said.Text("Address"), Phone = said.Text("Phone"), Email = said.Text("Email"),
            Site = said.Text("Site"), Note = said.Text("Note"), Parent = await ParentAsync(said, run), Owner = await PersonAsync(said, "Owner", run),
        };
    }

    private static async Task<Guid?> ParentAsync(JsonObject said, RecipeRun run)
    {
        if (said.Text("Parent") is not { } name) return null;
        return (await run.Db.Organisations.FirstOrDefaultAsync(o => o.Name == name))?.Id ?? throw new RuleException(T.Say("There is no organisation '{0}' here.", name), "Parent");
    }

    private static async Task<Guid?> PersonAsync(JsonObject said, string field, RecipeRun run)
    {
        if (said.Text(field) is not { } name) return null;
        var key = NameSearch.Key(name);
        return (await run.Db.People.OrderBy(p => p.Id).FirstOrDefaultAsync(p => p.SearchName == key))?.Id ?? throw new RuleException(T.Say("Nobody here is called '{0}'.", name), field);
    }

    private async Task<ContactPerson> ContactAsync(Organisation of, JsonObject said, RecipeRun run)
    {
        var contact = new ContactPerson(of.Id);
        contact.Describe(new(said.Text("Name") ?? "", said.Text("Post"), said.Text("Phone"), said.Text("Email"), Day(said, "ConsentOn", run), said.Text("ConsentHow")), Today(run));
        contact.Represent(await PersonAsync(said, "Person", run));
        return contact;
    }

    private OrganisationAgreement Agreement(Organisation of, JsonObject said, RecipeRun run)
    {
        var (agreement, signed) = (new OrganisationAgreement(of.Id), Day(said, "SignedOn", run) ?? Today(run));
        agreement.Describe(new(said.Text("Number") ?? "", signed, Day(said, "FromOn", run) ?? signed, Day(said, "UntilOn", run), said.Text("Subject") ?? ""));
        return agreement;
    }

    private async Task<Interaction> InteractionAsync(Organisation of, JsonObject said, List<ContactPerson> contacts, RecipeRun run)
    {
        Rule.Require(Enum.TryParse<InteractionKind>(said.Text("Kind"), ignoreCase: true, out var kind), T.Say("There is no kind of talk '{0}'.", $"{said.Text("Kind")}"), "Kind");
        var (assignee, now) = (await PersonAsync(said, "Assignee", run), clock.GetUtcNow().UtcDateTime);
        var line = new Interaction(of.Id, new(kind, Day(said, "On", run) ?? Today(run), said.Text("Text") ?? "", contacts.Find(c => c.Name == said.Text("With"))?.Id, assignee, Day(said, "DueOn", run)), said.Text("Who") ?? "", Today(run));
        if (said.Flag("IsSeen") || said.Flag("IsDone")) line.See(assignee, now);
        if (said.Flag("IsDone")) line.Finish(assignee, now);
        if (said.Text("Struck") is { } reason) line.Strike(reason, said.Text("Who") ?? "", now);
        return line;
    }

    private DateOnly Today(RecipeRun run) => Figures.DayIn(run.Tenant, clock);

    private DateOnly? Day(JsonObject said, string name, RecipeRun run) =>
        int.TryParse(said.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days is > -10000 and < 10000 ? Today(run).AddDays(days) : said.Day(name);
}
