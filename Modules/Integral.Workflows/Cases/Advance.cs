using Integral.Workflows.Activities;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>Moves the tokens of one case until each waits or has ended. It writes nothing itself.</summary>
/// <param name="graph">Of the case's version.</param>
/// <param name="does">Does what a step does; its outcome, or null where the case waits there.</param>
/// <param name="before">Where the case was.</param>
/// <param name="now">For ids that come in order.</param>
internal sealed class Advance(Graph graph, Func<Node, Token, Task<string?>> does, Tokens before, DateTimeOffset now)
{
    /// <summary>More in one go is a circle without anything to wait for.</summary>
    public const int MostSteps = 500;

    private readonly List<Token> tokens = [.. before.All];
    private readonly Dictionary<Guid, Guid?> forks = new(before.Forks);
    private int steps;

    /// <summary>Where the case is now; nowhere where it has ended.</summary>
    public Tokens After => new(tokens, forks.Where(f => tokens.Exists(t => IsWithin(t.Fork, f.Key))).ToDictionary());

    public Task StartAsync(Node start) => MoveAsync(() => EnterAsync(start.Id, null));

    /// <summary>A token that waited goes on.</summary>
    public Task GoOnAsync(Token token, string outcome) => MoveAsync(() =>
    {
        tokens.Remove(token);
        return FollowAsync(token, [outcome]);
    });

    private async Task MoveAsync(Func<Task> move)
    {
        await move();
        await JoinAsync();
    }

    private async Task EnterAsync(string activity, Guid? fork)
    {
        Rule.Require(++steps <= MostSteps, "The workflow goes round in a circle without waiting for anybody.");
        var node = graph.Find(activity) ?? throw new RuleException("A way leads from or to a step that isn't there.");
        var token = new Token(Guid.CreateVersion7(now), activity, fork);
        var outcome = node.Kind is Join.Kind or Fork.Kind ? null : await does(node, token);
        if (node.Kind == Fork.Kind) await FollowAsync(token, [.. graph.OutcomesOf(activity)], isFork: true);
        else if (outcome is null) tokens.Add(token);      // a join is looked at when all have moved
        else await FollowAsync(token, [outcome]);
    }

    private async Task FollowAsync(Token token, IReadOnlyList<string> outcomes, bool isFork = false)
    {
        var next = outcomes.SelectMany(o => graph.After(token.Activity, o)).ToList();
        var fork = token.Fork;
        if (isFork) forks.Add((fork = Guid.CreateVersion7(now)).Value, token.Fork);
        foreach (var to in next) await EnterAsync(to, fork);
    }

    // A join lets pass when nobody else of its fork is on the way any more: who ended elsewhere isn't waited for.
    private async Task JoinAsync()
    {
        while (tokens.Find(t => graph.Find(t.Activity) is { Kind: Join.Kind } join && MayPass(t, join)) is { } first)
        {
            // Of a join that waits for the first only, the others are called off.
            tokens.RemoveAll(t => Join.IsAny(graph.Find(first.Activity)!) && first.Fork is not null ? IsWithin(t.Fork, first.Fork) : t.Fork == first.Fork && t.Activity == first.Activity);
            await FollowAsync(first with { Fork = first.Fork is { } fork ? forks.GetValueOrDefault(fork) : null }, [Join.Joined]);
        }
    }

    private bool MayPass(Token token, Node join) => token.Fork is null || Join.IsAny(join) || tokens.TrueForAll(t => t.Activity == token.Activity && t.Fork == token.Fork || !IsWithin(t.Fork, token.Fork));

    private bool IsWithin(Guid? fork, Guid? of)
    {
        for (var at = fork; at is { } id; at = forks.GetValueOrDefault(id)) if (at == of) return true;
        return false;
    }
}
