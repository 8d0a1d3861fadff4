using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Rendering;
using Integral.Platform.Recipes;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Menus;

/// <summary>An entry that leads to a page of the site. It is called as the page is, in the reader's language.</summary>
internal sealed class PageEntryKind() : FieldKind
{
    private const string Property = "SelectedContentItem", Ids = "ContentItemIds";

    public override string Name => "ContentMenuItemPart";
    public override Sentence Title => T.Say("Page");
    public override bool IsOffered => false;
    internal override IEnumerable<string> Pages(JsonObject value) => IdOf(value) is { } id ? [id] : [];

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        yield return form.Input(field, "select", Ids, null) with { Items = [.. form.Pages.Select(p => new SelectListItem($"{p.Title}{p.Note}", p.ContentItemId))], Chosen = IdOf(value) is { } id ? [id] : [] };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => Put(value, answers.Text(Ids));
    public override bool IsEmpty(JsonObject value) => IdOf(value) is null;
    public override string Plain(JsonObject value) => IdOf(value) ?? "";
    public override IEnumerable<FieldReference> References(JsonObject value) => IdOf(value) is { } id ? [new(Referred.Item, id)] : [];
    internal override string? Called(JsonObject value, FieldForm form) => form.Pages.FirstOrDefault(p => p.ContentItemId == IdOf(value))?.Title;

    /// <summary>Null where none is chosen yet.</summary>
    public static string? IdOf(JsonObject value) => (value.Find(Property) as JsonObject)?.Find(Ids) is JsonArray { Count: > 0 } ids && $"{ids[0]}" is { Length: > 0 } id ? id : null;

    public static void Put(JsonObject value, string id) => value[Property] = new JsonObject { [Ids] = id.Length == 0 ? [] : new JsonArray(id) };
}

/// <summary>An entry that leads to the list of all items of a type.</summary>
internal sealed class ListEntryKind() : FieldKind
{
    private const string Property = "ContentType";

    public override string Name => "ListMenuItemPart";
    public override Sentence Title => T.Say("List");
    public override bool IsOffered => false;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        yield return form.Input(field, "select", Property, null) with { Hint = form.Texts["It shows all items of this kind, the newest first."], Items = form.Lists, Chosen = TypeOf(value) is { } type ? [type] : [] };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => Put(value, answers.Text(Property));
    public override bool IsEmpty(JsonObject value) => TypeOf(value) is null;
    public override string Plain(JsonObject value) => TypeOf(value) ?? "";
    internal override string? Called(JsonObject value, FieldForm form) => form.Lists.FirstOrDefault(l => l.Value == TypeOf(value))?.Text;

    /// <summary>Name of the type; null where none is chosen yet.</summary>
    public static string? TypeOf(JsonObject value) => value.Text(Property) is { Length: > 0 } type ? type : null;

    public static void Put(JsonObject value, string type) => value[Property] = type;
}

/// <summary>An entry that leads to any address, with a text in each language: that of the institution's own stands where Orchard Core has the only one.</summary>
internal sealed class LinkEntryKind() : FieldKind
{
    private const string Url = "Url", Own = "Name", Others = "Names";
    private const int LongestText = 100;

    public override string Name => "LinkMenuItemPart";
    public override Sentence Title => T.Say("Link");
    public override bool IsOffered => false;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        yield return form.Input(field, "address", Url, value.Text(Url)) with { Label = form.Texts["Address"], MaxLength = 2000, Hint = form.Texts["A page of this site: begin to type its title and choose it. Another site: its address, beginning with https://."] };
        yield return form.Input(field, "text", Own, value.Text(Own)) with { Label = Label(form, form.Own), MaxLength = LongestText, IsRequired = true };
        foreach (var culture in Texts.Cultures.Where(c => c != form.Own))
            yield return form.Input(field, "text", $"{Others}.{culture}", Other(value, culture)) with { Label = Label(form, culture), MaxLength = LongestText, IsRequired = false };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers)
    {
        (value[Url], value[Own]) = (answers.Text(Url), answers.Text(Own));
        var names = new JsonObject();
        foreach (var culture in Texts.Cultures)
            if (answers.Text($"{Others}.{culture}") is { Length: > 0 } text) names[culture] = text;
        value[Others] = names;
    }

    public override bool IsEmpty(JsonObject value) => string.IsNullOrWhiteSpace(value.Text(Url)) && string.IsNullOrWhiteSpace(value.Text(Own));
    public override string Plain(JsonObject value) => string.Join('\n', new[] { value.Text(Url)?.Trim(), value.Text(Own)?.Trim() }.Concat(Texts.Cultures.Select(c => Other(value, c) is { } text ? $"{c}: {text}" : null)).Where(t => !string.IsNullOrEmpty(t)));

    public override Sentence? Fault(FieldUse field, JsonObject value)
    {
        var (url, called) = (value.Text(Url) ?? "", value.Text(Own));
        if (SafeAddress.ForLink(url) is null) return T.Say("'{0}' can't be the address of a link. It begins with https://, mailto: or tel:, or names a page of this site.", url);
        if (string.IsNullOrWhiteSpace(called)) return T.Say("Say what the entry is called.");
        return Texts.Cultures.Select(c => Other(value, c)).Append(called).Any(t => t?.Length > LongestText) ? T.Say("At most {0} characters.", LongestText) : null;
    }

    internal override string? Called(JsonObject value, FieldForm form) => NameOf(value);
    public override IEnumerable<FieldReference> References(JsonObject value) => SiteLinks.Of(value.Text(Url)) is { } named ? [named] : [];

    /// <summary>Says where it leads and what it is called.</summary>
    /// <param name="value">Of an entry that is made.</param>
    /// <param name="url">An address.</param>
    /// <param name="own">The institution's language.</param>
    /// <param name="name">In a language.</param>
    public static void Put(JsonObject value, string url, string own, Func<string, string> name)
    {
        (value[Url], value[Own]) = (url, name(own));
        value[Others] = new JsonObject([.. Texts.Cultures.Where(c => c != own).Select(c => KeyValuePair.Create<string, JsonNode?>(c, name(c)))]);
    }

    public static string? UrlOf(JsonObject value) => SafeAddress.ForLink(value.Text(Url) ?? "");
    public static string? NameOf(JsonObject value) => value.Text(Own) is { Length: > 0 } name ? name : null;

    /// <summary>By languages of two letters, the institution's own aside.</summary>
    public static Dictionary<string, string> NamesOf(JsonObject value) => Texts.Cultures.Select(c => (c, Text: Other(value, c))).Where(n => n.Text is not null).ToDictionary(n => n.c, n => n.Text!);

    private static string? Other(JsonObject value, string culture) => (value.Find(Others) as JsonObject)?.Text(culture) is { Length: > 0 } text ? text : null;
    private static string Label(FieldForm form, string culture) => form.Texts["Text: {0}", Texts.OwnNames.GetValueOrDefault(culture, culture)];
}
