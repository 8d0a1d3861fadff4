using Integral.Workflows.Contracts;

namespace Integral.Workflows.Activities;

/// <summary>All activities and subjects that the modules bring, whether or not their feature is on: a case that was begun while it was goes on.</summary>
internal sealed class KnownActivities(IEnumerable<Activity> activities, IEnumerable<CaseSubjects> subjects)
{
    private readonly Dictionary<string, Activity> activities = activities.ToDictionary(a => a.Name, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CaseSubjects> subjects = subjects.ToDictionary(s => s.Kind, StringComparer.Ordinal);

    /// <summary>Null where there is none of that name.</summary>
    public Activity? Find(string name) => activities.GetValueOrDefault(name);

    /// <summary>Null where its module isn't built in any more.</summary>
    public CaseSubjects? Subjects(string kind) => subjects.GetValueOrDefault(kind);
}
