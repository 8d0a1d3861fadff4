using System.Text.RegularExpressions;

namespace Integral.Platform.Live;

/// <summary>That something changed, never what it says: a browser that shows it reads it again, with its own rights.</summary>
/// <param name="Topic">Such as <c>works</c>; small letters, digits, hyphens and dots.</param>
/// <param name="Id">Which one, if the topic has many; letters, digits, hyphens.</param>
public sealed partial record LiveChange(string Topic, string? Id = null, long? Version = null)
{
    // Everyone of the institution may hear it, and a signal of the database holds less than 8000 bytes.
    internal void Check()
    {
        if (!Word().IsMatch(Topic) || Id is not null && !Mark().IsMatch(Id)) throw new ArgumentException($"'{Topic}' or '{Id}' can't be told: a topic and an id are short and hold no words of people.");
    }

    [GeneratedRegex("^[a-z][a-z0-9.-]{0,63}$")]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$")]
    private static partial Regex Mark();
}

/// <summary>A change with whom it is for.</summary>
/// <param name="To">An account or a person; null for everyone signed in to the tenant.</param>
internal sealed record Told(Guid Tenant, Guid? To, LiveChange Change);
