using System.Net.Mail;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Rendering;
using Integral.Platform.Recipes;
using Integral.Ui;

namespace Integral.Content.Fields;

/// <summary>A field that holds one text, under one name.</summary>
internal abstract class WrittenKind(string property) : FieldKind
{
    protected string Property => property;

    /// <summary>Characters.</summary>
    public int Longest { get; init; } = 1000;
    protected abstract string Control { get; }
    protected virtual int? Rows => null;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) =>
        [form.Input(field, Control, property, value.Text(property)) with { Rows = Rows, MaxLength = Longest }];

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => value[property] = answers.Text(property);
    public override bool IsEmpty(JsonObject value) => string.IsNullOrWhiteSpace(value.Text(property));
    public override string Plain(JsonObject value) => value.Text(property)?.Trim().ReplaceLineEndings("\n") ?? "";

    public override Sentence? Fault(FieldUse field, JsonObject value) => value.Text(property)!.Length > Longest ? T.Say("At most {0} characters.", Longest) : null;
}

/// <summary>One line.</summary>
internal class TextKind(string property) : WrittenKind(property)
{
    public TextKind() : this("Text") { }

    public override string Name => "TextField";
    public override Sentence Title => T.Say("Text in one line");
    public override bool HasFacts => true;
    protected override string Control => "text";

    public override void Show(FieldUse field, JsonObject value, PageText page)
    {
        if (field.IsFact) page.Fact(field.Title, value.Text(Property)!);
        else page.Paragraph(value.Text(Property)!);
    }

    public override IEnumerable<FieldKey> Keys(JsonObject value) => Key(value.Text(Property));
    internal override string? Called(JsonObject value, FieldForm form) => value.Text(Property);

    internal static IEnumerable<FieldKey> Key(string? text) => text is { Length: > 0 } ? [new(Text: text.Length <= FieldKey.LongestText ? text : text[..FieldKey.LongestText])] : [];
}

/// <summary>What a search engine is told of a page.</summary>
internal sealed class SearchEngineKind : FieldKind
{
    public const string PageTitle = "PageTitle", Description = "MetaDescription";

    public override string Name => "SeoMetaPart";
    public override Sentence Title => T.Say("For search engines");
    public override bool IsOffered => false;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        yield return form.Input(field, "text", PageTitle, value.Text(PageTitle), T.Say("title")) with { MaxLength = ContentItem.LongestSeoTitle, Hint = form.Texts["Left empty, it is the page's own."] };
        yield return form.Input(field, "textarea", Description, value.Text(Description), T.Say("description")) with { MaxLength = ContentItem.LongestSeoDescription, Rows = 2, Hint = form.Texts["Left empty, it is the summary."] };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => (value[PageTitle], value[Description]) = (answers.Text(PageTitle), answers.Text(Description));
    public override bool IsEmpty(JsonObject value) => Plain(value).Length == 0;
    public override string Plain(JsonObject value) => $"{value.Text(PageTitle)?.Trim()}\n{value.Text(Description)?.Trim().ReplaceLineEndings("\n")}".Trim();
    public override Sentence? Fault(FieldUse field, JsonObject value) =>
        value.Text(PageTitle)?.Length > ContentItem.LongestSeoTitle ? T.Say("At most {0} characters.", ContentItem.LongestSeoTitle) : value.Text(Description)?.Length > ContentItem.LongestSeoDescription ? T.Say("At most {0} characters.", ContentItem.LongestSeoDescription) : null;
}

/// <summary>Several lines without marks.</summary>
internal sealed class LongTextKind : TextKind
{
    public LongTextKind(string property) : base(property) => Longest = 20_000;
    public LongTextKind() : this("Text") { }

    public override string Editor => "TextArea";
    public override Sentence Title => T.Say("Text in several lines");
    protected override string Control => "textarea";
    protected override int? Rows => 4;
}

internal sealed class EmailKind : TextKind
{
    public EmailKind() => Longest = 254;

    public override string Editor => "Email";
    public override Sentence Title => T.Say("E-mail address");
    public override bool HasFacts => false;
    protected override string Control => "email";
    public override Sentence? Fault(FieldUse field, JsonObject value) => base.Fault(field, value) ?? (MailAddress.TryCreate(value.Text("Text"), out var read) && read.Address == value.Text("Text") ? null : T.Say("This isn't an e-mail address."));
    public override void Show(FieldUse field, JsonObject value, PageText page) => page.Link(field.Title, $"mailto:{value.Text("Text")}", value.Text("Text")!);
}

internal sealed class PhoneKind : TextKind
{
    private const int FewestDigits = 3;

    public PhoneKind() => Longest = 60;

    public override string Editor => "Tel";
    public override Sentence Title => T.Say("Phone number");
    public override bool HasFacts => false;
    protected override string Control => "tel";

    public override Sentence? Fault(FieldUse field, JsonObject value) =>
        base.Fault(field, value) ?? (value.Text("Text")!.Count(char.IsAsciiDigit) >= FewestDigits ? null : T.Say("This isn't a phone number."));

    public override void Show(FieldUse field, JsonObject value, PageText page) =>
        page.Link(field.Title, $"tel:{string.Concat(value.Text("Text")!.Where(c => char.IsAsciiDigit(c) || c == '+'))}", value.Text("Text")!);
}

/// <summary>Text with headings, lists, links and pictures.</summary>
internal sealed class MarkdownKind : WrittenKind
{
    public MarkdownKind() : base("Markdown") => Longest = 200_000;

    public override string Name => "MarkdownField";
    public override Sentence Title => T.Say("Text with headings, lists and pictures");
    protected override string Control => "markdown";
    protected override int? Rows => 12;
    public override void Show(FieldUse field, JsonObject value, PageText page) => page.Markdown(value.Text("Markdown")!);
    public override IEnumerable<FieldReference> References(JsonObject value) => IsEmpty(value) ? [] : SiteLinks.InMarkdown(value.Text("Markdown")!);
}

/// <summary>HTML that was written elsewhere.</summary>
internal sealed class HtmlKind : WrittenKind
{
    public HtmlKind() : base("Html") => Longest = 200_000;

    public override string Name => "HtmlField";
    public override Sentence Title => T.Say("HTML from another system");
    protected override string Control => "textarea";
    protected override int? Rows => 12;
    public override void Show(FieldUse field, JsonObject value, PageText page) => page.Html(value.Text("Html")!);
    public override IEnumerable<FieldReference> References(JsonObject value) => IsEmpty(value) ? [] : SiteLinks.InHtml(value.Text("Html")!);
}
