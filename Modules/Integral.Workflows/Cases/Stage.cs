using Integral.Workflows.Activities;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>
/// Where cases wait for a decision: one step of a workflow, with those who may take it. Versions in which the step is the same share it, so that an inbox of any
/// size is found, counted and shown in columns by a handful of them.
/// </summary>
internal sealed class Stage
{
    public const int LongestNames = 2000;

    private const char Person = '@', Group = '#';

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TypeId { get; init; }

    /// <summary>The step's id in the definition.</summary>
    public required string Activity { get; init; }

    /// <summary>The English source of a translated text, or the institution's own words.</summary>
    public required string Title { get; init; }

    /// <summary>Who may decide, in order, with a space between: roles by their names, people as <c>@account</c> and working groups as <c>#id</c>.</summary>
    public required string RoleNames { get; init; }

    /// <summary>Its place among the steps of the version in which it was first.</summary>
    public required int Place { get; init; }

    /// <summary>The same step of the same workflow: what differs is who may take it, as when it was passed on.</summary>
    public bool IsLike(Stage other) => TypeId == other.TypeId && Activity == other.Activity && Title == other.Title;

    public IReadOnlyList<string> Roles => [.. Names.Where(n => n[0] is not (Person or Group))];

    /// <summary>Accounts.</summary>
    public IReadOnlyList<Guid> People => Ids(Person);
    public IReadOnlyList<Guid> Groups => Ids(Group);

    private string[] Names => RoleNames.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private IReadOnlyList<Guid> Ids(char of) => [.. Names.Where(n => n[0] == of).Select(n => Guid.ParseExact(n[1..], "N"))];

    /// <summary>The one of a step, made where there is none yet. Within a transaction; what is made is saved with the rest.</summary>
    /// <param name="db">Of the tenant.</param>
    /// <param name="course">The workflow.</param>
    /// <param name="node">The step.</param>
    /// <param name="isLate">With those to whom it is passed on when it is late.</param>
    public static async Task<Stage> OfAsync(Db db, Course course, Node node, bool isLate = false)
    {
        var names = node.Texts(UserTask.Roles).Concat(isLate ? node.Texts(UserTask.EscalateTo) : []).Concat(node.Ids(UserTask.People).Select(id => $"{Person}{id:N}")).Concat(node.Ids(UserTask.Groups).Select(id => $"{Group}{id:N}"));
        var (stages, type, activity, title, roles) = (db.Stages, course.TypeId, node.Id, node.Title, string.Join(' ', names.Distinct().Order(StringComparer.Ordinal)));
        if (stages.Local.FirstOrDefault(s => s.TypeId == type && s.Activity == activity && s.Title == title && s.RoleNames == roles) is { } known) return known;
        if (await stages.FirstOrDefaultAsync(s => s.TypeId == type && s.Activity == activity && s.Title == title && s.RoleNames == roles) is { } there) return there;
        var made = new Stage { TypeId = type, Activity = activity, Title = title, RoleNames = roles, Place = course.Graph.Nodes.TakeWhile(n => n.Id != activity).Count() };
        db.Add(made);
        return made;
    }

    /// <summary>Those of a whole definition, before its first case comes to them.</summary>
    public static async Task PrepareAsync(Db db, Course course)
    {
        foreach (var node in course.Graph.Nodes.Where(n => n.Kind == UserTask.Kind)) await OfAsync(db, course, node);
    }
}
