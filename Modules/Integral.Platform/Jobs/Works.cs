using System.Collections.Concurrent;
using Integral.Platform.Data;
using Integral.Platform.Live;
using Integral.Platform.Localization;
using Integral.Platform.Recipes;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Jobs;

/// <summary>
/// Runs what takes longer than a page may, on behalf of the person who asked for it. A few at a time; a restart of the server ends them,
/// and what they were making is undone or swept. How far they are can be seen on every node.
/// </summary>
public sealed class Works : IDisposable
{
    /// <summary>What a browser is told of when work gets on; with the work's id.</summary>
    public const string Topic = "works";

    private const int AtOnce = 2, OfOnePerson = 5, AtMost = 100;
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly IHostApplicationLifetime life;
    private readonly LiveNews news;
    private readonly WorkBook book;
    private readonly ILogger<Works> log;
    private readonly ConcurrentDictionary<Guid, Work> works = new();
    private readonly SemaphoreSlim turns = new(AtOnce);

    internal Works(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime life, LiveNews news, WorkBook book, ILogger<Works> log) =>
        (this.scopes, this.clock, this.life, this.news, this.book, this.log) = (scopes, clock, life, news, book, log);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="who">Whose work it is: it runs with their name and rights, in their tenant, and only they can look at it.</param>
    /// <param name="input">What they typed, for the form to be shown again.</param>
    /// <exception cref="RuleException">Too much is running already.</exception>
    public async Task<Work> StartAsync(Current who, Sentence title, Func<IServiceProvider, IProgress<WorkStep>, CancellationToken, Task<WorkResult>> run, object? input = null)
    {
        Forget();
        var account = who.Account ?? throw new InvalidOperationException("Only somebody who is signed in starts work.");
        var running = works.Values.Where(w => w.State == WorkState.Running).ToList();
        Rule.Require(running.Count(w => w.AccountId == account.AccountId) < OfOnePerson && running.Count < AtMost, "Too much is being worked on already. Wait until something of it is done.");

        var work = new Work(account.AccountId, who.Tenant.Id, title, input) { Changed = Tell };
        await book.PutAsync(work);      // the next page may be asked of another node
        works[work.Id] = work;
        // Nothing of the request may live on in the work: its context ends with the page.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => RunAsync(work, who.Tenant, account, run));
        return work;
    }

    /// <exception cref="NotFoundException">There is none, it is somebody else's, or it was longer ago than an hour.</exception>
    public async Task<Work> FindAsync(Guid id, Current who)
    {
        var work = works.TryGetValue(id, out var mine) ? mine : await book.FindAsync(id);
        return work is not null && work.AccountId == who.Account?.AccountId && work.TenantId == who.Tenant.Id && !IsOld(work) ? work : throw new NotFoundException();
    }

    private void Tell(Work work)
    {
        book.Note(work);
        news.Tell(work.TenantId, new(Topic, $"{work.Id}"), work.AccountId);
    }

    private async Task RunAsync(Work work, Tenant tenant, SignedIn account, Func<IServiceProvider, IProgress<WorkStep>, CancellationToken, Task<WorkResult>> run)
    {
        try
        {
            await turns.WaitAsync(life.ApplicationStopping);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var current = scope.ServiceProvider.GetRequiredService<Current>();
                current.Enter(tenant);
                current.Enter(account);
                current.Work = work.Title.Key;
                work.Succeed(await run(scope.ServiceProvider, work, life.ApplicationStopping), Now);
            }
            finally { turns.Release(); }
        }
        catch (RuleException rule) { work.Fail(rule.Sentence, Now); }
        catch (RecipeException recipe) { work.Fail(recipe.Sentence, Now); }
        catch (NotAllowedException) { work.Fail(T.Say("You may not do this there."), Now); }
        catch (NotFoundException) { work.Fail(T.Say("What it was about isn't there any more."), Now); }
        catch (DbUpdateConcurrencyException) { work.Fail(T.Say("Somebody else changed this a moment ago. Look at it again and repeat."), Now); }
        catch (OperationCanceledException) { work.Fail(T.Say("The server was stopped. Start it again."), Now); }
        catch (Exception full) when (DiskTrouble.IsFull(full)) { work.Fail(DiskTrouble.IsFullNow, Now); }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            log.LogError(bug, "The work {Work} ({Title}) failed.", work.Id, work.Title);
            work.Fail(T.Say("Something went wrong on our side. It was noted under the number {0}.", work.Id), Now);
        }
    }

    private void Forget()
    {
        foreach (var work in works.Values.Where(IsOld)) works.TryRemove(work.Id, out _);
    }

    private bool IsOld(Work work) => work.EndedAt is { } ended && Now - ended > Kept;

    public void Dispose() => turns.Dispose();
}
