namespace Integral.Workflows.Contracts;

/// <summary>How a setting of a step is said.</summary>
public enum SettingKind
{
    Text,

    /// <summary>A list of texts, one a line.</summary>
    Lines,
    Number,
    Day,
    Flag,

    /// <summary>One of <see cref="ActivitySetting.Choices"/>.</summary>
    Choice,

    /// <summary>Some of the institution's roles.</summary>
    Roles,

    /// <summary>Some of the institution's members who may decide, by account.</summary>
    People,

    /// <summary>Some of its working groups.</summary>
    Groups,

    /// <summary>What whoever decides is asked: questions as data.</summary>
    Form,

    /// <summary>Some of the step's own outcomes.</summary>
    Outcomes,

    /// <summary>A condition as data.</summary>
    Condition,

    /// <summary>One of the institution's workflows that others can call.</summary>
    Workflow,

    /// <summary>Something that can happen to the subject, by the names that <see cref="CaseSubjects.Signals"/> has.</summary>
    Signal,
}

/// <summary>What can be said of a step of some kind: a property in its definition, a question where workflows are changed.</summary>
/// <param name="Name">Of the property.</param>
/// <param name="Title">The question.</param>
/// <param name="Kind">How it is answered.</param>
public sealed record ActivitySetting(string Name, Sentence Title, SettingKind Kind)
{
    public Sentence? Hint { get; init; }
    public IReadOnlyList<SaidWord> Choices { get; init; } = [];

    /// <summary>In what the step can end follows from it.</summary>
    public bool GivesOutcomes { get; init; }
}

/// <summary>A name that definitions know, and what it means.</summary>
public sealed record SaidWord(string Name, Sentence Title);
