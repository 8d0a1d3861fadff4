namespace Integral.Workflows.Cases;

/// <summary>Where a case is: at a step, on a branch of a fork or on none.</summary>
/// <param name="Fork">Of which this is a branch, innermost; null outside of any.</param>
internal sealed record Token(Guid Id, string Activity, Guid? Fork);

/// <summary>All places where a case is.</summary>
/// <param name="Forks">Of each fork that isn't joined yet, the one around it.</param>
internal sealed record Tokens(IReadOnlyList<Token> All, IReadOnlyDictionary<Guid, Guid?> Forks)
{
    public static Tokens None { get; } = new([], new Dictionary<Guid, Guid?>());
}
