namespace Integral.Programs;

internal static class ProgrammeWordings
{
    public static Sentence Word(this StudyForm form) => form switch { StudyForm.InPerson => T.Say("In person"), StudyForm.Remote => T.Say("At a distance"), _ => T.Say("Partly at a distance") };
}
