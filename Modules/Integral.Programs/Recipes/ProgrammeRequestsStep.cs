using System.Text.Json.Nodes;
using Integral.Platform.Recipes;
using Integral.Programs.Data;
using Integral.Programs.Requests;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Recipes;

/// <summary>
/// Requests of organisations for programmes, that were sent and decided before, elsewhere or in a demo: each goes its way through the workflow once more. With <c>Programme</c> the
/// programme of that name is what was written of it; it is written where it isn't there. The same organisation's with the same title isn't sent twice.
/// </summary>
internal sealed class ProgrammeRequestsStep(HostDb host, IWorkflows workflows, TimeProvider clock) : IRecipeStep
{
    public string Name => "ProgrammeRequests";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Requests", "Requests", run))
        {
            try
            {
                if (await KeepAsync(step, said, place, run)) number++;
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
        run.Did(T.Say("Requests for programmes written: {0}", number));
    }

    private async Task<bool> KeepAsync(RecipeStep step, JsonObject said, string place, RecipeRun run)
    {
        var (login, at) = (said.Text("Login") ?? "", said.Ago(clock) ?? clock.GetUtcNow().UtcDateTime);
        var account = await run.AccountAsync(host, login) ?? throw new RuleException(T.Say("Nobody signs in as '{0}'.", login), "Login");
        Rule.Require(Enum.TryParse<StudyForm>(said.Text("Form") ?? $"{StudyForm.InPerson}", ignoreCase: true, out var form), T.Say("There is no form of learning '{0}'.", $"{said.Text("Form")}"), "Form");
        var wanted = new Wanted(said.Text("Organisation") ?? "", said.Text("Title") ?? "", said.Text("Purpose") ?? "", said.Text("Skills") ?? "", said.Text("Category") ?? "", said.Hours("People"), form, said.Day("FromOn"), said.Day("UntilOn"), said.Text("Remarks") ?? "");
        if (wanted.Category is { Length: > 0 } category) Rule.Require(await run.Db.LearnerCategories.AnyAsync(c => c.Name == category), T.Say("There is no category of learners '{0}'.", category), "Category");
        var request = new ProgrammeRequest(account, said.Text("Requester") ?? login, wanted, Secrets.Digest($"recipe {said.Text("Organisation")} {said.Text("Title")}"), at);
        var sent = request.Sent;
        if (await run.Db.ProgrammeRequests.AnyAsync(r => r.Sent == sent)) return false;
        await Requesting.KeepAsync(workflows, new(run.Db, run.Tenant, request.Requester, account) { At = at }, request);
        foreach (var (decided, _) in step.Objects(said, "Decisions", $"{place}.Decisions", run))
            await GoOnAsync(request, account, decided, run);
        if (said.Find("Programme") is JsonObject programme) await BuildAsync(request, programme, run);
        await run.Db.SaveChangesAsync();
        return true;
    }

    // Decided by staff, or answered by the organisation.
    private async Task GoOnAsync(ProgrammeRequest request, Guid account, JsonObject said, RecipeRun run)
    {
        var at = said.Ago(clock) ?? clock.GetUtcNow().UtcDateTime;
        if (said.Text("Answer") is { } answer)
        {
            await workflows.SignalAsync(new(run.Db, run.Tenant, request.Requester, account) { At = at }, ProgrammeRequest.Kind, request.Id, RequestSubjects.Answered);
            request.Answer(answer, at);
            await run.Db.SaveChangesAsync();
        }
        else
        {
            await workflows.DecideAsync(new(run.Db, run.Tenant, said.Text("Who") ?? "") { At = at }, ProgrammeRequest.Kind, request.Id, said.Text("Outcome") ?? "", said.Text("Reason"),
                (said.Find("Answers") as JsonObject)?.ToDictionary(a => a.Key, a => (string?)$"{a.Value}"));
        }
    }

    private async Task BuildAsync(ProgrammeRequest request, JsonObject said, RecipeRun run)
    {
        var (name, at, who) = (said.Text("Name")?.Trim() ?? request.Title, said.Ago(clock) ?? clock.GetUtcNow().UtcDateTime, said.Text("Who") ?? "");
        if (await run.Db.Programmes.FirstOrDefaultAsync(p => p.Name == name && p.DraftOfId == null) is not { } programme)
        {
            programme = await RequestDesk.WriteAsync(run.Db, request, name, said.Hours("Hours"), at);
            programme.Address(await ProgrammeDesk.SlugAsync(run.Db, name));
            run.Db.Add(programme);
        }
        request.Build(programme.Id, who, at);
        if (programme.IsPublished) request.Publish(who, at);
    }
}
