using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Applications.Forms;

/// <summary>Questions as controls of a form.</summary>
internal static class AskedInputs
{
    /// <summary>How many answers to choose from are all in sight.</summary>
    private const int MostInSight = 6;

    /// <param name="prefix">Of the control's name.</param>
    /// <param name="said">What stands in it.</param>
    /// <param name="culture">The reader's language.</param>
    /// <param name="own">The institution's.</param>
    public static FieldInput Of(AskedField field, string prefix, IReadOnlyList<string> said, string culture, string own, Texts texts)
    {
        var input = new FieldInput($"{prefix}.{field.Name}", field.Label.In(culture, own), "text")
        {
            Value = said.Count > 0 ? said[0] : null, Chosen = said, IsRequired = field.IsRequired, Hint = field.Hint.In(culture, own) is { Length: > 0 } hint ? hint : null, MaxLength = AnswerReading.LongestText,
        };
        IReadOnlyList<SelectListItem> choices = [.. field.Choices.Select(c => new SelectListItem(c.Label.In(culture, own), c.Name))];
        return field.Kind switch
        {
            AskedKind.LongText => input with { Kind = "textarea", Rows = 4, MaxLength = AnswerReading.LongestLongText },
            AskedKind.File => input with { Kind = "file", Value = null, MaxLength = null },
            AskedKind.Number => input with { Kind = "decimal" },
            AskedKind.Day => input with { Kind = "date" },
            AskedKind.YesNo => input with { Kind = "choice", Items = [new(texts["Yes"], "true"), new(texts["No"], "false")] },
            AskedKind.One when choices.Count > MostInSight => input with { Kind = "select", Items = choices },
            AskedKind.One => input with { Kind = "choice", Items = choices },
            AskedKind.Several => input with { Kind = "choice", Items = choices, IsMany = true },
            _ => input,
        };
    }
}
