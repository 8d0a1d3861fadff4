using System.Text.Json.Nodes;
using Integral.Platform.Recipes;
using Integral.Programs.Approving;
using Integral.Programs.Data;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Recipes;

/// <summary>
/// Sends programmes for approval, by the workflow that the institution has. Of one that visitors see the next version is sent: a draft that says what is said here, and all else as it is. What waits already,
/// or is being written, isn't sent.
/// </summary>
internal sealed class SendProgrammesStep(HostDb host, IWorkflows workflows, Texts texts, TimeProvider clock) : IRecipeStep
{
    public string Name => "SendProgrammes";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Programmes", "Programmes", run))
        {
            try
            {
                if (await SendAsync(step, said, place, run)) number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Programmes sent for approval: {0}", number));
    }

    private async Task<bool> SendAsync(RecipeStep step, JsonObject said, string place, RecipeRun run)
    {
        var (name, login, at) = (said.Text("Name")?.Trim() ?? "", said.Text("Login") ?? "", said.Ago(clock) ?? clock.GetUtcNow().UtcDateTime);
        var account = await run.AccountAsync(host, login) ?? throw new RuleException(T.Say("Nobody signs in as '{0}'.", login), "Login");
        var id = await run.Db.Programmes.Where(p => p.Name == name && p.DraftOfId == null).OrderBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync() ?? throw new RuleException(T.Say("There is no programme '{0}' here.", name), "Name");
        var shown = await ProgrammeBook.FindAsync(run.Db, id);
        if (shown.IsSent || shown.Draft is not null) return false;
        var written = shown.IsPublished ? await DraftAsync(step, said, place, run, shown, at) : shown;
        await Approvals.SendAsync(workflows, texts, new(run.Db, run.Tenant, said.Text("Who") ?? login, account) { At = at }, written, at);
        return true;
    }

    private async Task<Programme> DraftAsync(RecipeStep step, JsonObject said, string place, RecipeRun run, Programme shown, DateTime at)
    {
        var draft = shown.Begin(run.Tenant.Culture, at);
        var words = draft.ToWords();
        draft.Describe(words with
        {
            Summary = said.Text("Summary") ?? words.Summary, Text = said.Text("Text") ?? words.Text, Audience = said.Text("Audience") ?? words.Audience, Document = said.Text("Document") ?? words.Document,
            Goals = said.Text("Goals") ?? words.Goals, Results = said.Text("Results") ?? words.Results,
            Competencies = said.Find("Competencies") is null ? words.Competencies : await new SaidModules(run, clock).CompetenciesAsync(step, said, place),
        }, run.Tenant.Culture, at);
        foreach (var (one, _) in step.Objects(said, "Modules", $"{place}.Modules", run)) draft.Add(one.Module(), at);
        run.Db.Add(draft);
        return draft;
    }
}
