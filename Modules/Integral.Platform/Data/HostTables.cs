using Integral.Platform.Localization;
using Integral.Platform.Audit;
using Integral.Platform.Changes;
using Integral.Platform.Jobs;
using Integral.Platform.Security;
using Integral.Platform.Sharing;
using Integral.Platform.Sheets;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>A data-protection key, as XML. Every node needs the same ones.</summary>
internal sealed class DataKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

/// <summary>When somebody last used a tenant.</summary>
internal sealed class TenantActivity
{
    public required Guid TenantId { get; init; }
    public DateTime UsedAt { get; set; }
}

/// <summary>What was answered to a request that named its key, for the case that it comes again.</summary>
internal sealed class IdempotentRequest
{
    /// <summary>SHA-256 of whose request it is and the key they gave it.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was asked.</summary>
    public required string Request { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>Null while the work goes on.</summary>
    public int? Status { get; set; }
    public string? Answer { get; set; }
    public string? Location { get; set; }
}

/// <summary>How the host's nouns become tables. Not entity configurations: those would enter every tenant's model too.</summary>
internal static class HostTables
{
    public static void Configure(ModelBuilder model)
    {
        Tenancy(model);
        Accounts(model);
        SigningIn(model);
        Sheets(model);
        JobTables.Configure(model);
        model.Entity<HostChangeRecord>(record =>
        {
            record.ToTable("host_change_records");
            ChangeTables.Common(record);
            record.HasIndex(r => new { r.TenantId, r.At });
            record.HasOne<Tenant>().WithMany().HasForeignKey(r => r.TenantId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SharedOrigin>(origin =>
        {
            origin.ToTable("shared_origins").HasKey(o => o.TenantId);
            origin.HasOne<Tenant>().WithMany().HasForeignKey(o => o.TenantId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdempotentRequest>(request =>
        {
            request.ToTable("idempotent_requests");
            request.HasKey(r => r.Key);
            request.Property(r => r.Key).HasMaxLength(64);
            request.Property(r => r.Request).HasMaxLength(64);
            request.Property(r => r.Location).HasMaxLength(300);
            request.HasIndex(r => r.CreatedAt);
        });
        model.Entity<DataKey>(key => { key.ToTable("data_keys"); key.HasKey(k => k.Name); key.Property(k => k.Name).HasMaxLength(200); });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("host_audit_entries");
            PlatformTables.Common(entry);
            entry.HasIndex(e => new { e.TenantId, e.Id });
        });
        model.Entity<AuditSeal>(seal => { seal.ToTable("host_audit_seals"); PlatformTables.Common(seal); });
    }

    private static void Tenancy(ModelBuilder model)
    {
        model.Entity<Tenant>(tenant =>
        {
            tenant.ToTable("tenants");
            tenant.Property(t => t.Name).HasMaxLength(300);
            tenant.Property(t => t.Path).HasMaxLength(60);
            tenant.Property(t => t.Code).HasMaxLength(60);
            tenant.Property(t => t.Server).HasMaxLength(60);
            tenant.Property(t => t.Culture).HasMaxLength(10);
            tenant.Property(t => t.TimeZone).HasMaxLength(60);
            tenant.Property(t => t.Trouble).HasMaxLength(1000);
            tenant.Property(t => t.Schema).HasMaxLength(64);
            tenant.Property(t => t.Profile).HasMaxLength(Tenant.LongestProfile);
            tenant.HasIndex(t => t.Path).IsUnique().HasFilter("\"State\" <> 'Removed'").Says(T.Say("This address is taken by another institution."), nameof(Tenant.Path));
            tenant.HasIndex(t => t.Code).IsUnique().HasFilter("\"State\" <> 'Removed'").Says(T.Say("There is an institution with this code already."), nameof(Tenant.Code));
            tenant.HasIndex(t => t.Version);
            tenant.Property(t => t.Version).IsConcurrencyToken();
            tenant.HasOne<Tenant>().WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CatalogueNumber>(number => { number.ToTable("catalogue_number"); number.HasKey(n => n.Id); number.Property(n => n.Id).ValueGeneratedNever(); number.HasData(new CatalogueNumber { Id = 1 }); });
        model.Entity<TenantActivity>(activity => { activity.ToTable("tenant_activity"); activity.HasKey(a => a.TenantId); });
    }

    private static void Accounts(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.Name).HasMaxLength(200);
            account.Property(a => a.Culture).HasMaxLength(10);
            account.Property(a => a.PasswordHash).HasMaxLength(200);
            account.Property(a => a.PhoneNumber).HasMaxLength(40);
            account.HasIndex(a => a.NormalizedUserName).IsUnique().HasDatabaseName("UserNameIndex").Says(T.Say("There is an account with this login already."), "Login");
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        model.Entity<Membership>(membership =>
        {
            membership.ToTable("memberships");
            membership.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
            membership.HasOne<Tenant>().WithMany().HasForeignKey(m => m.TenantId).OnDelete(DeleteBehavior.Cascade);
            membership.HasIndex(m => new { m.TenantId, m.AccountId }).IsUnique().Says(T.Say("This account is a member here already."));
        });
        model.Entity<RoleDefinition>(role =>
        {
            role.ToTable("roles");
            role.Property(r => r.Name).HasMaxLength(60);
            role.Property(r => r.Title).HasMaxLength(120);
            role.Property(r => r.Description).HasMaxLength(500);
            role.HasIndex(r => new { r.TenantId, r.Name }).IsUnique();
            role.HasIndex(r => r.Version);
            role.HasOne<Tenant>().WithMany().HasForeignKey(r => r.TenantId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void SigningIn(ModelBuilder model)
    {
        model.Entity<Session>(session =>
        {
            session.ToTable("sessions");
            session.Property(s => s.Digest).HasMaxLength(64);
            session.Property(s => s.Name).HasMaxLength(120);
            session.Property(s => s.Address).HasMaxLength(60);
            session.Property(s => s.Device).HasMaxLength(300);
            session.HasIndex(s => s.Digest).IsUnique();
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SignInFailures>(f => { f.ToTable("sign_in_failures"); f.HasKey(x => x.Key); f.Property(x => x.Key).HasMaxLength(64); f.HasIndex(x => x.LastAt); });
        model.Entity<Handover>(h =>
        {
            h.ToTable("handovers");
            h.HasKey(x => x.Digest);
            h.Property(x => x.Digest).HasMaxLength(64);
            h.Property(x => x.Host).HasMaxLength(255);
            h.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.Property(i => i.Digest).HasMaxLength(64);
            invitation.Property(i => i.Name).HasMaxLength(200);
            invitation.HasIndex(i => i.Digest).IsUnique();
            invitation.HasOne<Tenant>().WithMany().HasForeignKey(i => i.TenantId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Sheets(ModelBuilder model)
    {
        model.Entity<KeptColumns>(kept => { kept.ToTable("register_columns"); kept.HasKey(k => k.Signature); kept.Property(k => k.Signature).HasMaxLength(64); });
        model.Entity<Upload>(upload =>
        {
            upload.ToTable("uploads");
            upload.Property(u => u.Name).HasMaxLength(200);
            upload.HasOne<Account>().WithMany().HasForeignKey(u => u.AccountId).OnDelete(DeleteBehavior.Cascade);
            upload.HasOne<Tenant>().WithMany().HasForeignKey(u => u.TenantId).OnDelete(DeleteBehavior.Cascade);
            upload.HasIndex(u => u.CreatedAt);
        });
    }
}
