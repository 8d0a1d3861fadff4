using System.Text.Json.Nodes;

namespace Integral.Content.Definitions;

/// <summary>A content type as somebody describes it.</summary>
/// <param name="Title">In the words of those who write and read.</param>
internal sealed record WantedType(string Title)
{
    public const int LongestTitle = 200, LongestText = 500, LongestFolder = 60, MostFields = 50;

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The address of its list, in which its items have theirs.</summary>
    public string? Folder { get; init; }

    /// <summary>What its list is called; null for its own title.</summary>
    public string? ListTitle { get; init; }

    /// <summary>One can be made by itself.</summary>
    public bool IsCreatable { get; init; } = true;

    /// <summary>Which of <see cref="PartWords"/> it has.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Types of the items that its list takes, where it has one.</summary>
    public IReadOnlyList<string> Contained { get; init; } = [];

    /// <summary>What roles may do with its items, by their names, where that isn't what their permissions say; null leaves it as it was.</summary>
    public IReadOnlyDictionary<string, TypeRight>? Rights { get; init; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<WantedField> Fields { get; init; } = [];
}

/// <summary>A field as somebody describes it.</summary>
/// <param name="Name">Of a field that is there, or was; null of a new one, whose name is made of its title.</param>
/// <param name="Title">Its label.</param>
/// <param name="Kind">As <see cref="Contracts.FieldKind.Name"/> has it.</param>
/// <param name="Editor">As <see cref="Contracts.FieldKind.Editor"/> has it.</param>
internal sealed record WantedField(string? Name, string Title, string Kind, string Editor = "")
{
    public string? Hint { get; init; }
    public bool IsRequired { get; init; }

    /// <summary>Visitors see it with its title before it.</summary>
    public bool IsFact { get; init; }

    /// <summary>Of its kind's options; what isn't said here stays as it was.</summary>
    public JsonObject Options { get; init; } = [];
}

/// <summary>A content type as it is.</summary>
/// <param name="Name">Never changes.</param>
/// <param name="Said">What can be said anew.</param>
/// <param name="Version">Names this state of it.</param>
internal sealed record DescribedType(string Name, WantedType Said, string Version)
{
    /// <summary>Other parts that it has: they came with recipes and stay.</summary>
    public IReadOnlyList<string> OtherParts { get; init; } = [];

    /// <summary>Fields that it had: what was written in them is kept.</summary>
    public IReadOnlyList<WantedField> Removed { get; init; } = [];

    /// <summary>Items of it, those in the bin among them.</summary>
    public int Items { get; init; }

    /// <summary>Pages of the system show its items.</summary>
    public bool IsNeeded => TypeDesk.Needed.Contains(Name);
}
