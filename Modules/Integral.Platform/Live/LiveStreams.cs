using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Integral.Platform.Live;

/// <summary>The browsers that listen to this node. None outlives its tenant's being switched off, or the server's being told to stop.</summary>
internal sealed class LiveStreams : IDisposable
{
    /// <summary>Read again all that you show: something was missed.</summary>
    public const string Resync = "event: resync\ndata: {}\n\n";

    /// <summary>Come back later: this person listens from too many browsers.</summary>
    private const string Enough = "event: enough\ndata: {}\n\n";
    private const string Beat = ": still here\n\n";
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(25);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<LiveStream>> ofTenants = [], ofPeople = [];
    private readonly Catalogue catalogue;
    private readonly TimeProvider clock;
    private readonly IHostApplicationLifetime life;
    private readonly CancellationTokenRegistration stop;
    private readonly int ofOnePerson, ofOneTenant, inAll;
    private int count;
    private long number;

    public LiveStreams(Catalogue catalogue, TimeProvider clock, IHostApplicationLifetime life, IConfiguration configuration)
    {
        (this.catalogue, this.clock, this.life) = (catalogue, clock, life);
        ofOnePerson = configuration.GetValue<int>("Integral:Live:OfOnePerson", 5);
        ofOneTenant = configuration.GetValue<int>("Integral:Live:OfOneTenant", 2000);
        inAll = configuration.GetValue<int>("Integral:Live:InAll", 10_000);
        stop = life.ApplicationStopping.Register(EndAll);
    }

    public int Count => count;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Null where too many listen already. A person's oldest makes room for their newest.</summary>
    public LiveStream? Open(Tenant tenant, SignedIn who)
    {
        lock (gate)
        {
            while (ofPeople.TryGetValue(who.AccountId, out var own) && own.Count >= ofOnePerson) Remove(own[0], Enough);
            var here = ofTenants.TryGetValue(tenant.Id, out var open) ? open.Count : 0;
            if (here >= ofOneTenant || count >= inAll || life.ApplicationStopping.IsCancellationRequested) return null;
            var stream = new LiveStream(tenant.Id, who, Now);
            Add(ofTenants, tenant.Id, stream);
            Add(ofPeople, who.AccountId, stream);
            count++;
            return stream;
        }
    }

    public void Close(LiveStream stream)
    {
        lock (gate) Remove(stream, "");
    }

    public void Put(Told told)
    {
        var line = $"id: {Interlocked.Increment(ref number)}\nevent: changed\ndata: {Json.Write(told.Change)}\n\n";
        lock (gate)
        {
            if (!ofTenants.TryGetValue(told.Tenant, out var here)) return;
            foreach (var stream in here.Where(s => s.Hears(told.To))) stream.Put(line, Now);
        }
    }

    /// <summary>Something may have been missed by everyone here.</summary>
    public void PutResync()
    {
        foreach (var stream in All()) stream.Put(Resync, Now);
    }

    /// <summary>Now and then: keeps quiet lines from being taken for dead, and ends those of tenants that don't run any more.</summary>
    public void Tend()
    {
        var now = Now;
        foreach (var stream in All())
        {
            if (catalogue.Of(stream.TenantId) is not { State: TenantState.Running }) Close(stream);
            else if (now - stream.SaidAt >= BeatEvery) stream.Put(Beat, now);
        }
    }

    public IReadOnlyList<LiveStream> All()
    {
        lock (gate) return [.. ofTenants.Values.SelectMany(s => s)];
    }

    private void EndAll()
    {
        foreach (var stream in All()) Close(stream);
    }

    private void Remove(LiveStream stream, string lastWord)
    {
        stream.End(lastWord);
        if (!Take(ofTenants, stream.TenantId, stream)) return;
        Take(ofPeople, stream.AccountId, stream);
        count--;
    }

    private static void Add(Dictionary<Guid, List<LiveStream>> lists, Guid key, LiveStream stream)
    {
        if (lists.TryGetValue(key, out var list)) list.Add(stream);
        else lists[key] = [stream];
    }

    private static bool Take(Dictionary<Guid, List<LiveStream>> lists, Guid key, LiveStream stream)
    {
        if (!lists.TryGetValue(key, out var list) || !list.Remove(stream)) return false;
        if (list.Count == 0) lists.Remove(key);
        return true;
    }

    public void Dispose() => stop.Dispose();
}
