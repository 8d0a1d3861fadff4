using System.Text.Json.Nodes;
using Integral.Communication.Contracts;
using Integral.Communication.Data;
using Integral.Platform.Recipes;

namespace Integral.Communication.Recipes;

/// <summary>Notices that people were sent before, elsewhere or in a demo; no letters go out. The same about the same isn't kept twice.</summary>
internal sealed class NoticesStep(HostDb host, NoticeKinds kinds, TimeProvider clock) : IRecipeStep
{
    public string Name => "Notices";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Notices", "Notices", run))
        {
            if (kinds.Find(said.Text("Kind") ?? "") is not { } kind)
            {
                run.Problem(step, $"{place}.Kind", T.Say("There is no kind of notices '{0}'.", said.Text("Kind") ?? ""));
                continue;
            }
            var (login, address) = (said.Text("To") ?? "", said.Text("Address") ?? "");
            if (!Notice.IsAddress(address)) run.Problem(step, $"{place}.Address", T.Say("'{0}' isn't an address within the institution.", address));
            else if (await run.AccountAsync(host, login) is not { } account) run.Problem(step, $"{place}.To", T.Say("Nobody signs in as '{0}'.", login));
            else await KeepAsync(run, said, new(kind.Name, address) { About = said.Text("About") ?? "", Count = said["Count"] is JsonValue many && many.TryGetValue<int>(out var count) ? Math.Max(1, count) : 1, Values = Values(said, kind) }, account);
        }
    }

    private async Task KeepAsync(RecipeRun run, JsonObject said, News news, Guid account)
    {
        var notice = new Notice(news, account, said.Ago(clock) ?? clock.GetUtcNow().UtcDateTime);
        var (kind, about, values) = (notice.Kind, notice.About, notice.Said);
        if (await run.Db.Notices.AnyAsync(n => n.AccountId == account && n.Kind == kind && n.About == about && n.Said == values)) return;
        if (said.Flag("Read")) notice.Read(notice.At);
        run.Db.Add(notice);
        await run.Db.SaveChangesAsync();
    }

    private static Dictionary<string, string> Values(JsonObject said, NoticeKind kind) => said["Values"] is JsonObject values
        ? values.Where(v => kind.Values.Any(k => k.Name == v.Key)).ToDictionary(v => v.Key, v => $"{v.Value}") : [];
}
