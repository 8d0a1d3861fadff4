using Integral.Ui.TagHelpers;

namespace Integral.Help;

internal static class RemarkWords
{
    public static Sentence Word(this RemarkStatus status) => status switch
    {
        RemarkStatus.New => T.Say("Not read yet"), RemarkStatus.InWork => T.Say("Being worked on"), RemarkStatus.Answered => T.Say("Answered"), _ => T.Say("Closed"),
    };

    public static Tone Tone(this RemarkStatus status) => status switch
    {
        RemarkStatus.New => Ui.TagHelpers.Tone.Warn, RemarkStatus.InWork => Ui.TagHelpers.Tone.Info, RemarkStatus.Answered => Ui.TagHelpers.Tone.Good, _ => Ui.TagHelpers.Tone.Neutral,
    };

    public static Sentence Word(this RemarkStep step) => step switch
    {
        RemarkStep.Taken => T.Say("Taken up"), RemarkStep.Answered => T.Say("Answered"), RemarkStep.Closed => T.Say("Closed"), RemarkStep.Reopened => T.Say("Opened again"), _ => T.Say("The sender added"),
    };
}
