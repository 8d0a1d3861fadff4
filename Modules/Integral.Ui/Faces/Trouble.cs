namespace Integral.Ui.Faces;

/// <summary>What a failed request means to the person: what happened, why, what next.</summary>
internal sealed record Trouble(Sentence Title, Sentence Cause, Sentence Next)
{
    public static Trouble Of(int code) => code switch
    {
        400 => new(T.Say("The request wasn't understood"), T.Say("Something in the address or the form was damaged on its way."),
            T.Say("Go back, reload the page and try once more.")),
        401 => new(T.Say("Please sign in"), T.Say("This page is for people who have signed in."), T.Say("Sign in and open the page again.")),
        403 => new(T.Say("You may not do this"), T.Say("Your role in this institution doesn't include this action."),
            T.Say("If you need it for your work, ask the administrator of your institution.")),
        404 => new(T.Say("This page isn't here"), T.Say("It has been moved or removed, or the address has a mistake in it."),
            T.Say("Check the address, or look for what you need from the first page.")),
        412 => new(T.Say("Somebody was quicker"), T.Say("While you were working, somebody else changed the same record."),
            T.Say("Open the record again, look at what is new and repeat your change.")),
        422 => new(T.Say("This can't be done now"), T.Say("One of the rules of this institution doesn't allow it."),
            T.Say("Go back: the page says which rule it is and what would help.")),
        413 => new(T.Say("What you sent is too large"), T.Say("A file is larger than this page takes, or all of it together is."),
            T.Say("Go back with the browser's button: what you typed is still there. Then choose a smaller file and send it again.")),
        429 => new(T.Say("Too many attempts"), T.Say("So many requests came from you that we paused to keep accounts safe."),
            T.Say("Wait a minute and try again.")),
        503 => new(T.Say("Work is being done here"), T.Say("This institution's site is being updated or has no connection to its data."),
            T.Say("Nothing has been lost. Try again in a few minutes.")),
        507 => new(T.Say("There is no room to save"), T.Say("The server's disk is full, so what you sent wasn't saved."),
            T.Say("Nothing half-done was kept. Keep what you wrote, and tell the administrator the number below.")),
        _ => new(T.Say("Something broke on our side"), T.Say("It isn't your fault, and what was saved before is safe."),
            T.Say("Try again. If it goes on, tell the administrator the number below.")),
    };
}
