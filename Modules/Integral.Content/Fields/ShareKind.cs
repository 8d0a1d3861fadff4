using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Platform.Recipes;
using Integral.Ui;

namespace Integral.Content.Fields;

/// <summary>Whether the institutions below show a text among their own. Asked only where there are any; not asked, it stays as it is.</summary>
internal sealed class ShareKind : FieldKind
{
    private const string Below = "Below";

    public override string Name => "SharePart";
    public override Sentence Title => T.Say("Institutions below show it too");
    public override bool IsOffered => false;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) =>
        form.HasBelow ? [form.Input(field, "checkbox", Below, value.Flag(Below) ? "true" : "false")] : [];

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers)
    {
        if (answers.Has(Below)) value[Below] = answers.IsTicked(Below);
    }

    public override bool IsEmpty(JsonObject value) => !value.Flag(Below);
    public override string Plain(JsonObject value) => "✓";
}
