namespace Integral.People;

internal enum AccountState
{
    [Display(Name = "Active")] Active,
    [Display(Name = "Hasn't changed the first password")] New,
    [Display(Name = "Not valid today")] OutOfDates,
    [Display(Name = "Blocked")] Blocked,
    [Display(Name = "No account")] None,
}

internal static class AccountStates
{
    public static AccountState Of(Membership? membership, DateTime? blockedAt, bool mustChangePassword, DateOnly day) =>
        membership is null ? AccountState.None
        : blockedAt is not null ? AccountState.Blocked
        : !membership.IsValidOn(day) ? AccountState.OutOfDates
        : mustChangePassword ? AccountState.New : AccountState.Active;
}
