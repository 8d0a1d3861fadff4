using System.Text.Json.Nodes;
using Integral.Applications.Data;
using Integral.Applications.Forms;
using Integral.Platform.Recipes;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Recipes;

/// <summary>What is asked of those who apply, for all of a kind or for one thing by its name. What has a form already is left as it is: staff may have changed it.</summary>
internal sealed class ApplicationFormsStep(KnownOpenings openings, TimeProvider clock) : IRecipeStep
{
    public string Name => "ApplicationForms";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Forms", "Forms", run))
        {
            try
            {
                var (of, title) = await SubjectAsync(run, said);
                if (await run.Db.ApplicationForms.AnyAsync(f => f.Of == of)) continue;
                var form = new ApplicationForm(of);
                form.Say(Read(step, said, place, run), title, clock.GetUtcNow().UtcDateTime);
                run.Db.Add(form);
                await run.Db.SaveChangesAsync();
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Forms of applications written: {0}", number));
    }

    private async Task<(string Of, string Title)> SubjectAsync(RecipeRun run, JsonObject said)
    {
        if (said.Text("Kind") is { } kind && openings.Kinds.FirstOrDefault(k => k.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase)) is { } known) return (known.Kind, known.Title.Key);
        var opening = await openings.NamedAsync(run.Db, run.Tenant, said.Text("For") ?? "") ?? throw new RuleException(T.Say("There is nothing called '{0}' for which one can apply.", $"{said.Text("For") ?? said.Text("Kind")}"), "For");
        return ($"{opening.Id}", opening.Title);
    }

    private static AskedForm Read(RecipeStep step, JsonObject said, string place, RecipeRun run) => new([.. step.Objects(said, "Fields", $"{place}.Fields", run).Select(f => Field(step, f.Item, f.Place, run))])
    {
        Country = Country(said.Text("Country")), Consents = [.. step.Objects(said, "Consents", $"{place}.Consents", run).Select(c => new ConsentText(Country(c.Item.Text("Country") ?? said.Text("Country")), c.Item.Text("Culture") ?? run.Tenant.Culture, c.Item.Text("Text") ?? ""))],
    };

    private static AskedField Field(RecipeStep step, JsonObject said, string place, RecipeRun run)
    {
        Rule.Require(Enum.TryParse<AskedKind>(said.Text("Kind"), ignoreCase: true, out var kind), "There is no such kind of question.", "Fields");
        return new(said.Text("Name") ?? "", kind, Words(said, "Label", run))
        {
            Hint = Words(said, "Hint", run), IsRequired = said.Flag("IsRequired"), Choices = [.. step.Objects(said, "Choices", $"{place}.Choices", run).Select(c => new AskedChoice(c.Item.Text("Name") ?? "", Words(c.Item, "Label", run)))],
            When = said.Find("When") is { } condition ? Condition.Read(condition) : null,
        };
    }

    // A text alone is in the institution's language.
    private static IReadOnlyDictionary<string, string> Words(JsonObject said, string name, RecipeRun run) => said.Find(name) switch
    {
        JsonObject words => words.ToDictionary(w => w.Key, w => $"{w.Value}"),
        JsonValue text => new Dictionary<string, string> { [run.Tenant.Culture] = $"{text}" },
        _ => Worded.Nothing,
    };

    private static ConsentCountry Country(string? said)
    {
        if (said is null) return ConsentCountry.Kazakhstan;
        Rule.Require(Enum.TryParse<ConsentCountry>(said, ignoreCase: true, out var country), T.Say("There is no country '{0}'; it is Kazakhstan, Russia, Ukraine or Other.", said), "Country");
        return country;
    }
}
