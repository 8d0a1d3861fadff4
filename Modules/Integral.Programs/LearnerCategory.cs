using Integral.Platform.Audit;

namespace Integral.Programs;

/// <summary>A category of learners, as the institution calls it: school teachers, students of colleges, people who look for work.</summary>
[Audited]
internal sealed class LearnerCategory
{
    public const int LongestName = 100, Most = 100;

    public static readonly Sentence IsThere = T.Say("There is a category of that name already.");

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string SortName { get; private set; } = "";
    public int Version { get; private set; } = 1;

    /// <exception cref="RuleException">It can't be called so.</exception>
    public void Call(string name, string culture)
    {
        Name = Written.Name(name, LongestName, T.Say("A category needs a name of at most {0} characters.", LongestName), "Name");
        SortName = NameSort.Key(Name, culture);
        Version++;
    }
}
