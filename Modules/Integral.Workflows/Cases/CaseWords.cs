namespace Integral.Workflows.Cases;

/// <summary>What a case's history says besides the steps of its definition, and in what its own steps end, so that it is translated.</summary>
internal static class CaseWords
{
    public static readonly Sentence TakenOver = T.Say("Taken over"), Given = T.Say("Given to a colleague"), Withdrawn = T.Say("Withdrawn"), TakenBack = T.Say("The decision was taken back"),
        NotInTime = T.Say("Not decided in time: more people may decide it now"), Yes = T.Say("True"), No = T.Say("False"), Joined = T.Say("Joined");
}
