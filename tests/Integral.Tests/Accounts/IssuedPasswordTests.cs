using System.Buffers.Binary;
using Integral.Platform.Security;
using Microsoft.Extensions.Configuration;

namespace Integral.Tests.Accounts;

/// <summary>First passwords are hashed quickly, since chance has made them; what people choose, and they too once they were used, slowly.</summary>
public sealed class IssuedPasswordTests
{
    private const int Slow = 20_000;

    [Fact]
    public async Task A_first_password_is_hashed_quickly_until_it_is_used()
    {
        using var hashes = Queue();
        var account = new Account { Name = "a" };
        account.PasswordHash = await hashes.HashIssuedAsync(account, "h4kmq-7wxpd-t2nrv");
        Assert.Equal((1000u, (uint)Slow), (Iterations(account.PasswordHash), Iterations(await hashes.HashAsync(account, "own"))));

        Assert.False((await hashes.VerifyAsync(account, "h4kmq-7wxpd-t2nrw")).IsRight);
        var (isRight, better) = await hashes.VerifyAsync(account, "h4kmq-7wxpd-t2nrv");
        Assert.True(isRight);
        Assert.Equal((uint)Slow, Iterations(better!));
        account.PasswordHash = better;
        Assert.Equal((true, null), await hashes.VerifyAsync(account, "h4kmq-7wxpd-t2nrv"));
    }

    [Fact]
    public async Task More_first_passwords_than_the_queue_holds_wait_for_room()
    {
        using var hashes = Queue();
        var account = new Account { Name = "a" };
        Assert.Equal(3000, (await Task.WhenAll(Enumerable.Range(0, 3000).Select(_ => hashes.HashIssuedAsync(account, "h4kmq-7wxpd-t2nrv")))).Length);
    }

    private static HashQueue Queue() => new(new ConfigurationBuilder().AddInMemoryCollection([new("Integral:Security:HashIterations", $"{Slow}")]).Build());
    private static uint Iterations(string hash) => BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
}
