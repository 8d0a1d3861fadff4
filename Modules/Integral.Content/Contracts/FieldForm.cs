using System.Globalization;
using Integral.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Contracts;

/// <summary>What a kind needs to ask: names for its controls, the reader's words, the institution's clock, and what can be chosen.</summary>
/// <param name="Prefix">Of the names of the field's controls.</param>
/// <param name="Texts">The language of whoever fills it in.</param>
/// <param name="Zone">Times are asked for in it and kept in UTC.</param>
/// <param name="Choices">Items that may be chosen, by content type: the newest. Those that are chosen now may be others.</param>
public sealed record FieldForm(string Prefix, Texts Texts, TimeZoneInfo Zone, IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>> Choices)
{
    /// <summary>A control of the field; of several each says what it is for.</summary>
    public FieldInput Input(FieldUse field, string kind, string suffix, string? value, Sentence? purpose = null) =>
        new($"{Prefix}.{suffix}", purpose is null ? field.Title : $"{field.Title}: {Texts.Say(purpose)}", kind)
        {
            Value = value, Hint = purpose is null || suffix == First ? field.Hint : null, IsRequired = field.IsRequired && (purpose is null || suffix == First),
        };

    /// <summary>Content types that have lists, in the reader's words.</summary>
    public IReadOnlyList<SelectListItem> Lists { get; init; } = [];

    /// <summary>There are institutions below.</summary>
    public bool HasBelow { get; init; }

    /// <summary>What those are called that are chosen already, by their ids.</summary>
    internal IReadOnlyDictionary<string, string> Named { get; init; } = new Dictionary<string, string>();

    /// <summary>Pages of the site, where a kind chooses from all of them.</summary>
    internal IReadOnlyList<PageChoice> Pages { get; init; } = [];

    /// <summary>The institution's language: two letters.</summary>
    internal string Own { get; init; } = "";

    /// <summary>The first control of a field that has several.</summary>
    public string First { get; init; } = "";
}

/// <summary>A page that can be chosen.</summary>
/// <param name="Set">Of its translations.</param>
internal sealed record PageChoice(string ContentItemId, string Set, string Title)
{
    /// <summary>What is beside its title in a list to choose from.</summary>
    public string Note { get; init; } = "";
}

/// <summary>What somebody answered to the controls of one field.</summary>
/// <param name="form">What was sent.</param>
/// <param name="prefix">Of the names of the field's controls.</param>
/// <param name="zone">Of the times that were typed.</param>
/// <param name="sent">Paths in the media folder of the files that were sent along, by the names of their controls.</param>
public sealed class FieldAnswers(IFormCollection form, string prefix, TimeZoneInfo zone, IReadOnlyDictionary<string, string> sent)
{
    public TimeZoneInfo Zone => zone;

    /// <summary>Without spaces around it and with the line ends of JSON.</summary>
    public string Text(string suffix) => form[$"{prefix}.{suffix}"].FirstOrDefault()?.Trim().ReplaceLineEndings("\n") ?? "";

    public IReadOnlyList<string> Texts(string suffix) => [.. form[$"{prefix}.{suffix}"].OfType<string>().Select(t => t.Trim()).Where(t => t.Length > 0).Distinct()];

    /// <summary>Every answer to a control that stands there several times, in order, the empty ones too.</summary>
    public IReadOnlyList<string> All(string suffix) => [.. form[$"{prefix}.{suffix}"].Select(t => t?.Trim() ?? "")];

    /// <summary>The path in the media folder of the file that was sent with this control; null where none was.</summary>
    public string? Sent(string suffix) => sent.GetValueOrDefault($"{prefix}.{suffix}");

    /// <summary>It was asked for.</summary>
    public bool Has(string suffix) => form.ContainsKey($"{prefix}.{suffix}");

    public bool IsTicked(string suffix) => form[$"{prefix}.{suffix}"].FirstOrDefault() == "true";

    /// <returns>What was typed where it isn't a number.</returns>
    public static object Number(string text) => double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : text;
}
