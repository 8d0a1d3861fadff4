namespace Integral.Platform.Localization;

/// <summary>A sentence for a person, not yet translated: its English source with {0} places, and what to put there.</summary>
public sealed record Sentence(string Key, params object[] Args)
{
    public static implicit operator Sentence(string key) => new(key);

    // Without arguments braces are just braces: what people call things is a sentence too.
    public override string ToString() => Args.Length == 0 ? Key : string.Format(System.Globalization.CultureInfo.InvariantCulture, Key, Args);
}

/// <summary>Says sentences in code. The test that extracts texts looks for these calls.</summary>
public static class T
{
    public static Sentence Say(string key, params object[] args) => new(key, args);
}
