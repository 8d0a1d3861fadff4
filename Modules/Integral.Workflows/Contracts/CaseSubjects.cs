using System.Text.Json.Nodes;

namespace Integral.Workflows.Contracts;

/// <summary>What a case is about: a record of some module.</summary>
/// <param name="Kind">Of a <see cref="CaseSubjects"/>.</param>
/// <param name="Title">As the inbox shows it: whose matter it is.</param>
/// <param name="Note">What it is for.</param>
public sealed record CaseSubject(string Kind, Guid Id, string Title, string Note)
{
    internal const int LongestTitle = 300;
}

/// <summary>What whoever decides has to know of a subject.</summary>
/// <param name="Address">Of its own page, without the tenant's part: <c>/Admin/…</c>; null where it has none.</param>
/// <param name="Permission">Without it that page can't be opened.</param>
/// <param name="Facts">In order.</param>
public sealed record SubjectCard(string? Address, string Permission, IReadOnlyList<SubjectFact> Facts)
{
    /// <summary>What would be otherwise if it were decided so, to be compared word by word.</summary>
    public IReadOnlyList<SubjectChange> Changes { get; init; } = [];
}

/// <param name="Value">Nothing where it wasn't said.</param>
public sealed record SubjectFact(Sentence Name, string? Value);

/// <param name="Name">Of what is changed, in the reader's language.</param>
/// <param name="Before">Empty where it is new.</param>
public sealed record SubjectChange(string Name, string Before, string After);

/// <summary>A kind of records that cases are about. Modules add kinds as singletons of this type.</summary>
public abstract class CaseSubjects
{
    public abstract string Kind { get; }

    /// <summary>What <see cref="FactsAsync"/> tells, for whoever writes a condition or a sample.</summary>
    public virtual IReadOnlyList<SaidWord> Facts => [];

    /// <summary>What can happen to one, for whoever has a case wait for it.</summary>
    public virtual IReadOnlyList<SaidWord> Signals => [];

    /// <summary>What conditions may ask about, as data: <c>person.age</c>.</summary>
    public abstract Task<JsonObject> FactsAsync(Db db, Guid id);

    /// <summary>What is shown to whoever decides. That it is their task is their right to see it.</summary>
    public abstract Task<SubjectCard> ShowAsync(Db db, Guid id);
}
