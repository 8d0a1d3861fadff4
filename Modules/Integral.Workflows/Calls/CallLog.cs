using Integral.Platform.Jobs;
using Integral.Workflows.Data;

namespace Integral.Workflows.Calls;

/// <summary>What became of calls to other systems, for the screen and the API alike.</summary>
internal sealed class CallLog(Db db, Alarm alarm, TimeProvider clock)
{
    public const int PageSize = 30;
    private const string Prefix = "whsec_";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The latest first.</summary>
    /// <param name="after">Id of the last of the page before.</param>
    public async Task<IReadOnlyList<WebhookCall>> PageAsync(CallStage? stage, Guid? after, int size)
    {
        var some = db.WebhookCalls.AsNoTracking();
        if (stage is { } wanted) some = some.Where(c => c.Stage == wanted);
        return await some.Where(c => after == null || c.Id < after).OrderByDescending(c => c.Id).Take(size).ToListAsync();
    }

    /// <summary>Has one that was given up made once more.</summary>
    /// <exception cref="NotFoundException">It isn't here.</exception>
    /// <exception cref="RuleException">It isn't given up.</exception>
    public async Task ResendAsync(Guid id)
    {
        await alarm.SetAsync(db.Tenant.Id, CallSending.Alarm, Now);
        await db.WriteAsync(async () =>
        {
            var call = await db.WebhookCalls.SingleOr404Async(c => c.Id == id);
            Rule.Require(call.Stage == CallStage.GivenUp, "This call wasn't given up: it was made, or is tried again by itself.");
            call.Resend(Now);
            await db.SaveChangesAsync();
        });
    }

    /// <summary>When the secret was made; null where there is none and nothing is signed.</summary>
    public async Task<DateTime?> SecretAsync() => await db.CallSecrets.OrderBy(s => s.Id).Select(s => (DateTime?)s.At).FirstOrDefaultAsync();

    /// <summary>Makes a secret, in place of the one that there is.</summary>
    /// <returns>As the other system wants it: base64 after <c>whsec_</c>. It is shown once.</returns>
    public Task<string> MakeSecretAsync() => db.WriteAsync(async () =>
    {
        var secret = $"{Prefix}{Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32))}";
        var there = await db.CallSecrets.OrderBy(s => s.Id).FirstOrDefaultAsync();
        if (there is null) db.Add(new CallSecret { Secret = secret, At = Now });
        else (there.Secret, there.At) = (secret, Now);
        await db.SaveChangesAsync();
        return secret;
    });

    public static byte[] Key(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);
}

internal static class CallWords
{
    public static Sentence Word(this CallStage stage) => stage switch { CallStage.OnItsWay => T.Say("On its way"), CallStage.Sent => T.Say("Sent"), _ => T.Say("Given up") };
}
