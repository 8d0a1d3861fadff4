using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Applications.Data;
using Integral.Applications.Ranks;
using Integral.Platform.Recipes;

namespace Integral.Applications.Recipes;

/// <summary>By which rules applications are put into order, for each group that is named. What has rules already is left as it is.</summary>
internal sealed class ApplicationRulesStep(KnownOpenings openings, TimeProvider clock) : IRecipeStep
{
    public string Name => "ApplicationRules";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Orders", "Orders", run))
        {
            try
            {
                var opening = await openings.NamedAsync(run.Db, run.Tenant, said.Text("For") ?? "") ?? throw new RuleException(T.Say("There is nothing called '{0}' for which one can apply.", $"{said.Text("For")}"), "For");
                if (await run.Db.RankRules.AnyAsync(r => r.ForId == opening.Id)) continue;
                var rules = new RankRules { ForId = opening.Id };
                rules.Say([.. step.Objects(said, "Rules", $"{place}.Rules", run).Select(r => Read(r.Item1))], clock.GetUtcNow().UtcDateTime);
                run.Db.Add(rules);
                await run.Db.SaveChangesAsync();
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Orders of applications written: {0}", number));
    }

    private static Criterion Read(JsonObject said)
    {
        Rule.Require(Enum.TryParse<CriterionKind>(said.Text("Kind"), ignoreCase: true, out var kind), "There is no such rule.", "Kind");
        return new(kind, Number(said, "Points") ?? 0, Number(said, "AgeFrom"), Number(said, "AgeUntil"), said.Day("From"), said.Day("Until"));
    }

    private static int? Number(JsonObject said, string name) => int.TryParse(said.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
