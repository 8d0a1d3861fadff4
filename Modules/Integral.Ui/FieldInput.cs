using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Ui;

/// <summary>A control of a form that is described by data: not a property of a page's model. <c>ui-field input</c> and <c>ui-choice input</c> show it.</summary>
/// <param name="Name">Under which its answer is sent.</param>
/// <param name="Label">In the reader's language.</param>
/// <param name="Kind">An input's type, or <c>textarea</c>, <c>select</c>, <c>checkbox</c>; a page may tell further ones apart.</param>
public sealed record FieldInput(string Name, string Label, string Kind)
{
    /// <summary>As an input of that type holds it; of a checkbox <c>true</c> or nothing.</summary>
    public string? Value { get; init; }
    public string? Hint { get; init; }
    public bool IsRequired { get; init; }
    public int? MaxLength { get; init; }
    public int? Rows { get; init; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<SelectListItem> Items { get; init; } = [];

    /// <summary>Values of what is chosen.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>Of what the items are, where a page offers more of them than these: names that the page understands.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Several can be chosen.</summary>
    public bool IsMany { get; init; }
}
