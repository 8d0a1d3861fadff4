using Integral.Communication.Contracts;
using Integral.Content.Reading;

namespace Integral.Content.Rendering;

/// <summary>Text of other modules, formatted as that of pages is.</summary>
internal sealed class FormattedText(PublicSite site) : IFormatsText
{
    // Markdown writes the tilde as %7E.
    public string Html(string text, Guid? origin) => site.Complete(Markdown.ToHtml(text).Replace("=\"%7E/", "=\"~/", StringComparison.Ordinal), origin);

    public string Plain(string text, int most)
    {
        try
        {
            return Markdown.ToText(text, most);
        }
        catch (ArgumentException) { throw new RuleException("The text is too large to be shown.", "Text"); }
    }
}
