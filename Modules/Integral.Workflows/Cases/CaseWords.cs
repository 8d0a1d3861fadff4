namespace Integral.Workflows.Cases;

/// <summary>What a case's history says besides the steps of its definition, so that it is translated.</summary>
internal static class CaseWords
{
    public static readonly Sentence TakenOver = T.Say("Taken over"), Withdrawn = T.Say("Withdrawn"), NotInTime = T.Say("Not decided in time: more people may decide it now");
}
