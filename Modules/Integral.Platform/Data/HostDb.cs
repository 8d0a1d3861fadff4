using Integral.Platform.Audit;
using Integral.Platform.Security;
using Integral.Platform.Sharing;
using Integral.Platform.Sheets;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>What belongs to the installation as a whole: the catalogue, accounts, memberships, roles, sessions. No transaction spans it and a tenant's.</summary>
public class HostDb : IdentityUserContext<Account, Guid>, IWrites
{
    public const string Schema = "host";

    private readonly Lease lease = PostgreSqlLease.Instance;
    private readonly UnitOfWork unit;
    private readonly Unsealed? unsealed;

    private protected HostDb(DbContextOptions<HostDb> options) : base(options) => unit = new(this, lease);

    internal HostDb(DbContextOptions<HostDb> options, Lease lease, Func<Trail> trail, Unsealed unsealed) : base(options)
    {
        (this.lease, Trail, this.unsealed) = (lease, trail, unsealed);
        unit = new(this, lease);
        lease.Use(this);
        Database.AutoSavepointsEnabled = false;     // a failed write ends its whole transaction here
    }

    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<RoleDefinition> Roles => Set<RoleDefinition>();
    public DbSet<Session> Sessions => Set<Session>();
    internal DbSet<SignInFailures> SignInFailures => Set<SignInFailures>();
    internal DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    internal DbSet<DataKey> DataKeys => Set<DataKey>();
    internal DbSet<CatalogueNumber> Numbers => Set<CatalogueNumber>();
    internal DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();
    internal DbSet<TenantActivity> Activity => Set<TenantActivity>();
    internal DbSet<KeptColumns> KeptColumns => Set<KeptColumns>();
    internal DbSet<Upload> Uploads => Set<Upload>();

    private Func<Trail>? Trail { get; }
    UnitOfWork IWrites.Unit => unit;
    internal UnitOfWork Unit => unit;

    public Task WriteAsync(Func<Task> work, CancellationToken cancel = default) =>
        unit.WriteAsync(async () => { await work(); return true; }, cancel);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel = default) =>
        unit.WriteAsync(async () =>
        {
            StoredText.Check(this);
            await CatalogueNumber.StampAsync(this, cancel);
            if (Trail is not null) await SharingCatalogue.NoteAsync(this, Trail().Now, cancel);
            unit.Recorder?.Record(this);
            if (Trail is not null && AuditWriter.Write(this, Trail()) is { } first) unit.Afterwards(() => unsealed?.Add(Guid.Empty, first));
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        }, cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.UseHouseTypes();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        if (Database.ProviderName?.EndsWith("PostgreSQL", StringComparison.Ordinal) == true) model.HasDefaultSchema(Schema);
        HostTables.Configure(model);
        model.KeysAreOurs();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        lease.Dispose();
        GC.SuppressFinalize(this);
    }

    public override void Dispose()
    {
        base.Dispose();
        lease.Dispose();
        GC.SuppressFinalize(this);
    }
}
