using Integral.Content.Definitions;

namespace Integral.Content.Editing;

/// <summary>What types and their fields are called. Those that recipes deliver are called in the reader's language, others as whoever described them says.</summary>
internal sealed class TypeWords(Texts texts)
{
    /// <summary>Names in delivered recipes: they are sources of translations.</summary>
    public static IReadOnlyList<Sentence> Delivered { get; } =
    [
        T.Say("Page"), T.Say("News"), T.Say("Summary"), T.Say("In the main menu"), T.Say("Place in the menu"), T.Say("Picture"),
        T.Say("Announcement"), T.Say("Announcements"), T.Say("Begins"), T.Say("Place"), T.Say("Phone for questions"), T.Say("Where to apply"),
        T.Say("Document"), T.Say("Documents"), T.Say("Number of the document"), T.Say("Date of the document"), T.Say("Who issued it"), T.Say("Files"),
        T.Say("Kind of document"), T.Say("For whom"), T.Say("Fields of education"), T.Say("Ages"), T.Say("Subjects"),
        T.Say("Competency"), T.Say("Competencies"), T.Say("Code"), T.Say("Area"), T.Say("Question and answer"), T.Say("Questions and answers"),
        T.Say("A page that stands by itself, at an address of its own"), T.Say("What happened, or is about to"),
        T.Say("Something that people can come to or apply for: a programme, an event, a vacancy"),
        T.Say("An order, a regulation or another paper with its number and date, for reading and downloading"),
        T.Say("What teachers of the region are to be able to do"), T.Say("A question that is often asked, and its answer"),
        T.Say("Opening"), T.Say("A large heading with a picture and a button"), T.Say("Heading"), T.Say("Text"), T.Say("Link"), T.Say("Text with a heading"),
        T.Say("A text below its own heading"), T.Say("Cards"), T.Say("Cards that lead to other pages"), T.Say("Card"), T.Say("One of the cards"),
        T.Say("The newest of a list"), T.Say("The newest news, announcements or other pages, always up to date"), T.Say("List"), T.Say("How many"), T.Say("Only with this term"), T.Say("For example only documents of one kind. It takes in the terms below."),
        T.Say("Chosen documents"), T.Say("Documents that are chosen one by one"), T.Say("Gallery"), T.Say("Pictures beside each other"), T.Say("Pictures"),
        T.Say("Chosen questions"), T.Say("Questions that unfold to their answers"), T.Say("Person"), T.Say("Whom to turn to, with a picture and a phone"),
        T.Say("Name"), T.Say("Position"), T.Say("Phone"), T.Say("E-mail"), T.Say("Place on the map"), T.Say("An address with the way to a map"),
        T.Say("Address"), T.Say("Contacts"), T.Say("The contacts of the institution, from its settings"), T.Say("Video"), T.Say("A film of this site, or one at a known service"),
        T.Say("Address of the video"), T.Say("Call to action"), T.Say("What the reader is asked to do, with a button"), T.Say("Institutions below"),
        T.Say("Institutions that belong to this one"), T.Say("The day that stands on the paper itself."), T.Say("The largest words of the page: what it is about, in a few words."),
        T.Say("What the card leads to, in two or three words."), T.Say("The newest of this list are shown here; new ones appear by themselves."), T.Say("Only what is published can be chosen."),
        T.Say("First and last name, as it is to be read."), T.Say("What the film is about."), T.Say("Copy it from where the browser shows the address while the film plays."), T.Say("What the reader is asked to do."),
    ];

    public string Of(TypeShape type) => Of(type.Title);

    /// <param name="title">Of a type, as it is stored.</param>
    public string Of(string title) => texts[title];
}
