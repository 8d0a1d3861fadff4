using System.Text.Json;
using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Backup;

/// <summary>Writes what the host's database knows of a tenant into its backup: members and roles, and passwords when they are asked for.</summary>
internal sealed class HostRows(HostDb host, Tenant tenant, HashedZip zip)
{
    public async Task WriteAsync(string? password, byte[] manifest, CancellationToken cancel)
    {
        var credentials = new List<Credential>();
        var members = from m in host.Memberships.AsNoTracking() where m.TenantId == tenant.Id
                      join a in host.Users.AsNoTracking() on m.AccountId equals a.Id
                      orderby a.Id
                      select new { Account = a, Membership = m };
        await using (var part = zip.Begin(EntryNames.Members))
        {
            await foreach (var one in members.AsAsyncEnumerable().WithCancellation(cancel))
            {
                var (a, m) = (one.Account, one.Membership);
                await LineAsync(part, new Member(a.Id, a.UserName!, a.Name, a.Email, a.EmailConfirmed, a.Culture, a.BlockedAt, a.CreatedAt, m.Id, m.PersonId, m.Roles, m.Reach, m.FromOn, m.UntilOn), cancel);
                if (password is not null && a.PasswordHash is { } hash) credentials.Add(new(a.Id, hash, a.MustChangePassword));
            }
        }
        await WriteRolesAsync(cancel);
        if (password is not null) await zip.AddAsync(EntryNames.Credentials, Credentials.Seal(credentials, password, manifest), cancel);
    }

    private async Task WriteRolesAsync(CancellationToken cancel)
    {
        await using var part = zip.Begin(EntryNames.Roles);
        foreach (var role in await host.Roles.AsNoTracking().Where(r => r.TenantId == tenant.Id && !r.IsDeleted).OrderBy(r => r.Name).ToListAsync(cancel))
            await LineAsync(part, new OwnRole(role.Name, role.Title, role.Description, role.Granted, role.Withheld), cancel);
    }

    private static async Task LineAsync<T>(Stream to, T value, CancellationToken cancel) =>
        await to.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(value, BackupJson.Line), (byte)'\n'], cancel);
}
