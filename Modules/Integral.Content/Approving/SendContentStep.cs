using Integral.Content.Data;
using Integral.Content.Editing;
using Integral.Platform.Recipes;
using Integral.Workflows.Contracts;

namespace Integral.Content.Approving;

/// <summary>Sends drafts for publishing, by the workflow that the institution has. What was sent already isn't sent twice, nor what visitors see as it is.</summary>
internal sealed class SendContentStep(IWorkflows workflows, TypeWords words) : IRecipeStep
{
    public string Name => "SendContent";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        foreach (var (said, place) in step.Objects(step.Body, "Texts", "Texts", run))
        {
            var id = said.Text("ContentItemId") ?? "";
            var item = await run.Db.ContentItems.Include(i => i.Versions.Where(v => v.IsLatest)).SingleOrDefaultAsync(i => i.ContentItemId == id && i.DeletedAt == null);
            if (item?.Latest is not { } latest)
            {
                run.Problem(step, $"{place}.ContentItemId", T.Say("There is no text '{0}' here.", id));
                continue;
            }
            if (item.SentVersion is not null || latest.IsPublished) continue;
            var type = await run.Db.ContentTypes.Where(t => t.Name == item.ContentType).Select(t => t.DisplayName).SingleOrDefaultAsync() ?? item.ContentType;
            item.Send(latest.ContentItemVersionId, null);
            if (!await workflows.StartAsync(TextSent.Kind, [(new Acting(run.Db, run.Tenant, ""), new(SentTexts.OfContent, item.Id, item.DisplayText, words.Of(type)))]))
                run.Problem(step, place, Approvals.NoWorkflow);
        }
    }
}
