namespace Integral.Administration;

internal static class StatusWords
{
    /// <summary>A length of time in its largest unit: what an operator wants to know is its order.</summary>
    public static string Of(TimeSpan time, Texts texts) => time switch
    {
        { TotalSeconds: < 1 } => texts["less than a second"],
        { TotalMinutes: < 1 } => texts.Plural((long)time.TotalSeconds, "{0} second", "{0} seconds"),
        { TotalHours: < 1 } => texts.Plural((long)time.TotalMinutes, "{0} minute", "{0} minutes"),
        { TotalDays: < 1 } => texts.Plural((long)time.TotalHours, "{0} hour", "{0} hours"),
        _ => texts.Plural((long)time.TotalDays, "{0} day", "{0} days"),
    };
}
