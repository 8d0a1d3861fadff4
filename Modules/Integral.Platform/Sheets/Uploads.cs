using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Sheets;

/// <summary>A table that somebody has uploaded, while they look at what would be made of it.</summary>
internal sealed class Upload
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Where it was uploaded; it isn't there anywhere else.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>Of the file.</summary>
    public required string Name { get; init; }
    public required byte[] Content { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>
/// Keeps uploaded tables for a day, each for the one who uploaded it, in the institution where it was. In the database: another node may be asked next.
/// </summary>
public sealed class Uploads
{
    private const int LongestName = 200;
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly HostDb host;
    private readonly Current current;
    private readonly TimeProvider clock;

    internal Uploads(HostDb host, Current current, TimeProvider clock) => (this.host, this.current, this.clock) = (host, current, clock);

    private Guid Account => current.Account?.AccountId ?? throw new InvalidOperationException("Only somebody who is signed in uploads.");

    /// <exception cref="RuleException">It is no table.</exception>
    public async Task<Guid> KeepAsync(string name, byte[] content, CancellationToken cancel = default)
    {
        _ = SheetFile.Read(content);
        var (now, plain) = (clock.GetUtcNow().UtcDateTime, Path.GetFileName(name));
        var upload = new Upload { AccountId = Account, TenantId = current.Tenant.Id, Name = plain.Length > LongestName ? plain[^LongestName..] : plain, Content = content, CreatedAt = now };
        await host.WriteAsync(async () =>
        {
            await ForgetAsync(host, now, cancel);
            host.Add(upload);
            await host.SaveChangesAsync(cancel);
        }, cancel);
        return upload.Id;
    }

    /// <exception cref="NotFoundException">There is none here, it is somebody else's, or it was longer ago than a day.</exception>
    public async Task<(string Name, Sheet Sheet)> FindAsync(Guid id, CancellationToken cancel = default)
    {
        var (account, here, old) = (Account, current.Tenant.Id, clock.GetUtcNow().UtcDateTime - Kept);
        var upload = await host.Uploads.AsNoTracking().SingleOr404Async(u => u.Id == id && u.AccountId == account && u.TenantId == here && u.CreatedAt >= old, cancel);
        return (upload.Name, SheetFile.Read(upload.Content));
    }

    /// <summary>Forgets what lies there for longer than a day. Inside a write.</summary>
    internal static Task ForgetAsync(HostDb host, DateTime now, CancellationToken cancel)
    {
        var old = now - Kept;
        return host.Uploads.Where(u => u.CreatedAt < old).ExecuteDeleteAsync(cancel);
    }
}
