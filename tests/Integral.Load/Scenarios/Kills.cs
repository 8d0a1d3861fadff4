using Integral.Load.Kills;
using Integral.Load.Setup;

namespace Integral.Load.Scenarios;

/// <summary>kill -9 at random moments of what makes and changes institutions; then a sweep, and a look at all that is there.</summary>
internal sealed class Kills : IScenario
{
    private const int NothingToRepair = 3;
    private const double BeforeWork = .85;

    public string Name => "kills";
    public string Measures => "kill -9 at --moments random moments of import, restore and recipe run: nothing half-done, nothing left; SQLite";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title($"kill -9 at {trial.Moments} random moments, seed {trial.Seed}, SQLite");
        await using var at = await Installation.NewAsync(trial with { OnPostgreSql = false, Filled = 0 }, Name);
        var (victims, chance, remains) = (await PrepareAsync(at), new Random(trial.Seed), new Remains(at.Folder));
        var nothing = Path.Combine(at.Folder, "nothing.csv");
        await File.WriteAllTextAsync(nothing, "Code,Name\nkilled-0-0,Killed school 0 0\n");
        report.Say($"   {"",-16} moments  too early  in work  ended  whole ones seen  between two databases  half-done  left behind  gone on");
        foreach (var (victim, moments) in victims.Select((v, i) => (v, trial.Moments / victims.Length + (i < trial.Moments % victims.Length ? 1 : 0))))
            await KillAsync(new(at, report, remains, nothing), victim, moments, chance);
    }

    private static async Task<Victim[]> PrepareAsync(Installation at)
    {
        await at.DoAsync("seed", "--schools", "2", "--classes", "2", "--pupils", "20", "--days", "5", "--seed", "3");
        var (remains, backup) = (new Remains(at.Folder), Path.Combine(at.Folder, "killed.zip"));
        var (origin, target) = (remains.Visible["seed-3-0001"], remains.Visible["seed-3-0002"]);
        var recipe = new RecipeVictim(at.Folder, "seed-3-0002", target);
        await at.DoAsync([.. recipe.Verb(0)[..^1], "seed-3-0001"]);     // so that the one backed up has files
        await at.DoAsync("backup", "--tenant", "seed-3-0001", "--out", backup);
        return [new RegisterVictim(at.Folder), new RestoreVictim(backup, origin), recipe];
    }

    private static async Task KillAsync(Place place, Victim victim, int moments, Random chance)
    {
        // What a verb does before its work is the start of a process: moments lie between most of that and its end.
        var least = Least(await TakesAsync(place.At, "tenants", "list"), await TakesAsync(place.At, "tenants", "list"));
        await place.At.DoAsync(victim.Verb(0));
        var most = await TakesAsync(place.At, victim.Verb(1));
        var count = new Tally();
        for (var time = 2; time < moments + 2; time++)
        {
            var after = least * BeforeWork + (most - least * BeforeWork) * chance.NextDouble();
            await OnceAsync(place, victim, time, after, count);
        }
        place.Report.Say($"   {victim.Name,-16} {moments,7} {count.Early,10} {moments - count.Early - count.Ended,8} {count.Ended,6} {count.Whole,16} {count.Between,22} {count.HalfDone,10} {count.Left,12} {count.GoneOn,8}");
        place.Report.Must($"{victim.Name}: {count.HalfDone} half-done things seen, {count.Left} left behind after the sweep, must be none", count.HalfDone + count.Left == 0);
    }

    private static async Task OnceAsync(Place place, Victim victim, int time, TimeSpan after, Tally count)
    {
        var verb = victim.Verb(time);
        if (await place.At.KillAfterAsync(after, verb)) count.Ended++;
        var hasBegun = Directory.EnumerateFileSystemEntries(Path.Combine(place.At.Folder, "temporary")).Any();
        place.Remains.Age();
        await place.At.DoAsync("tenants", "import", place.Nothing);     // it sweeps before it reads
        var seen = victim.Look(time, place.Remains);
        if (!hasBegun && seen.Tenants.Count == 0) count.Early++;
        if (seen.IsBetween) count.Between++;
        else if (victim.IsWhole(time, place.Remains)) count.Whole++;
        count.HalfDone += Say(place, victim, time, after, seen.Faults);
        count.Left += Say(place, victim, time, after, [.. place.Remains.Faults(), .. seen.Tenants.SelectMany(place.Remains.FaultsOf)]);
        if (time % NothingToRepair != 0 || !victim.Repeats && victim.IsWhole(time, place.Remains)) return;
        await place.At.DoAsync(verb);       // done again it is whole, whatever was there
        if (!victim.IsWhole(time, place.Remains)) place.Report.Mistake($"{victim.Name} {time} isn't whole after it was done again");
        count.GoneOn++;
    }

    private static async Task<TimeSpan> TakesAsync(Installation at, params string[] verb) => (await at.DoAsync(verb)).Took;
    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static int Say(Place place, Victim victim, int time, TimeSpan after, IReadOnlyList<string> faults)
    {
        foreach (var fault in faults) place.Report.Mistake($"{victim.Name} {time}, killed after {after.TotalMilliseconds:N0} ms: {fault}");
        return faults.Count;
    }

    private sealed record Place(Installation At, Report Report, Remains Remains, string Nothing);

    private sealed class Tally
    {
        public int Early { get; set; }
        public int Ended { get; set; }
        public int Whole { get; set; }
        public int Between { get; set; }
        public int HalfDone { get; set; }
        public int Left { get; set; }
        public int GoneOn { get; set; }
    }
}
