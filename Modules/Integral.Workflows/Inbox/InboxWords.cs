using System.Globalization;

namespace Integral.Workflows.Inbox;

/// <summary>How the inbox says what it counts and what was done.</summary>
internal static class InboxWords
{
    /// <summary>"1,000+" where it wasn't counted further.</summary>
    public static string Count(int count, bool isMore) => $"{count.ToString("N0", CultureInfo.CurrentCulture)}{(isMore ? "+" : "")}";

    /// <param name="outcome">Null where one only works on them from now on.</param>
    public static Sentence Done(string? outcome, int count) => outcome is null ? T.Say("You work on them: {0}.", count) : T.Say("{0}: {1}.", new Sentence(outcome), count);
}
