using Integral.Communication.Contracts;
using Integral.Platform.Messaging;

namespace Integral.Announcements;

/// <summary>What people are told of announcements.</summary>
internal abstract class AnnouncementNotice : NoticeKind
{
    public const string ItsTitle = "title", From = "from";

    public override IReadOnlyList<NoticeValue> Values => [new(ItsTitle, T.Say("Title of the announcement"), "Parents' meeting on Thursday"), new(From, T.Say("Which institution announces it"), "School 12")];

    /// <summary>By which notices of one announcement are known.</summary>
    public static string AboutOf(Guid announcement) => $"announcement:{announcement:N}";

    /// <summary>What was withdrawn rings no bell and goes out in no letter any more.</summary>
    public static void Withdraw(INotices notices, Outbox outbox, Guid announcement)
    {
        foreach (var kind in (string[])[AnnouncedNotice.Kind, ImportantNotice.Kind, CorrectedNotice.Kind]) notices.Withdraw(outbox, kind, AboutOf(announcement));
    }
}

internal sealed class AnnouncedNotice : AnnouncementNotice
{
    public const string Kind = "announcements.published";

    public override string Name => Kind;
    public override Sentence Title => T.Say("Something is announced to me");
    public override Sentence Subject => T.Say("Announcement: {0}", $"{{{ItsTitle}}}");
    public override Sentence Text => T.Say("From: {0}", $"{{{From}}}");
}

internal sealed class ImportantNotice : AnnouncementNotice
{
    public const string Kind = "announcements.important";

    public override string Name => Kind;
    public override LetterChoice Letters => LetterChoice.AtOnce;
    public override Sentence Title => T.Say("Something important is announced to me");
    public override Sentence Subject => T.Say("Important: {0}", $"{{{ItsTitle}}}");
    public override Sentence Text => T.Say("{0} asks you to read it and to say that you have.", $"{{{From}}}");
}

internal sealed class CorrectedNotice : AnnouncementNotice
{
    public const string Kind = "announcements.corrected";

    public override string Name => Kind;
    public override LetterChoice Letters => LetterChoice.AtOnce;
    public override Sentence Title => T.Say("An announcement that I have read was corrected");
    public override Sentence Subject => T.Say("Corrected: {0}", $"{{{ItsTitle}}}");
    public override Sentence Text => T.Say("It isn't as you read it any more. Please read it once more. From: {0}", $"{{{From}}}");
}
