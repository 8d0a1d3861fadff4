using Integral.Platform.Sheets;
using Integral.Ui.TagHelpers;

namespace Integral.Applications;

internal static class ApplicationWords
{
    /// <summary>What workflows that are delivered say, so that it is translated.</summary>
    public static IReadOnlyList<Sentence> Delivered { get; } =
    [
        T.Say("Applications for programmes"), T.Say("The application arrives"), T.Say("Look through the application"), T.Say("Accept"), T.Say("Ask for something"), T.Say("Refuse"),
        T.Say("Please send a copy of your identity document."), T.Say("Please write what education you have."), T.Say("Please write when you can study: by day or in the evening."), T.Say("This group is for people with another education."),
        T.Say("The applicant is asked"), T.Say("The applicant answers"), T.Say("The application is refused"), T.Say("Give a seat"), T.Say("The applicant is enrolled"), T.Say("Onto the waiting list"),
        T.Say("Try again when a seat is free"), T.Say("A seat is free"), T.Say("Until a seat is free"), T.Say("A seat is given"), T.Say("Nobody waits any more"), T.Say("Try to give a seat"), T.Say("Full"), T.Say("Done"), T.Say("Freed"), T.Say("No seat"),
        T.Say("By hand"), T.Say("By itself"),
    ];

    /// <summary>What it means for the applicant, in plain words.</summary>
    public static Sentence Meaning(this ApplicationStatus status) => status switch
    {
        ApplicationStatus.Sent => T.Say("We have your application and look through it. There is nothing you have to do."),
        ApplicationStatus.Asked => T.Say("Something is missing. Read what was asked, and answer below."),
        ApplicationStatus.Waiting => T.Say("Your application is accepted, but no seat is free. You see here when you get one."),
        ApplicationStatus.Accepted => T.Say("Your application is accepted."),
        ApplicationStatus.Enrolled => T.Say("You have a seat."),
        ApplicationStatus.Refused => T.Say("Your application is refused. The reason stands below."),
        _ => T.Say("You have withdrawn your application. You can send another one."),
    };

    /// <summary>The same of one application: who has withdrawn it is named, where it wasn't the applicant.</summary>
    public static Sentence Meaning(this Application one) => one.WithdrawnBy is { } sender ? T.Say("'{0}' has withdrawn your application. You can send another one.", sender) : one.Status.Meaning();

    /// <summary>One thing that happened to it, as the applicant reads it.</summary>
    public static Sentence Said(this ApplicationEvent one) => one.Status switch
    {
        null => T.Say("You answered"),
        ApplicationStatus.Withdrawn when one.Who.Length > 0 => T.Say("Withdrawn by '{0}'", one.Who),
        { } status => status.Word(),
    };

    public static Tone Tone(this ApplicationStatus status) => status switch
    {
        ApplicationStatus.Sent => Ui.TagHelpers.Tone.Info, ApplicationStatus.Asked or ApplicationStatus.Waiting => Ui.TagHelpers.Tone.Warn, ApplicationStatus.Accepted or ApplicationStatus.Enrolled => Ui.TagHelpers.Tone.Good,
        ApplicationStatus.Refused => Ui.TagHelpers.Tone.Bad, _ => Ui.TagHelpers.Tone.Neutral,
    };

    public static Tone Tone(this Staff.StaffListed one) => one.Trouble is not null ? Ui.TagHelpers.Tone.Bad : one.WithdrawnAt is null && one.Status is { } status ? status.Tone() : Ui.TagHelpers.Tone.Neutral;
}
