namespace Integral.Communication.Contracts;

/// <summary>Shows text that people formatted with Markdown, safely. A module that can do it contributes it; without one, text is shown as it was typed.</summary>
public interface IFormatsText
{
    /// <summary>HTML that is clean, with addresses of this site completed.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="origin">The institution above that it was taken from; null for an own text.</param>
    string Html(string text, Guid? origin);

    /// <summary>How it begins, without its marks.</summary>
    /// <exception cref="RuleException">It can't be read.</exception>
    string Plain(string text, int most);
}
