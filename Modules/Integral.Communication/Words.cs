using Integral.Communication.Contracts;
using Integral.Ui.TagHelpers;

namespace Integral.Communication;

internal static class Words
{
    public static Sentence Word(this LetterChoice choice) => choice switch { LetterChoice.AtOnce => T.Say("At once"), LetterChoice.Daily => T.Say("Once a day, with others"), _ => T.Say("No letter") };
    public static Sentence Word(this LetterStage stage) => stage switch { LetterStage.OnItsWay => T.Say("On its way"), LetterStage.Sent => T.Say("Sent"), _ => T.Say("Given up") };
    public static Tone Tone(this LetterStage stage) => stage switch { LetterStage.OnItsWay => Ui.TagHelpers.Tone.Info, LetterStage.Sent => Ui.TagHelpers.Tone.Good, _ => Ui.TagHelpers.Tone.Bad };
}
