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
        T.Say("Competency"), T.Say("Competencies"), T.Say("Code"), T.Say("Area"), T.Say("Question and answer"), T.Say("Questions and answers"),
        T.Say("A page that stands by itself, at an address of its own"), T.Say("What happened, or is about to"),
        T.Say("Something that people can come to or apply for: a programme, an event, a vacancy"),
        T.Say("An order, a regulation or another paper with its number and date, for reading and downloading"),
        T.Say("What teachers of the region are to be able to do"), T.Say("A question that is often asked, and its answer"),
    ];

    public string Of(TypeShape type) => Of(type.Title);

    /// <param name="title">Of a type, as it is stored.</param>
    public string Of(string title) => texts[title];
}
