using Integral.Content.Definitions;
using Integral.Ui;

namespace Integral.Content.Editing;

/// <summary>A form as it is shown: its controls and its bags of blocks in their order.</summary>
internal sealed record AskedForm(IReadOnlyList<AskedPiece> Pieces)
{
    /// <summary>All controls, those in blocks too.</summary>
    public IEnumerable<FieldInput> Inputs => Pieces.SelectMany(p => p.Inputs.Concat(p.Bag?.Blocks.SelectMany(b => b.Form.Inputs) ?? []));
}

/// <summary>Controls that stand together, or a bag.</summary>
/// <param name="IsSeldom">Most authors never need them: they can stand aside.</param>
internal sealed record AskedPiece(IReadOnlyList<FieldInput> Inputs, AskedBag? Bag, bool IsSeldom = false);

/// <summary>Blocks that can be added, moved and taken out.</summary>
/// <param name="Name">Of its controls.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Blocks">In their order.</param>
/// <param name="Offered">Types of blocks that can be added.</param>
internal sealed record AskedBag(string Name, string Title, IReadOnlyList<AskedBlock> Blocks, IReadOnlyList<TypeShape> Offered)
{
    /// <summary>So many can stand open beside each other.</summary>
    public const int Few = 5;

    public string? Hint { get; init; }
}

/// <param name="Id">26 characters.</param>
/// <param name="Name">Of its controls.</param>
/// <param name="Type">Name of its type.</param>
/// <param name="Title">What its type is called, in the reader's language, and what stands in it.</param>
/// <param name="Form">Empty where its type isn't known here: it stays as it is.</param>
internal sealed record AskedBlock(string Id, string Name, string Type, string Title, AskedForm Form)
{
    /// <summary>The title names what stands in it.</summary>
    public bool IsCalled { get; init; }
}
