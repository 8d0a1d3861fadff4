using Integral.Ui.TagHelpers;

namespace Integral.Announcements;

internal static class Words
{
    public static Sentence Word(this AnnouncementStage stage) => stage switch { AnnouncementStage.Draft => T.Say("Draft"), AnnouncementStage.Published => T.Say("Published"), _ => T.Say("Taken back") };
    public static Tone Tone(this AnnouncementStage stage) => stage switch { AnnouncementStage.Draft => Ui.TagHelpers.Tone.Neutral, AnnouncementStage.Published => Ui.TagHelpers.Tone.Good, _ => Ui.TagHelpers.Tone.Warn };
}
