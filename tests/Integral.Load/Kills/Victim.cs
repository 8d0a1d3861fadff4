namespace Integral.Load.Kills;

/// <summary>A verb that is killed again and again.</summary>
internal abstract class Victim
{
    public abstract string Name { get; }

    /// <summary>Whether it can be done again though it was done to the end; a restoration finds its address taken.</summary>
    public virtual bool Repeats => true;

    /// <summary>Lays ready what the verb reads.</summary>
    /// <returns>Its words. Each time it makes something of another name.</returns>
    public abstract string[] Verb(int time);

    /// <summary>What of this time's work can be seen, after the sweep.</summary>
    public abstract Seen Look(int time, Remains remains);

    /// <summary>Whether doing it again completes what was done in part: a register goes on, a recipe repeats.</summary>
    public abstract bool IsWhole(int time, Remains remains);
}

/// <param name="Tenants">Those that it has made or changed.</param>
/// <param name="Faults">What is half-done.</param>
/// <param name="IsBetween">The tenant's data are written and the host's aren't: the one gap between two databases.</param>
internal sealed record Seen(IReadOnlyList<Guid> Tenants, IReadOnlyList<string> Faults, bool IsBetween = false);

/// <summary>A register of a few schools.</summary>
internal sealed class RegisterVictim(string folder) : Victim
{
    private const int Rows = 8, ItemsOfASchool = 4;

    public override string Name => "register import";

    public override string[] Verb(int time)
    {
        var file = Path.Combine(folder, "killed.csv");
        File.WriteAllLines(file, Enumerable.Range(0, Rows).Select(i => $"killed-{time}-{i},Killed school {time} {i}").Prepend("Code,Name"));
        return ["tenants", "import", file];
    }

    public override Seen Look(int time, Remains remains)
    {
        var made = Made(time, remains);
        return new([.. made.Values], [.. made.Where(t => remains.Count(t.Value, "content_items") != ItemsOfASchool).Select(t => $"{t.Key} isn't whole")]);
    }

    public override bool IsWhole(int time, Remains remains) => Made(time, remains).Count == Rows;

    private static Dictionary<string, Guid> Made(int time, Remains remains) => remains.Visible.Where(t => t.Key.StartsWith($"killed-school-{time}-", StringComparison.Ordinal)).ToDictionary();
}

/// <summary>A backup restored beside its origin.</summary>
internal sealed class RestoreVictim(string backup, Guid origin) : Victim
{
    public override string Name => "restore";
    public override bool Repeats => false;
    public override string[] Verb(int time) => ["restore", "--in", backup, "--as", $"restored-{time}"];

    public override Seen Look(int time, Remains remains)
    {
        if (!remains.Visible.TryGetValue($"restored-{time}", out var made)) return new([], []);
        var lacking = new[] { "people", "content_items", "content_media", "audit_entries" }.Where(t => remains.Count(made, t) < remains.Count(origin, t));
        return new([made], [.. lacking.Select(t => $"restored-{time} lacks rows of {t}")]);
    }

    public override bool IsWhole(int time, Remains remains) => remains.Visible.ContainsKey($"restored-{time}");
}
