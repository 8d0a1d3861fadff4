namespace Integral.People.Families;

/// <summary>What an adult may, in words.</summary>
internal static class FamilyRights
{
    public static IReadOnlyList<Sentence> Of(FamilyLink link) =>
        [.. new[] { (link.MayRead, T.Say("see the diary")), (link.MayCollect, T.Say("take the child home")), (link.MayDecide, T.Say("decide for the child")) }.Where(r => r.Item1).Select(r => r.Item2)];
}
