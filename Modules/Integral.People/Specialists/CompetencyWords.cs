namespace Integral.People.Specialists;

/// <summary>What a competency is called, in each language in which it is called anything.</summary>
/// <param name="IsPriority">The region needs it before others.</param>
internal sealed record CompetencyWords(string? Ru, string? Kk, string? Uk, string? En, bool IsPriority = false);
