namespace Integral.Content.Editing;

/// <summary>What is wrong with a sheet, field by field.</summary>
internal sealed class SheetException(IReadOnlyList<(FormSlot Slot, Sentence What)> faults) : RuleException(faults[0].What, faults[0].Slot.Key)
{
    public IReadOnlyList<(FormSlot Slot, Sentence What)> Faults => faults;
}
