using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Accounts;

public sealed class ExpiredSignInsTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task Sign_ins_that_are_over_used_to_be_kept_for_ever()
    {
        var account = await district.AddAsync("longgone", "school-1", "teacher");
        await district.EnterAsync(account, "/school-1");
        var yesterday = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2);
        await district.InHostAsync(async host =>
        {
            host.Add(new Session { Digest = Secrets.Digest("old"), AccountId = account.Id, Kind = SessionKind.Browser, CreatedAt = yesterday, ExpiresAt = yesterday, SeenAt = yesterday });
            host.Add(new SignInFailures { Key = Secrets.Digest("OLD"), Count = 3, LastAt = yesterday });
            host.Add(new SignInFailures { Key = Secrets.Digest("NEW"), Count = 3, LastAt = TimeProvider.System.GetUtcNow().UtcDateTime });
            return await host.SaveChangesAsync();
        });
        await ActivatorUtilities.CreateInstance<ExpiredSignIns>(district.Services).ForgetAsync();

        Assert.Single(await district.InHostAsync(host => host.Sessions.AsNoTracking().Where(s => s.AccountId == account.Id).ToListAsync()));
        var (old, young) = (Secrets.Digest("OLD"), Secrets.Digest("NEW"));
        Assert.Equal([young], await district.InHostAsync(host => host.SignInFailures.Where(f => f.Key == old || f.Key == young).Select(f => f.Key).ToListAsync()));
    }
}
