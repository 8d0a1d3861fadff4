namespace Integral.Communication.Contracts;

/// <summary>When somebody gets a letter about notices of a kind. In the cabinet they always stand.</summary>
public enum LetterChoice
{
    AtOnce,
    Daily,
    Never,
}

/// <summary>Something a kind of notices tells: <c>{step}</c> in its text.</summary>
/// <param name="Name">Small letters.</param>
/// <param name="Title">For whoever changes the text.</param>
/// <param name="Sample">For the preview; an English source or a word of the demo.</param>
public sealed record NoticeValue(string Name, Sentence Title, string Sample);

/// <summary>A kind of what people are told. Modules add kinds as singletons of this type; administrators may change their texts, everybody chooses about which they want letters.</summary>
public abstract class NoticeKind
{
    public const int LongestName = 60;

    /// <summary>Beginning with the module's: <c>workflows.waits</c>.</summary>
    public abstract string Name { get; }
    public abstract Sentence Title { get; }

    /// <summary>The delivered text in one line, with the values' names as arguments: <c>T.Say("To be decided: {0}", "{step}")</c>.</summary>
    public abstract Sentence Subject { get; }

    /// <summary>What stands below it.</summary>
    public abstract Sentence Text { get; }
    public abstract IReadOnlyList<NoticeValue> Values { get; }

    /// <summary>What holds for those who haven't chosen.</summary>
    public virtual LetterChoice Letters => LetterChoice.Daily;

    /// <summary>Who hasn't this right in the institution isn't asked about letters of the kind; null for everybody.</summary>
    public virtual string? Permission => null;

    /// <summary>The module writes letters about it itself: notices add none.</summary>
    public virtual bool IsWrittenElsewhere => false;
}
