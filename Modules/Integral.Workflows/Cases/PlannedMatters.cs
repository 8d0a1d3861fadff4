using System.Text.Json.Nodes;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;

namespace Integral.Workflows.Cases;

/// <summary>What cases are about that begin by date: their workflow itself, since nobody has sent anything.</summary>
internal sealed class PlannedMatters(Texts texts) : CaseSubjects
{
    public const string Subject = "workflow";

    public override string Kind => Subject;
    public override Task<JsonObject> FactsAsync(Db db, Guid id) => Task.FromResult(new JsonObject());

    public override async Task<SubjectCard> ShowAsync(Db db, Guid id)
    {
        var name = await db.WorkflowTypes.Where(t => t.Id == id).Select(t => t.Name).SingleAsync();
        return new($"/Admin/Workflows/Show/{id}", WorkflowsModule.View, [new(T.Say("Begun by the workflow"), texts[name])]);
    }
}
