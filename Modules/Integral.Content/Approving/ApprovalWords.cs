namespace Integral.Content.Approving;

/// <summary>What the delivered workflow says, so that it is translated.</summary>
internal static class ApprovalWords
{
    public static IReadOnlyList<Sentence> Delivered { get; } =
    [
        T.Say("Publishing of texts"), T.Say("A text is sent"), T.Say("Read the text"), T.Say("Publish it"), T.Say("Return it"), T.Say("The text is published"), T.Say("The text is given back"),
        T.Say("Second opinion"), T.Say("Another workflow asks"), T.Say("Give a second opinion"), T.Say("Fine"), T.Say("Better not"), T.Say("Publishing of texts after a second opinion"), T.Say("A second opinion is asked"), T.Say("Teachers are told"),
        T.Say("There is something new on the site"),
        T.Say("Please check names and dates once more."), T.Say("Please add a picture, or say what the one there shows."), T.Say("Please ask the parents for their consent to the pictures first."), T.Say("Seminar"),
    ];
}
