using Integral.Platform.Data;
using Integral.Platform.Localization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Jobs;

/// <summary>Long work in the host's database, for the nodes on which it doesn't run; for an hour.</summary>
internal sealed class WorkRow
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid TenantId { get; init; }

    /// <summary>Where it runs.</summary>
    public required Guid NodeId { get; init; }
    public required string Title { get; init; }
    public required DateTime StartedAt { get; init; }
    public int Percent { get; set; }

    /// <summary>What it is doing, a sentence.</summary>
    public required string Says { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>Why it failed, a sentence; null while it runs and when it succeeded.</summary>
    public string? Trouble { get; set; }

    /// <summary>JSON of what came of it.</summary>
    public string? Result { get; set; }

    /// <summary>What only its owner may see, encrypted with the installation's keys.</summary>
    public string? Secret { get; set; }

    /// <summary>JSON of what was typed.</summary>
    public string? Input { get; init; }
}

/// <summary>Writes down how far long work has come: at its start, now and then, and at its end. What can't be written is only unknown to other nodes.</summary>
internal sealed class WorkBook(Databases databases, Node node, IDataProtectionProvider protection, TimeProvider clock, ILogger<WorkBook> log)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    private readonly IDataProtector secrets = protection.CreateProtector("Integral.Works");
    private readonly Lock guard = new();
    private readonly Dictionary<Guid, Task> writing = [];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task PutAsync(Work work)
    {
        var longAgo = Now - 2 * Works.Kept;
        await using var host = Open();
        await host.WriteAsync(async () =>
        {
            await host.Works.Where(w => w.StartedAt < longAgo && w.EndedAt < longAgo || w.StartedAt < longAgo - Works.Kept * 24).ExecuteDeleteAsync();
            host.Add(new WorkRow
            {
                Id = work.Id, AccountId = work.AccountId, TenantId = work.TenantId, NodeId = node.Id, StartedAt = Now, Title = Sentences.Keep(work.Title), Says = Sentences.Keep(work.Step.Says),
                Input = KeptInput.Of(work.Input) is { } input ? Json.Write(input) : null,
            });
            await host.SaveChangesAsync();
        });
    }

    /// <summary>Something has changed. Nobody waits for its writing; many changes are written once a second.</summary>
    public void Note(Work work)
    {
        using var apart = ExecutionContext.SuppressFlow();
        lock (guard)
        {
            var before = writing.GetValueOrDefault(work.Id, Task.CompletedTask);
            if (work.State != WorkState.Running)
            {
                writing.Remove(work.Id);
                _ = EndAsync(before, work);
            }
            else if (before.IsCompleted) writing[work.Id] = LaterAsync(work);       // else it reads what is there then
        }
    }

    private async Task LaterAsync(Work work)
    {
        await Task.Delay(Often, clock);
        await WriteAsync(work);
    }

    private async Task EndAsync(Task before, Work work)
    {
        await before;
        await WriteAsync(work);
    }

    /// <returns>Null if there is none.</returns>
    public async Task<Work?> FindAsync(Guid id)
    {
        await using var host = Open();
        var row = await host.Works.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id);
        if (row is null) return null;
        var silent = Now - Heartbeat.Silence;
        if (row.EndedAt is null && !await host.Nodes.AnyAsync(n => n.Id == row.NodeId && n.BeatAt > silent)) return Work.As(row, T.Say("The server was stopped. Start it again."), null);
        var result = row.Result is { } kept ? Read(kept, row.Secret) : null;
        return Work.As(row, row.Trouble is { } trouble ? Sentences.Read(trouble) : null, result);
    }

    private async Task WriteAsync(Work work)
    {
        try
        {
            var (state, percent, says) = (work.State, work.Step.Percent, Sentences.Keep(work.Step.Says));
            DateTime? ended = state == WorkState.Running ? null : Now;
            var trouble = work.Trouble is { } why ? Sentences.Keep(why) : null;
            var result = work.Result is { } came ? Json.Write(new KeptResult(came.Link, [.. came.Says.Select(Sentences.Keep)])) : null;
            var secret = work.Result is { } done && (done.Secret ?? done.More) is not null ? secrets.Protect(Json.Write(new KeptSecret(done.Secret, KeptInput.Of(done.More)))) : null;
            await using var host = Open();
            await host.WriteAsync(() => host.Works.Where(w => w.Id == work.Id && w.EndedAt == null).ExecuteUpdateAsync(w => w
                .SetProperty(x => x.Percent, percent).SetProperty(x => x.Says, says).SetProperty(x => x.EndedAt, ended)
                .SetProperty(x => x.Trouble, trouble).SetProperty(x => x.Result, result).SetProperty(x => x.Secret, secret)));
        }
        catch (Exception passing) when (Agenda.IsPassing(passing)) { log.LogWarning(passing, "How far the work {Work} is can't be written down now.", work.Id); }
    }

    private WorkResult Read(string kept, string? secret)
    {
        var (link, says) = Json.Read<KeptResult>(kept)!;
        var hidden = secret is null ? null : Json.Read<KeptSecret>(secrets.Unprotect(secret));
        return new(link, [.. says.Select(Sentences.Read)]) { Secret = hidden?.Secret, Kept = hidden?.More };
    }

    private HostDb Open() => databases.OpenHostApart("works", clock);

    private sealed record KeptResult(string? Link, IReadOnlyList<string> Says);
    private sealed record KeptSecret(string? Secret, KeptInput? More);
}
