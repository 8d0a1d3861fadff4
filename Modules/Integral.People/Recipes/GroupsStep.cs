using System.Globalization;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.People.Groups;
using Integral.Platform.Recipes;
using Integral.Platform.Reporting;

namespace Integral.People.Recipes;

/// <summary>
/// Makes groups and puts people into them, by name: who isn't here yet is added, without an account. Days that are left out are those of the school
/// year that is running, from 1 September to 31 May. Run again it changes no group and nobody who is there.
/// </summary>
internal sealed class GroupsStep(TimeProvider clock) : IRecipeStep
{
    private const int Begins = 9, Ends = 5, LastOfMay = 31;

    public string Name => "Groups";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();        // people of an earlier step are found like any others
        foreach (var (item, place) in step.Objects(step.Body, "Groups", "Groups", run))
        {
            try
            {
                var group = await GroupAsync(item, run);
                await PutAsync(group, [.. (item.Find("Members") as JsonArray ?? []).OfType<JsonValue>().Select(m => PersonName.Parse($"{m}").Checked())], run);
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Groups written: {0}", number));
    }

    private async Task<Group> GroupAsync(JsonObject item, RecipeRun run)
    {
        Rule.Require(Enum.TryParse<GroupKind>(item.Text("Kind"), ignoreCase: true, out var kind), T.Say("There is no kind of group '{0}'.", $"{item.Text("Kind")}"), "Kind");
        var (name, days) = (item.Text("Name")?.Trim() ?? "", new Span(item.Day("FromOn") ?? Year(run.Tenant), item.Day("UntilOn") ?? Year(run.Tenant).AddYears(1).AddMonths(Ends - Begins).AddDays(LastOfMay - 1)).Checked());
        var whole = item.Text("PartOf") is { } part ? await FindAsync(run, GroupKind.Class, part, days.From) : null;
        Rule.Require(kind == GroupKind.Subgroup == whole is not null, kind == GroupKind.Subgroup ? T.Say("Choose the class of which it is a part.") : T.Say("Only a part of a class belongs to one."), "PartOf");
        if (await FindAsync(run, kind, name, days.From) is { } there) return there;
        var group = new Group(kind, whole?.Id);
        group.Describe(name, days, int.TryParse(item.Text("Seats"), NumberStyles.None, CultureInfo.InvariantCulture, out var seats) ? seats : null, run.Tenant.Culture);
        run.Db.Add(group);
        await run.Db.SaveChangesAsync();
        return group;
    }

    private static Task<Group?> FindAsync(RecipeRun run, GroupKind kind, string name, DateOnly from) =>
        run.Db.Groups.FirstOrDefaultAsync(g => g.Kind == kind && g.Name == name && g.FromOn <= from && (g.UntilOn == null || from <= g.UntilOn));

    private static async Task PutAsync(Group group, IReadOnlyList<PersonName> names, RecipeRun run)
    {
        var searched = names.Select(n => NameSearch.Key($"{n}")).ToArray();
        var known = (await run.Db.People.Where(p => EF.Parameter(searched).Contains(p.SearchName)).OrderBy(p => p.Id).ToListAsync()).ToLookup(p => p.SearchName);
        var there = (await run.Db.Enrolments.Where(e => e.GroupId == group.Id).Select(e => e.PersonId).ToListAsync()).ToHashSet();
        foreach (var name in names)
        {
            var person = known[NameSearch.Key($"{name}")].FirstOrDefault();
            if (person is null) run.Db.Add(person = new(name, run.Tenant.Culture));
            if (there.Add(person.Id)) run.Db.Add(new Enrolment(group.Id, person.Id, new(group.FromOn, null)));
        }
        await run.Db.SaveChangesAsync();
    }

    /// <summary>When the school year that is running began; in summer, when the next one does.</summary>
    private DateOnly Year(Tenant tenant)
    {
        var today = Figures.DayIn(tenant, clock);
        return new(today.Month > Ends ? today.Year : today.Year - 1, Begins, 1);
    }
}
