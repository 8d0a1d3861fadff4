using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>Whose accounts a backup brings along: from the demo into an installation that knows nobody, and into one where somebody has the same login.</summary>
public sealed class BackupMemberTests(District from, EmptyDistrict to) : IClassFixture<District>, IClassFixture<EmptyDistrict>, IDisposable
{
    private const string Password = "Nobody guesses this 1";

    private readonly Folder folder = new();

    [Fact]
    public async Task Elsewhere_accounts_come_without_passwords_with_them_or_under_a_new_login()
    {
        await new Terminal(to).DoAsync("tenants", "create", "--recipe", "district", "--path", "/", "--name", "Elsewhere", "--admin-email", "head@demo.local", "--admin-password", "Ten-letters-1");
        await SettleAsync();

        // head@demo.local is somebody else there.
        var said = await Do(to, "restore", "--in", await BackUpAsync("school-1"));
        Assert.Contains("The backup was made by another installation.", said);
        Assert.Contains("Accounts made without a password:", said);
        Assert.Contains("The login 'head@demo.local' is somebody else's here.", said);
        var stranger = await to.AccountAsync("head");
        Assert.Equal(0, await to.InHostAsync(host => host.Memberships.CountAsync(m => m.AccountId == stranger.Id && m.TenantId == to.Tenant("school-1").Id)));
        var head = await from.AccountAsync("head");
        var restored = await to.InHostAsync(host => host.Users.SingleAsync(a => a.Id == head.Id));
        Assert.EndsWith($"-{Transliteration.Slug(head.Name, 24)}", restored.UserName);
        Assert.Null(restored.PasswordHash);
        Assert.Contains(restored.UserName!, said);
        Assert.Equal(await MembersAsync(from), await MembersAsync(to));
        Assert.False(await SignsInAsync(to, "teacher"));

        // A parent of both schools is known by now; the others of school 2 come with their passwords.
        var secret = await BackUpAsync("school-2", "--with-credentials", "--password", Password);
        var wrong = await new Terminal(to).RunAsync("restore", "--in", secret, "--password", "Another long one");
        Assert.Contains("This isn't the password that the backup was made with.", wrong.Error);
        Assert.Null(to.Services.GetRequiredService<Catalogue>().At("school-2"));
        said = await Do(to, "restore", "--in", secret, "--password", Password);
        Assert.Contains("Members whose accounts are here already: 1.", said);
        Assert.Contains("Accounts made with their passwords:", said);
        Assert.True(await SignsInAsync(to, "teacher3", "/school-2"));
        Assert.False(await SignsInAsync(to, "parent", "/school-2"));
    }

    [Fact]
    public async Task A_password_without_passwords_in_the_file_is_refused_and_none_stands_in_it_in_plain()
    {
        var plain = await new Terminal(from).RunAsync("restore", "--in", await BackUpAsync("centre"), "--as", "no-secrets", "--password", Password);
        var secret = await BackUpAsync("centre", "--with-credentials", "--password", Password);
        var hash = (await from.AccountAsync("centre")).PasswordHash!;

        Assert.Contains("There are no passwords in this backup", plain.Error);
        Assert.DoesNotContain(Forged.Of(secret).Parts, p => System.Text.Encoding.UTF8.GetString(p.Content).Contains(hash, StringComparison.Ordinal));
        var moved = Forged.Of(secret).Change("manifest.json", m => m.Replace("\"path\": \"centre\"", "\"path\": \"centre-9\"", StringComparison.Ordinal));
        moved.Write(folder.At("moved.zip"));
        Assert.Contains("This isn't the password", (await new Terminal(from).RunAsync("restore", "--in", folder.At("moved.zip"), "--password", Password)).Error);
    }

    [Fact]
    public async Task An_account_that_is_here_keeps_what_it_has()
    {
        var file = await BackUpAsync("school-1", "--with-credentials", "--password", Password);
        var forged = Forged.Of(file).Change("host/members.jsonl", m => m.Replace("teacher2@demo.local", "renamed@demo.local", StringComparison.Ordinal));
        forged.Write(folder.At("forged.zip"));
        var before = await from.AccountAsync("teacher2");
        await Do(from, "restore", "--in", folder.At("forged.zip"), "--as", "second-time", "--password", Password);
        var after = await from.AccountAsync("teacher2");

        Assert.Equal((before.Id, before.PasswordHash, before.Email, before.SecurityStamp), (after.Id, after.PasswordHash, after.Email, after.SecurityStamp));
    }

    [Fact]
    public async Task Roles_of_its_own_come_along()
    {
        await new Terminal(from).DoAsync("tenants", "create", "--recipe", "school", "--path", "own-roles", "--name", "Roles");
        await from.InHostAsync(async host =>
        {
            host.Add(new RoleDefinition { TenantId = from.Tenant("own-roles").Id, Name = "gardener", Title = "Gardener", Granted = ["people.view"] });
            return await host.SaveChangesAsync();
        });
        await Do(from, "restore", "--in", await BackUpAsync("own-roles"), "--as", "roles-copy");

        Assert.Contains("people.view", from.Services.GetRequiredService<RoleBook>().Find(from.Tenant("roles-copy"), "gardener")!.Permissions);
    }

    private async Task SettleAsync() => Assert.NotEqual((await from.AccountAsync("head")).Id, (await to.AccountAsync("head")).Id);

    private async Task<string> BackUpAsync(string tenant, params string[] more)
    {
        var file = folder.At($"{Guid.NewGuid():N}.zip");
        await new Terminal(from).DoAsync(["backup", "--tenant", tenant, "--out", file, .. more]);
        return file;
    }

    private static Task<string> Do(District district, params string[] args) => new Terminal(district).DoAsync(args);

    private static Task<string> MembersAsync(District district)
    {
        var id = district.Tenant("school-1").Id;
        return district.InHostAsync(async host => Json.Write(await host.Memberships.Where(m => m.TenantId == id).OrderBy(m => m.Id).Select(m => new { m.Id, m.AccountId, m.PersonId, m.Roles, m.Reach }).ToListAsync()));
    }

    private static async Task<bool> SignsInAsync(District district, string who, string tenant = "/school-1") =>
        (await district.Visitor().SubmitAsync($"{tenant}/sign-in", new() { ["Form.Login"] = $"{who}@demo.local", ["Form.Password"] = "Integral-2026" })).IsRedirect;

    public void Dispose() => folder.Dispose();
}
