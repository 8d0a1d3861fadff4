using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;

namespace Integral.Workflows.Definitions;

/// <summary>The workflows of an institution that others can call, and which of them call which.</summary>
internal sealed class CallBook(IReadOnlyDictionary<string, IReadOnlyList<string>> calls)
{
    public static CallBook None { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>For a definition: nothing is read where it calls none.</summary>
    public static async Task<CallBook> ForAsync(Db db, Graph graph)
    {
        if (!SubWorkflow.AllOf(graph).Any()) return None;
        var said = await (from t in db.WorkflowTypes
                          where t.Start == Called.Kind
                          join v in db.WorkflowVersions on new { TypeId = t.Id, t.Number } equals new { v.TypeId, v.Number }
                          select new { t.WorkflowTypeId, v.Definition }).AsNoTracking().ToListAsync();
        return new(said.ToDictionary(s => s.WorkflowTypeId, s => (IReadOnlyList<string>)[.. SubWorkflow.AllOf(Graph.Read(s.Definition))], StringComparer.Ordinal));
    }

    /// <summary>What can be chosen to be called, by name.</summary>
    public static async Task<IReadOnlyList<SaidWord>> OfferedAsync(Db db) =>
        [.. (await db.WorkflowTypes.AsNoTracking().Where(t => t.Start == Called.Kind).OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => new { t.WorkflowTypeId, t.Name }).ToListAsync()).Select(t => new SaidWord(t.WorkflowTypeId, new(t.Name)))];

    public bool Knows(string id) => calls.ContainsKey(id);

    /// <summary>Whether one calls another in the end, or is it.</summary>
    public bool Leads(string from, string to)
    {
        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([from]));
        while (waiting.TryDequeue(out var at))
        {
            if (at == to) return true;
            if (seen.Add(at)) foreach (var next in calls.GetValueOrDefault(at) ?? []) waiting.Enqueue(next);
        }
        return false;
    }
}
