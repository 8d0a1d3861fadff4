using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Fields;
using Integral.Content.Recipes;
using Integral.Platform.Jobs;
using Integral.Platform.Recipes;
using Integral.Platform.Seeding;

namespace Integral.Content.Seeding;

/// <summary>A piece of news every past day, published as a recipe publishes it.</summary>
internal sealed class SeededNews(FieldKinds kinds, Catalogue catalogue, TenantAddresses reserved, Alarm alarm, Texts texts, TimeProvider clock) : ISeeds
{
    private const int Stories = 1, SentencesOfAStory = 3;

    private static readonly Sentence[] Titles =
    [
        T.Say("Open day at our school"), T.Say("Our team came back with a cup"), T.Say("The library invites readers"),
        T.Say("Classes plant trees"), T.Say("Meeting with parents this week"), T.Say("Concert in the assembly hall"),
    ];

    private static readonly Sentence[] Lines =
    [
        T.Say("Everyone who wants to help is welcome."), T.Say("We begin at nine in the morning and end by noon."), T.Say("Thanks to all who took part."),
        T.Say("Photographs will appear on the site in a few days."), T.Say("Ask your class teacher for details."), T.Say("Please bring a change of shoes."),
    ];

    public async Task FillAsync(SeededTenant seeded, RecipeRun run)
    {
        if (seeded.Plan.Days == 0) return;
        var (chance, culture, today) = (seeded.Chance(Stories), CultureInfo.GetCultureInfo(run.Tenant.Culture), clock.GetUtcNow().UtcDateTime.Date);
        var news = Enumerable.Range(1, seeded.Plan.Days).Select(day => Story(day, today.AddDays(day - seeded.Plan.Days - 1), chance, culture));
        var step = new RecipeStep(1, "content", new JsonObject { ["Data"] = new JsonArray([.. news]) });
        await new ContentStep(kinds, catalogue, reserved, alarm, texts, clock).ApplyAsync(step, run);
        await run.Db.SaveChangesAsync();
    }

    private JsonObject Story(int day, DateTime on, Random chance, CultureInfo culture)
    {
        var title = texts.Say(Titles[chance.Next(Titles.Length)], culture);
        var text = string.Join(' ', Enumerable.Range(0, SentencesOfAStory).Select(_ => texts.Say(Lines[chance.Next(Lines.Length)], culture)));
        var at = on.AddHours(9).ToString("O", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["ContentItemId"] = $"seednews{day:D18}", ["ContentType"] = "News", ["CreatedUtc"] = at, ["ModifiedUtc"] = at, ["PublishedUtc"] = at,
            ["TitlePart"] = new JsonObject { ["Title"] = title }, ["AutoroutePart"] = new JsonObject { ["Path"] = $"seeded-{day}" }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = text },
        };
    }
}
