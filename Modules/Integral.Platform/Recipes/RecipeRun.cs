using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Platform.Sharing;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Recipes;

/// <summary>A child tenant that a recipe asks for, with its own recipe.</summary>
/// <param name="File">Name of the file that asks for it.</param>
public sealed record ChildTenant(NewTenant Tenant, RecipeFile Recipe, string File, RecipeStep Step);

/// <summary>One run of a recipe in one tenant: its data, what is to be written in the host afterwards, and what it had to say.</summary>
public sealed class RecipeRun
{
    private readonly List<RecipeProblem> problems = [];
    private readonly List<Sentence> done = [];
    private readonly List<Func<HostDb, Task>> onHost = [];
    private readonly Stack<RecipeFile> files = new();

    internal RecipeRun(Tenant tenant, Db db, Outbox outbox, IReadOnlyDictionary<string, string> parameters, string temporary)
    {
        (Tenant, Db, Outbox, Offers, Parameters, Temporary) = (tenant, db, outbox, new(db, outbox), parameters, temporary);
        Features = [.. tenant.Features];
        TimeZone = tenant.TimeZone;
    }

    public Tenant Tenant { get; }
    public Db Db { get; }

    /// <summary>What is sent to others when the run has succeeded.</summary>
    public Outbox Outbox { get; }

    /// <summary>What is offered to the institutions below.</summary>
    public Offers Offers { get; }
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The recipe being read now; one recipe may call others.</summary>
    public RecipeFile File => files.Peek();

    /// <summary>Features that are on when the run has succeeded.</summary>
    public HashSet<string> Features { get; private set; }

    /// <summary>Names of roles that the run defines; steps after it may give them.</summary>
    public HashSet<string> Roles { get; } = [];

    /// <summary>Accounts that the run makes, by their logins in capitals; steps after it may name them.</summary>
    public Dictionary<string, Guid> Accounts { get; } = [];

    /// <summary>Whoever signs in so, now or when the run has succeeded; null where nobody does.</summary>
    public async Task<Guid?> AccountAsync(HostDb host, string login)
    {
        var name = login.ToUpperInvariant();
        var there = await host.Users.Where(a => a.NormalizedUserName == name).Select(a => (Guid?)a.Id).SingleOrDefaultAsync();
        if (there is null && Accounts.TryGetValue(name, out var made)) return made;
        return there;
    }

    /// <summary>The tenant's time zone when the run has succeeded.</summary>
    public string TimeZone { get; set; }

    /// <summary>Tenants to be made below this one, each with its own recipe.</summary>
    public List<ChildTenant> Children { get; } = [];

    /// <summary>Files to be kept: what is under <see cref="Temporary"/> moves to the tenant's files when the run succeeds.</summary>
    public string Temporary { get; }

    /// <summary>Recipes to be run after the step that named them.</summary>
    internal Queue<RecipeFile> Called { get; } = new();

    /// <summary>Those that the step just done named: each is followed to its end before the next one.</summary>
    internal IReadOnlyList<RecipeFile> TakeCalled()
    {
        RecipeFile[] called = [.. Called];
        Called.Clear();
        return called;
    }

    public IReadOnlyList<RecipeProblem> Problems => problems;

    /// <summary>What was done, in words.</summary>
    public IReadOnlyList<Sentence> Done => done;

    public void Did(Sentence what) => done.Add(what);

    /// <param name="where">The place in the step: <c>Data[2].ContentType</c>.</param>
    public void Problem(RecipeStep step, string where, Sentence what) => problems.Add(new(File.File, step.Name, step.Index, where, what));

    /// <summary>Work in the host's database, done last, in the one transaction that makes the result visible (decision 6).</summary>
    public void OnHost(Func<HostDb, Task> work) => onHost.Add(work);

    internal IReadOnlyList<Func<HostDb, Task>> HostWork => onHost;
    internal IEnumerable<string> SwitchedOn => Features.Except(Tenant.Features);
    internal IEnumerable<string> SwitchedOff => Tenant.Features.Except(Features);
    internal void Have(IEnumerable<string> features) => Features = [.. features];
    internal void Add(IEnumerable<RecipeProblem> more) => problems.AddRange(more);

    /// <summary>The recipe that was begun first, the one it called, and so on.</summary>
    internal IEnumerable<RecipeFile> Following => files.Reverse();

    /// <summary>How many recipes have been begun.</summary>
    internal int Recipes { get; private set; }

    internal void Begin(RecipeFile file)
    {
        files.Push(file);
        Recipes++;
    }

    internal void End() => files.Pop();
}
