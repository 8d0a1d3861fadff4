using Integral.Communication.Contracts;

namespace Integral.Programs.Approving;

/// <summary>What whoever sent a programme for approval is told of the decision on it.</summary>
internal abstract class ProgrammeAnsweredNotice : NoticeKind
{
    public const string ItsName = "programme", Reason = "reason";
    public static readonly Sentence NoReason = T.Say("No reason was given.");

    public override LetterChoice Letters => LetterChoice.AtOnce;
    public override string Permission => ProgramsModule.Compose;
}

internal sealed class ProgrammeApprovedNotice : ProgrammeAnsweredNotice
{
    public const string Kind = "programmes.approved";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A programme that I sent is approved");
    public override Sentence Subject => T.Say("Your programme is approved: {0}", $"{{{ItsName}}}");
    public override Sentence Text => T.Say("Visitors see it now as you sent it.");
    public override IReadOnlyList<NoticeValue> Values => [new(ItsName, T.Say("Name of the programme"), "Python")];
}

internal sealed class ProgrammeReturnedNotice : ProgrammeAnsweredNotice
{
    public const string Kind = "programmes.returned";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A programme that I sent was given back");
    public override Sentence Subject => T.Say("Your programme was given back: {0}", $"{{{ItsName}}}");
    public override Sentence Text => T.Say("Why: {0}", $"{{{Reason}}}");
    public override IReadOnlyList<NoticeValue> Values => [new(ItsName, T.Say("Name of the programme"), "Python"), new(Reason, T.Say("Why it was decided so"), "Please say what one can do after each module.")];
}

/// <summary>What the delivered workflow says, so that it is translated.</summary>
internal static class ApprovalWords
{
    public static IReadOnlyList<Sentence> Delivered { get; } =
    [
        T.Say("Approval of programmes"), T.Say("A programme is sent"), T.Say("Read the programme"), T.Say("Approve it"), T.Say("Send it back"), T.Say("The programme is published"), T.Say("The programme is given back"),
        T.Say("Please say what one can do after each module."), T.Say("Please check the hours: there is too little practice."), T.Say("Please write the goals in plain words."),
    ];
}
