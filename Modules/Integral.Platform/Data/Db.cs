using Integral.Platform.Audit;
using Integral.Platform.Messaging;
using Integral.Platform.Modules;
using Integral.Platform.Search;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>The tenant's database: every module's tables in one model, so one query or one SaveChanges may span modules.</summary>
public sealed class Db : DbContext, IWrites
{
    private readonly ModuleCatalog modules;
    private readonly Lease lease;
    private readonly UnitOfWork unit;
    private readonly Unsealed unsealed;

    internal Db(DbContextOptions<Db> options, ModuleCatalog modules, Lease lease, Tenant tenant, Func<Trail> trail, Unsealed unsealed) : base(options)
    {
        (this.modules, this.lease, Tenant, Trail, this.unsealed) = (modules, lease, tenant, trail, unsealed);
        unit = new(this, lease);
        lease.Use(this);
        Database.AutoSavepointsEnabled = false;     // a failed write ends its whole transaction here
    }

    /// <summary>Whose data this is. Chosen when the unit of work is opened; no query mentions it.</summary>
    public Tenant Tenant { get; }

    /// <summary>Who changes things here; what the audit trail says of it.</summary>
    private Func<Trail> Trail { get; }

    /// <summary>Of records that others add or change than whose unit of work this is.</summary>
    private Dictionary<object, Trail>? others;

    /// <summary>Sees messages on their way; set when the first one is put into the outbox.</summary>
    internal Dispatch? Dispatch { get; set; }

    UnitOfWork IWrites.Unit => unit;
    internal UnitOfWork Unit => unit;

    /// <summary>Says who it is that adds or changes a record, where one unit of work does what several have asked for.</summary>
    public void By(object record, Trail who) => (others ??= new(ReferenceEqualityComparer.Instance))[record] = who;

    /// <summary>Several statements as one transaction.</summary>
    public Task WriteAsync(Func<Task> work, CancellationToken cancel = default) =>
        WriteAsync(async () => { await work(); return true; }, cancel);

    public Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancel = default) => unit.WriteAsync(work, cancel);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel = default) =>
        unit.WriteAsync(async () =>
        {
            StoredText.Check(this);
            unit.Recorder?.Record(this);
            if (AuditWriter.Write(this, Trail(), others) is { } first) unit.Afterwards(() => unsealed.Add(Tenant.Id, first));
            if (Dispatch is not null) await Dispatch.AnnounceAsync(cancel);
            var index = await SearchIndex.PrepareAsync(this, modules, cancel);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
            if (index is not null) await index.WriteAsync(cancel);
            return saved;
        }, cancel);

    /// <summary>
    /// Gives the connection to PostgreSQL back to its pool for as long as the request waits for somebody else's work: those who hold one while they wait would leave none
    /// to those for whom they wait. The next statement takes one again.
    /// </summary>
    public Task RestAsync() => Database.IsNpgsql() && Database.CurrentTransaction is null ? Database.GetDbConnection().CloseAsync() : Task.CompletedTask;

    protected override void OnModelCreating(ModelBuilder model) => model.ApplyModules(modules);
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.UseHouseTypes();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        lease.Dispose();
    }

    public override void Dispose()
    {
        base.Dispose();
        lease.Dispose();
    }
}

/// <summary>A context whose writes queue and flush as <see cref="UnitOfWork"/> says.</summary>
internal interface IWrites
{
    UnitOfWork Unit { get; }
}
