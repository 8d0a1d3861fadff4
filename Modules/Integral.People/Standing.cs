namespace Integral.People;

/// <summary>What somebody is to be in an institution.</summary>
internal sealed record Standing(IReadOnlyList<string> Roles, Reach Reach = Reach.Here, DateOnly? FromOn = null, DateOnly? UntilOn = null)
{
    /// <exception cref="RuleException">It says nothing, or ends before it begins.</exception>
    public void Check()
    {
        Rule.Require(Roles.Count > 0, "Choose at least one role.", "Roles");
        Rule.Require(FromOn is null || UntilOn is null || FromOn <= UntilOn, "The last day lies before the first one.", "UntilOn");
    }

    public void Give(Membership membership)
    {
        (membership.Roles, membership.Reach) = ([.. Roles.Distinct()], Reach);
        (membership.FromOn, membership.UntilOn) = (FromOn, UntilOn);
    }
}
