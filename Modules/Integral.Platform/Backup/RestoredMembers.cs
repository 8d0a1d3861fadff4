using System.Security.Cryptography;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Backup;

/// <summary>
/// Makes the members of a restored tenant. An account is somebody's here only if it has the same id: a login that another account has
/// belongs to another person, so the restored one gets a new login. An account that is here already is left as it is.
/// </summary>
internal sealed class RestoredMembers(HostDb host, Tenant tenant, ILookupNormalizer normalizer, IReadOnlyDictionary<Guid, Credential> credentials)
{
    private const int AtOnce = 200;
    private const string Symbols = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly List<Sentence> renamed = [];
    private int known, entered, without;

    public IEnumerable<Sentence> Says
    {
        get
        {
            if (known > 0) yield return T.Say("Members whose accounts are here already: {0}.", known);
            if (entered > 0) yield return T.Say("Accounts made with their passwords: {0}.", entered);
            if (without > 0) yield return T.Say("Accounts made without a password: {0}. They need a first password; who has a confirmed e-mail can recover theirs.", without);
            foreach (var sentence in renamed) yield return sentence;
        }
    }

    /// <exception cref="InvalidDataException">These aren't members.</exception>
    public async Task AddAsync(Stream from, CancellationToken cancel)
    {
        var lines = new JsonLines(from);
        var some = new List<Member>();
        while (await lines.NextAsync(cancel) is { } line)
        {
            some.Add(BackupJson.Read<Member>(line.Span));
            if (some.Count == AtOnce) await AddAsync(some, cancel);
        }
        await AddAsync(some, cancel);
    }

    private async Task AddAsync(List<Member> some, CancellationToken cancel)
    {
        var (accounts, memberships, logins) = (some.Select(m => m.AccountId).ToList(), some.Select(m => m.Id).ToList(), some.Select(m => normalizer.NormalizeName(m.Login)).ToList());
        var here = await host.Users.Where(a => EF.Parameter(accounts).Contains(a.Id)).Select(a => a.Id).ToHashSetAsync(cancel);
        var taken = await host.Users.Where(a => EF.Parameter(logins).Contains(a.NormalizedUserName!)).Select(a => a.NormalizedUserName).ToHashSetAsync(cancel);
        var used = await host.Memberships.Where(m => EF.Parameter(memberships).Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(cancel);
        foreach (var member in some)
        {
            if (here.Contains(member.AccountId)) known++;
            else host.Add(AccountOf(member, isTaken: taken.Contains(normalizer.NormalizeName(member.Login))));
            host.Add(new Membership
            {
                Id = used.Contains(member.Id) ? Guid.CreateVersion7() : member.Id, AccountId = member.AccountId, TenantId = tenant.Id, PersonId = member.PersonId,
                Roles = [.. member.Roles], Reach = member.Reach, FromOn = member.FromOn, UntilOn = member.UntilOn,
            });
        }
        await host.SaveChangesAsync(cancel);
        host.ChangeTracker.Clear();
        some.Clear();
    }

    private Account AccountOf(Member member, bool isTaken)
    {
        var login = isTaken ? Login(member.Name) : member.Login;
        if (isTaken) renamed.Add(T.Say("The login '{0}' is somebody else's here. {1} has the login '{2}' now.", member.Login, member.Name, login));
        var account = new Account
        {
            Id = member.AccountId, Name = member.Name, UserName = login, NormalizedUserName = normalizer.NormalizeName(login), Email = member.Email, NormalizedEmail = normalizer.NormalizeEmail(member.Email),
            EmailConfirmed = member.EmailConfirmed, Culture = member.Culture, CreatedAt = member.CreatedAt, SecurityStamp = Secrets.New(),
        };
        if (member.BlockedAt is { } blocked) account.Block(blocked);
        if (credentials.TryGetValue(member.AccountId, out var credential)) (account.PasswordHash, account.MustChangePassword, entered) = (credential.PasswordHash, credential.MustChange, entered + 1);
        else without++;
        return account;
    }

    // So many are possible that nobody has this one.
    private static string Login(string name) => $"{RandomNumberGenerator.GetString(Symbols, 8)}-{Transliteration.Slug(name, 24)}".TrimEnd('-');
}
