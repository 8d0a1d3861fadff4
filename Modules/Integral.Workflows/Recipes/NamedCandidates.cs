using System.Text.Json.Nodes;
using Integral.Platform.Recipes;
using Integral.Workflows.Activities;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Recipes;

/// <summary>A recipe knows people by their logins and working groups by their names; a workflow keeps who is meant. What isn't found stays as it was written, and is told with its step.</summary>
internal sealed class NamedCandidates(HostDb host, CandidateBook candidates)
{
    /// <returns>The definition with ids in their place.</returns>
    public async Task<JsonObject> KnownAsync(JsonObject definition, RecipeRun run)
    {
        var known = definition.DeepClone().AsObject();
        foreach (var said in (known["Activities"] as JsonArray ?? []).OfType<JsonObject>().Select(a => a["Properties"]).OfType<JsonObject>())
        {
            await PutAsync(said, UserTask.People, async login => await run.AccountAsync(host, login) is { } account ? $"{account}" : login);
            if (said[UserTask.Groups] is null) continue;
            await run.Db.SaveChangesAsync();        // groups of an earlier step are found like any others
            var groups = await candidates.GroupsAsync(run.Db);
            await PutAsync(said, UserTask.Groups, name => Task.FromResult(groups.FirstOrDefault(g => g.Title.Key == name)?.Name ?? name));
        }
        return known;
    }

    private static async Task PutAsync(JsonObject said, string list, Func<string, Task<string>> find)
    {
        if (said[list] is not JsonArray) return;
        var found = new JsonArray();
        foreach (var name in Node.Texts(said, list)) found.Add((JsonNode)await find(name));
        said[list] = found;
    }
}
