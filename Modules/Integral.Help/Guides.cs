using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Integral.Help;

/// <summary>
/// The guides, each rendered once in each language. They are files of ours: nothing in them has to be cleaned. What a screen says they name by
/// its English source, <c>{{Sign in}}</c>: the reader finds the very words of the screen.
/// </summary>
internal sealed partial class Guides(Texts words)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    private readonly ConcurrentDictionary<(string Name, string Culture), GuideText> texts = [];

    public static IReadOnlyList<Guide> All { get; } =
    [
        new("visitor", "home"),
        new("parent", "users", DeliveredRoles.Parent, DeliveredRoles.Learner),
        new("teacher", "book", DeliveredRoles.Teacher, DeliveredRoles.ClassTeacher),
        new("methodologist", "edit", DeliveredRoles.Methodologist, DeliveredRoles.CentreStaff, DeliveredRoles.Librarian),
        new("administrator", "settings", DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar),
        new("operator", "shield", DeliveredRoles.PlatformAdmin, DeliveredRoles.Support),
    ];

    /// <returns>Null when there is no such guide.</returns>
    public GuideText? Of(string name) =>
        All.FirstOrDefault(g => g.Name == name) is { } guide ? texts.GetOrAdd((guide.Name, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), key => Rendered(Source(key.Name, key.Culture))) : null;

    /// <summary>What stands in the file.</summary>
    internal static string Source(string name, string culture)
    {
        using var file = typeof(Guides).Assembly.GetManifestResourceStream($"{name}.{culture}.md") ?? throw new InvalidOperationException($"Help/{name}.{culture}.md is missing.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    // A file begins with its title and one paragraph that says whom it is for.
    private GuideText Rendered(string source)
    {
        var document = Markdown.Parse(Named().Replace(source, label => $"**{words[label.Groups[1].Value]}**"), Pipeline);
        if (document is not [HeadingBlock { Level: 1 } title, ParagraphBlock lead, ..]) throw new InvalidOperationException("A guide begins with # and one paragraph.");
        document.Remove(title);
        document.Remove(lead);
        var headings = document.OfType<HeadingBlock>().Where(h => h.Level == 2).ToList();
        // Numbers: ids made of texts in four alphabets could hardly be passed on.
        foreach (var (number, heading) in headings.Index()) heading.GetAttributes().Id = $"part-{number + 1}";
        return new(Text(title), Text(lead), document.ToHtml(Pipeline), [.. headings.Select(h => new GuidePart(h.GetAttributes().Id!, Text(h)))]);
    }

    private static string Text(LeafBlock block) => string.Concat(block.Inline!.Descendants<LiteralInline>().Select(i => i.Content.ToString()));

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    internal static partial Regex Named();
}
