using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Recipes;
using Integral.Platform.Reporting;
using Integral.Programs.Data;
using Integral.Programs.Versions;

namespace Integral.Programs.Recipes;

/// <summary>
/// Categories of learners, the library's modules, programmes with their modules and the groups that are recruited for them, and programmes that visitors have composed.
/// Groups that aren't there are made. Days are written like <c>2026-09-01</c>, or as a number of days from today, so that a demo never looks forgotten. What has the
/// same name is left as it is.
/// </summary>
internal sealed class ProgrammesStep(Alarm alarm, TimeProvider clock) : IRecipeStep
{
    public string Name => "Programmes";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var (number, parts) = (0, new SaidModules(run, clock));
        await parts.CategoriesAsync(step);
        await parts.LibraryAsync(step);
        foreach (var (said, place) in step.Objects(step.Body, "Programmes", "Programmes", run))
        {
            try
            {
                var programme = await ProgrammeAsync(step, said, place, run, parts);
                foreach (var (group, _) in step.Objects(said, "Groups", $"{place}.Groups", run)) await RecruitAsync(programme, group, run);
                number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        await parts.OwnAsync(step);
        await alarm.SetAsync(run.Tenant.Id, Openings.Changed, clock.GetUtcNow().UtcDateTime);      // it is seen to when the institution runs
        run.Did(T.Say("Programmes written: {0}", number));
    }

    private async Task<Programme> ProgrammeAsync(RecipeStep step, JsonObject said, string place, RecipeRun run, SaidModules parts)
    {
        var (name, now) = (said.Text("Name")?.Trim() ?? "", clock.GetUtcNow().UtcDateTime);
        if (await run.Db.Programmes.FirstOrDefaultAsync(p => p.Name == name && p.DraftOfId == null) is { } there) return there;
        Rule.Require(Enum.TryParse<StudyForm>(said.Text("Form"), ignoreCase: true, out var form), T.Say("There is no form of learning '{0}'.", $"{said.Text("Form")}"), "Form");
        var programme = said.Flag("IsTemplate") ? Programme.Template() : new();
        programme.Describe(new(name, said.Text("Summary") ?? "", said.Text("Text") ?? "", said.Hours("Hours"), form, said.Text("Audience") ?? "", said.Text("Document") ?? "", said.Text("Goals") ?? "", said.Text("Results") ?? "",
            await parts.CategoryAsync(said.Text("Category"))) { Competencies = await parts.CompetenciesAsync(step, said, place) }, run.Tenant.Culture, now);
        foreach (var (module, _) in step.Objects(said, "Modules", $"{place}.Modules", run)) await parts.AddAsync(programme, module);
        programme.Address(await ProgrammeDesk.SlugAsync(run.Db, name));
        if (said.Flag("IsPublished")) programme.Show(true, now);
        run.Db.Add(programme);
        if (programme.IsPublished) await KeepAsync(step, said, place, run, programme);
        await run.Db.SaveChangesAsync();
        return programme;
    }

    // What visitors saw before, the oldest first; all that isn't said there was as it is now.
    private async Task KeepAsync(RecipeStep step, JsonObject said, string place, RecipeRun run, Programme programme)
    {
        var (number, kept, now) = (0, await VersionBook.ReadAsync(run.Db, programme), clock.GetUtcNow().UtcDateTime);
        foreach (var (one, _) in step.Objects(said, "Versions", $"{place}.Versions", run))
        {
            var words = kept.Words with { Summary = one.Text("Summary") ?? kept.Words.Summary, Audience = one.Text("Audience") ?? kept.Words.Audience, Document = one.Text("Document") ?? kept.Words.Document, Goals = one.Text("Goals") ?? kept.Words.Goals, Results = one.Text("Results") ?? kept.Words.Results };
            run.Db.Add(new ProgrammeVersion(programme.Id, ++number, Json.Write(kept with { Words = words }), one.Text("Who"), one.Ago(clock) ?? now));
        }
        await VersionBook.KeepAsync(run.Db, programme, said.Text("Who"), said.Ago(clock) ?? now);
    }

    private async Task RecruitAsync(Programme programme, JsonObject said, RecipeRun run)
    {
        var seats = int.TryParse(said.Text("Seats"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var group = await GroupSeats.FindOrAddAsync(run.Db, run.Tenant, said.Text("Name") ?? "", Day(said, "FromOn", run), Day(said, "UntilOn", run), seats);
        if (await run.Db.Recruitments.AnyAsync(r => r.GroupId == group)) return;
        await OwnDesk.RequireFreeAsync(run.Db, group, "Name");
        run.Db.Add(new Recruitment(programme.Id, group, Day(said, "ApplyFrom", run), Day(said, "ApplyUntil", run)) { ProgrammeVersion = await VersionBook.NumberAsync(run.Db, programme) });
        await run.Db.SaveChangesAsync();
    }

    private DateOnly Day(JsonObject said, string name, RecipeRun run)
    {
        var text = said.Text(name) ?? "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days is > -10000 and < 10000) return Figures.DayIn(run.Tenant, clock).AddDays(days);
        return said.Day(name) ?? throw new RuleException(T.Say("'{0}' is no day; it is written like 2026-09-01.", text), name);
    }
}
