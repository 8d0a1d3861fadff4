using Integral.Communication.Contracts;

namespace Integral.Content.Approving;

/// <summary>What whoever sent a text is told of the decision on it.</summary>
internal abstract class AnsweredNotice : NoticeKind
{
    public const string ItsTitle = "title", Reason = "reason";
    public static readonly Sentence NoReason = T.Say("No reason was given.");

    public override LetterChoice Letters => LetterChoice.AtOnce;
    public override string Permission => ContentModule.Write;
}

internal sealed class PublishedNotice : AnsweredNotice
{
    public const string Kind = "content.published";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A text that I sent is approved");
    public override Sentence Subject => T.Say("Your text is approved: {0}", $"{{{ItsTitle}}}");
    public override Sentence Text => T.Say("Visitors see it as you sent it: now, or from the day that the text itself says.");
    public override IReadOnlyList<NoticeValue> Values => [new(ItsTitle, T.Say("Title of the text"), "Seminar")];
}

internal sealed class ReturnedNotice : AnsweredNotice
{
    public const string Kind = "content.returned";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A text that I sent was given back");
    public override Sentence Subject => T.Say("Your text was given back: {0}", $"{{{ItsTitle}}}");
    public override Sentence Text => T.Say("Why: {0}", $"{{{Reason}}}");
    public override IReadOnlyList<NoticeValue> Values => [new(ItsTitle, T.Say("Title of the text"), "Seminar"), new(Reason, T.Say("Why it was decided so"), "Please check names and dates once more.")];
}

/// <summary>It was approved, and then its time came and it couldn't be.</summary>
internal sealed class NotPublishedNotice : AnsweredNotice
{
    public const string Kind = "content.not-published";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A text that I sent was approved and couldn't be published");
    public override Sentence Subject => T.Say("Your text couldn't be published: {0}", $"{{{ItsTitle}}}");
    public override Sentence Text => T.Say("Why: {0}", $"{{{Reason}}}");
    public override IReadOnlyList<NoticeValue> Values => [new(ItsTitle, T.Say("Title of the text"), "Seminar"), new(Reason, T.Say("Why it can't be published"), "It would be taken off the site at once.")];
}
