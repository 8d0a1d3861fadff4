using Integral.Ui;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Workflows.Pages.Admin.Inbox;

/// <summary>What whoever decides is asked, as controls of a form.</summary>
internal static class AskedInputs
{
    public static string NameOf(FormField field) => $"Form.Answers.{field.Name}";

    /// <param name="said">What stands in it.</param>
    public static FieldInput Of(FormField field, string? said, Texts texts)
    {
        // Not required for a browser: it would hold back decisions that don't need the answer, and the buttons beside them.
        var input = new FieldInput(NameOf(field), texts[field.Label], "text")
        {
            Value = said, Chosen = string.IsNullOrEmpty(said) ? [] : [said], MaxLength = FormField.LongestText,
            Hint = field.RequiredFor.Count == 0 ? null : texts["Needed for: {0}", string.Join(", ", field.RequiredFor.Select(o => texts[o]))],
        };
        return field.Kind switch
        {
            FormFieldKind.LongText => input with { Kind = "textarea", Rows = 3, MaxLength = FormField.LongestLongText },
            FormFieldKind.Number => input with { Kind = "number" },
            FormFieldKind.Day => input with { Kind = "date" },
            FormFieldKind.YesNo => input with { Kind = "select", Items = [new(texts["Yes"], "true"), new(texts["No"], "false")] },
            FormFieldKind.Choice => input with { Kind = "select", Items = [.. field.Choices.Select(c => new SelectListItem(texts[c], c))] },
            _ => input,
        };
    }
}
