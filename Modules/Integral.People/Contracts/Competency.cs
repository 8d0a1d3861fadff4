using Integral.People.Organisations;
using Integral.People.Specialists;
using Integral.Platform.Audit;

namespace Integral.People.Contracts;

/// <summary>How well somebody can do something.</summary>
public enum CompetencyLevel
{
    [Display(Name = "With help")] Beginner,
    [Display(Name = "By oneself")] Confident,
    [Display(Name = "Teaches others")] Expert,
}

/// <summary>Something that one can be able to do, of the institution's own list. Staff have them, and what other modules teach builds them.</summary>
[Audited]
public sealed class Competency
{
    internal const int LongestName = 150, Most = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string? Ru { get; private set; }
    public string? Kk { get; private set; }
    public string? Uk { get; private set; }
    public string? En { get; private set; }
    public string SortName { get; private set; } = "";
    public string SearchName { get; private set; } = "";

    /// <summary>The region needs it before others: visitors find it among those, with what builds it.</summary>
    public bool IsPriority { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Its name in a language, or in the first one that there is.</summary>
    public string In(string culture) => culture[..2] switch { "ru" => Ru, "kk" => Kk, "uk" => Uk, _ => En } ?? Ru ?? Kk ?? Uk ?? En ?? "";

    /// <exception cref="RuleException">It is called nothing, or can't be called so.</exception>
    internal void Call(CompetencyWords words, string culture)
    {
        (Ru, Kk) = (Line.Of(words.Ru, LongestName, "Ru"), Line.Of(words.Kk, LongestName, "Kk"));
        (Uk, En) = (Line.Of(words.Uk, LongestName, "Uk"), Line.Of(words.En, LongestName, "En"));
        Rule.Require(In(culture).Length > 0, "A competency needs a name in one language at least.", culture[..2] switch { "ru" => "Ru", "kk" => "Kk", "uk" => "Uk", _ => "En" });
        (SortName, SearchName, IsPriority) = (NameSort.Key(In(culture), culture), NameSearch.Key(In(culture)), words.IsPriority);
        Version++;
    }
}
