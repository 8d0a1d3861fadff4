using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Platform.Recipes;
using Integral.Ui;

namespace Integral.Content.Fields;

/// <summary>A content type that has a list, by its name: of what a block shows the newest.</summary>
internal sealed class ListOfKind : TextKind
{
    public override string Editor => "ContentTypeList";
    public override Sentence Title => T.Say("A list of pages");
    public override bool HasFacts => false;
    public override bool IsOffered => false;
    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) => [form.Input(field, "select", Property, null) with { Items = form.Lists, Chosen = value.Text(Property) is { Length: > 0 } chosen ? [chosen] : [] }];
    public override void Show(FieldUse field, JsonObject value, PageText page) { }
    internal override string? Called(JsonObject value, FieldForm form) => form.Lists.FirstOrDefault(l => l.Value == value.Text(Property))?.Text;
}

/// <summary>A film: a file of the media folder, or a page of a service that is trusted with visitors.</summary>
internal sealed class VideoKind : TextKind
{
    private const string Media = "~/media/";

    // A foreign player learns of every visitor of the page: so these are only led to, on purpose.
    private static readonly FrozenDictionary<string, string> Services = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["rutube.ru"] = "RUTUBE", ["vk.com"] = "VK", ["vkvideo.ru"] = "VK", ["dzen.ru"] = "Dzen", ["youtube.com"] = "YouTube", ["youtu.be"] = "YouTube", ["vimeo.com"] = "Vimeo", ["ok.ru"] = "OK",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public override string Editor => "Video";
    public override Sentence Title => T.Say("Video");
    public override bool HasFacts => false;

    public override Sentence? Fault(FieldUse field, JsonObject value) => base.Fault(field, value)
        ?? (FileIn(value.Text(Property)!) is null && ServiceOf(value.Text(Property)!) is null ? T.Say("A video is a file of this site (~/media/…) or an https address at one of these: {0}.", string.Join(", ", Services.Values.Distinct().Order(StringComparer.Ordinal))) : null);

    public override void Show(FieldUse field, JsonObject value, PageText page) => page.Link(field.Title, value.Text(Property)!, "");
    internal override string? Called(JsonObject value, FieldForm form) => null;
    public override IEnumerable<FieldReference> References(JsonObject value) => Rendering.SiteLinks.Of(value.Text(Property)) is { } named ? [named] : [];

    /// <summary>The path in the media folder; null where it is no file of this site.</summary>
    public static string? FileIn(string address) => address.StartsWith(Media, StringComparison.Ordinal) && address.Length > Media.Length && !address.Contains("..", StringComparison.Ordinal) ? Uri.UnescapeDataString(address[Media.Length..]) : null;

    /// <summary>What the service is called at which it is; null where it isn't one of ours.</summary>
    public static string? ServiceOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !uri.IsDefaultPort || uri.UserInfo.Length > 0) return null;
        var host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || uri.Host.StartsWith("m.", StringComparison.OrdinalIgnoreCase) ? uri.Host[(uri.Host.IndexOf('.', StringComparison.Ordinal) + 1)..] : uri.Host;
        return Services.GetValueOrDefault(host);
    }
}
