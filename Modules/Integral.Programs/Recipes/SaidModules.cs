using System.Globalization;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.Platform.Recipes;
using Integral.Programs.Competencies;
using Integral.Programs.Data;

namespace Integral.Programs.Recipes;

/// <summary>What a recipe says of which programmes are built: categories, modules, and what visitors have composed of them.</summary>
internal sealed class SaidModules(RecipeRun run, TimeProvider clock)
{
    public Task CategoriesAsync(RecipeStep step) => EachAsync(step, "Categories", async said =>
    {
        var name = Written.Tidy(said.Text("Name") ?? "");
        if (await run.Db.LearnerCategories.AnyAsync(c => c.Name == name)) return;
        var category = new LearnerCategory();
        category.Call(name, run.Tenant.Culture);
        run.Db.Add(category);
    });

    public Task LibraryAsync(RecipeStep step) => EachAsync(step, "Modules", async said =>
    {
        var title = Written.Tidy(said.Text("Title") ?? "");
        if (await run.Db.LibraryModules.IgnoreQueryFilters().AnyAsync(m => m.Title == title)) return;      // what was put into the bin here isn't brought again
        var module = new LibraryModule();
        module.Describe(said.Module(), said.Flag("IsOpen"), run.Tenant.Culture);
        run.Db.Add(module);
    });

    /// <summary>A module of a programme: with <c>From</c> a copy of the library's of that title, otherwise as it is written.</summary>
    public async Task AddAsync(Programme programme, JsonObject said)
    {
        if (said.Text("From") is { } title)
        {
            var from = await RequireAsync(title);
            programme.Add(from.ToWords(), Now).CameFrom(from.Id, from.Version);
        }
        else
        {
            programme.Add(said.Module(), Now);
        }
    }

    /// <summary>The id of a category; null where none is said.</summary>
    public async Task<Guid?> CategoryAsync(string? name)
    {
        if (name is null) return null;
        var tidy = Written.Tidy(name);
        return await run.Db.LearnerCategories.Where(c => c.Name == tidy).Select(c => (Guid?)c.Id).FirstOrDefaultAsync() ?? throw new RuleException(T.Say("There is no category of learners '{0}'.", name), "Category");
    }

    /// <summary>What a programme builds, of the institution's list: by any of its names there.</summary>
    public async Task<IReadOnlyList<AimedCompetency>> CompetenciesAsync(RecipeStep step, JsonObject said, string place)
    {
        var aims = new List<AimedCompetency>();
        foreach (var (one, _) in step.Objects(said, "Competencies", $"{place}.Competencies", run))
        {
            var (name, level) = (one.Text("Name"), one.Text("Level"));
            var found = await run.Db.Set<Competency>().Where(c => c.Ru == name || c.Kk == name || c.Uk == name || c.En == name).OrderBy(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync() ?? throw new RuleException(T.Say("There is no competency '{0}' here.", $"{name}"), "Competencies");
            Rule.Require(level is null || Enum.TryParse<CompetencyLevel>(level, ignoreCase: true, out _), T.Say("There is no level '{0}'.", $"{level}"), "Competencies");
            aims.Add(new(found, level is null ? null : Enum.Parse<CompetencyLevel>(level, ignoreCase: true)));
        }
        return aims;
    }

    /// <summary>Programmes that visitors have composed; the same modules are composed once. Applications name them by their name.</summary>
    public Task OwnAsync(RecipeStep step) => EachAsync(step, "OwnProgrammes", async said =>
    {
        var modules = new List<LibraryModule>();
        foreach (var title in said.Find("Modules") as JsonArray ?? []) modules.Add(await RequireAsync($"{title}"));
        Rule.Require(modules.Count is > 0 and <= OwnProgramme.MostModules, T.Say("Choose at most {0} modules.", OwnProgramme.MostModules), "Modules");
        modules = [.. modules.DistinctBy(m => m.Id).OrderBy(m => m.SortName, StringComparer.Ordinal)];
        var digest = OwnProgramme.DigestOf(modules);
        if (await run.Db.OwnProgrammes.AnyAsync(o => o.Digest == digest)) return;
        var own = new OwnProgramme(Written.Name(said.Text("Name") ?? "", OwnProgramme.LongestTitle, T.Say("A programme needs a name of at most {0} characters.", OwnProgramme.LongestTitle), "Name"), modules, said.Ago(clock) ?? Now);
        if (said.Text("Group") is { } group) own.Teach(await GroupAsync(group));
        run.Db.Add(own);
    });

    private async Task<Guid> GroupAsync(string name)
    {
        var found = await run.Db.Set<Group>().Where(g => g.Name == name && g.Kind == GroupKind.Training).OrderBy(g => g.Id).Select(g => (Guid?)g.Id).FirstOrDefaultAsync() ?? throw new RuleException(T.Say("There is no training group '{0}'.", name), "Group");
        await OwnDesk.RequireFreeAsync(run.Db, found, "Group");
        return found;
    }

    private async Task EachAsync(RecipeStep step, string list, Func<JsonObject, Task> write)
    {
        foreach (var (said, place) in step.Objects(step.Body, list, list, run))
        {
            try
            {
                await write(said);
                await run.Db.SaveChangesAsync();
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
    }

    private async Task<LibraryModule> RequireAsync(string said)
    {
        var title = Written.Tidy(said);
        return await run.Db.LibraryModules.FirstOrDefaultAsync(m => m.Title == title) ?? throw new RuleException(T.Say("There is no module '{0}' in the library.", title), "Modules");
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

internal static class ModuleReading
{
    /// <summary>What is written of a module.</summary>
    public static ModuleWords Module(this JsonObject said) => new(said.Text("Title") ?? "", new(said.Hours("Lectures"), said.Hours("Practice"), said.Hours("SelfStudy"), said.Hours("Assessment")),
        said.Text("Goals") ?? "", said.Text("Contents") ?? "", said.Text("Lecturers") ?? "", said.Text("Resources") ?? "");

    public static int Hours(this JsonObject said, string name) => int.TryParse(said.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : 0;
}
