namespace Integral.Ui.Diagrams;

/// <summary>Steps and the ways between them, as <c>ui-diagram</c> draws them and tells them.</summary>
public sealed record Diagram(IReadOnlyList<DiagramStep> Steps, IReadOnlyList<DiagramWay> Ways);

/// <summary>What stands out of a step.</summary>
public enum DiagramMark
{
    None,

    /// <summary>One has come by it.</summary>
    Passed,

    /// <summary>One is at it.</summary>
    Here,

    /// <summary>Something is wrong with it.</summary>
    Wrong,
}

/// <param name="Title">In the reader's language.</param>
public sealed record DiagramStep(string Id, string Title)
{
    /// <summary>A smaller line below the title.</summary>
    public string? Note { get; init; }
    public DiagramMark Mark { get; init; }

    /// <summary>Nothing happens in it: a way ends here. It is drawn as a dot.</summary>
    public bool IsEnd { get; init; }
}

/// <param name="Label">In the reader's language; null where there is nothing to tell.</param>
public sealed record DiagramWay(string From, string To, string? Label = null)
{
    /// <summary>One has come by it.</summary>
    public bool IsPassed { get; init; }
}
