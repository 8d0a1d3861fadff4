using Integral.Ui.TagHelpers;

namespace Integral.Programs.Requests;

internal static class RequestTelling
{
    /// <summary>What the workflow that is delivered says, so that it is translated.</summary>
    public static IReadOnlyList<Sentence> Delivered { get; } =
    [
        T.Say("Requests for programmes"), T.Say("The request arrives"), T.Say("Look at the request"), T.Say("Accept"), T.Say("Ask for something"), T.Say("Refuse"), T.Say("The organisation is asked"), T.Say("The organisation answers"),
        T.Say("The request is accepted"), T.Say("The request is refused"), T.Say("Please say what the people can do already."), T.Say("Please say on which machines or programs they work."), T.Say("There is a programme for this in the catalogue already."),
        T.Say("We have nobody who could teach this."), T.Say("When we can begin"), T.Say("How many hours it will take"), T.Say("Who will teach it"), T.Say("Our own teachers"), T.Say("Somebody invited"),
    ];

    /// <summary>What it means for the organisation, in plain words.</summary>
    public static Sentence Meaning(this RequestStatus status) => status switch
    {
        RequestStatus.Sent => T.Say("The institution has your request and looks at it. There is nothing you have to do."),
        RequestStatus.Asked => T.Say("Something is missing. Read what was asked, and answer below."),
        RequestStatus.Accepted => T.Say("Your request is accepted. The institution will write the programme."),
        RequestStatus.Refused => T.Say("Your request is refused. The reason stands below."),
        RequestStatus.Withdrawn => T.Say("You have withdrawn your request. You can send another one."),
        RequestStatus.Built => T.Say("The institution is writing the programme. You are told when it is in the catalogue."),
        _ => T.Say("The programme is in the catalogue: people can apply for it."),
    };

    public static Tone Tone(this RequestStatus status) => status switch
    {
        RequestStatus.Sent or RequestStatus.Built => Ui.TagHelpers.Tone.Info, RequestStatus.Asked => Ui.TagHelpers.Tone.Warn, RequestStatus.Accepted or RequestStatus.Published => Ui.TagHelpers.Tone.Good,
        RequestStatus.Refused => Ui.TagHelpers.Tone.Bad, _ => Ui.TagHelpers.Tone.Neutral,
    };
}
