using System.Diagnostics.CodeAnalysis;
using Integral.Platform.Localization;

namespace Integral.Platform;

/// <summary>A business rule refused the action. The sentence is for the person at the screen.</summary>
public class RuleException(Sentence sentence, string field = "") : Exception(sentence.ToString())
{
    public Sentence Sentence { get; } = sentence;

    /// <summary>The form's property that the sentence is about; empty for the form as a whole.</summary>
    public string Field { get; } = field;
}

/// <summary>What the address names is not there, or not within the person's reach.</summary>
public sealed class NotFoundException : Exception;

/// <summary>The person may do this here, but not there, where it would also take effect.</summary>
public sealed class NotAllowedException : Exception;

public static class Rule
{
    /// <exception cref="RuleException">The condition doesn't hold.</exception>
    public static void Require([DoesNotReturnIf(false)] bool condition, Sentence sentence, string field = "")
    {
        if (!condition) throw new RuleException(sentence, field);
    }
}
