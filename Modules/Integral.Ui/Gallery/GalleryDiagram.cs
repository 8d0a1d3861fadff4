using Integral.Ui.Diagrams;

namespace Integral.Ui.Gallery;

/// <summary>What the gallery's diagram shows: a way with a circle, an end, and each mark.</summary>
internal static class GalleryDiagram
{
    public static Diagram Of { get; } = new(
        [
            new("arrives", "The application arrives") { Mark = DiagramMark.Passed }, new("check", "Look through the application") { Note = "Somebody decides", Mark = DiagramMark.Here },
            new("asked", "The applicant is asked") { Mark = DiagramMark.Passed }, new("seat", "Give a seat"), new("refused", "The application is refused") { Mark = DiagramMark.Wrong }, new("end", "") { IsEnd = true },
        ],
        [
            new("arrives", "check") { IsPassed = true }, new("check", "seat", "Accept"), new("check", "asked", "Ask for something") { IsPassed = true }, new("asked", "check") { IsPassed = true },
            new("check", "refused", "Refuse"), new("seat", "end"), new("refused", "end"), new("seat", "seat", "Full"),
        ]);
}
