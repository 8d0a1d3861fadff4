using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Merging;
using Integral.Platform.Changes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Whose account it is after two records became one, and after that was taken back.</summary>
public sealed class MergedAccountTests(District district) : IClassFixture<District>
{
    private const string People = "/school-2/api/v1/people";

    [Fact]
    public async Task A_merge_is_not_undone_between_people_whose_account_was_changed_since()
    {
        var http = await HttpAsync();
        var (kept, other) = (await district.PersonAsync("Сменный Лев"), await AddAsync(http, "Сменный", "Лев"));
        var set = await MergeAsync(kept, other);
        await district.InHostAsync(async host =>
        {
            (await host.Memberships.SingleAsync(m => m.PersonId == kept)).UntilOn = new(2031, 1, 1);
            return await host.SaveChangesAsync();
        });
        Assert.Equal(0, (await UndoAsync(set)).PutBack);
        Assert.Equal(1, await district.InHostAsync(h => h.Memberships.CountAsync(m => m.PersonId == kept)));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await http.GetAsync($"{People}/{other}")).StatusCode);
    }

    [Fact]
    public async Task An_invitation_of_a_merged_record_makes_no_second_account_of_one_person()
    {
        var (kept, invited) = (await AddAsync(await HttpAsync(), "Званый", "Лев"), await district.PersonAsync("Званый Лев"));
        await district.InHostAsync(async host =>
        {
            host.Add(new Invitation { TenantId = district.Tenant("school-2").Id, Digest = $"{Guid.NewGuid():N}", Name = "Званый Лев", PersonId = invited, CreatedById = Guid.NewGuid(), ExpiresAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1) });
            return await host.SaveChangesAsync();
        });
        var set = await MergeAsync(kept, invited);
        Assert.False(await district.InHostAsync(h => h.Invitations.AnyAsync(i => (i.PersonId == kept || i.PersonId == invited) && i.UsedAt == null)));
        Assert.Equal(0, (await UndoAsync(set)).Left);
        Assert.True(await district.InHostAsync(h => h.Invitations.AnyAsync(i => i.PersonId == invited && i.UsedAt == null)));
    }

    [Fact]
    public async Task A_merged_record_is_not_taken_out_of_the_bin_by_the_way()
    {
        var (kept, other) = (await district.PersonAsync("Мимо Корзины"), await district.PersonAsync("Мимо Корзины"));
        await MergeAsync(kept, other);
        await Assert.ThrowsAsync<Integral.Platform.NotFoundException>(() => district.InTenantAsync("school-2", async services =>
        {
            await services.GetRequiredService<Integral.People.Memberships>().RestoreAsync(other);
            return 0;
        }));
    }

    private Task<HttpClient> HttpAsync() => district.ProgramAsync("school-2", DeliveredRoles.Registrar);

    private static async Task<Guid> AddAsync(HttpClient http, string family, string given)
    {
        var answer = await http.PostAsJsonAsync(People, new { familyName = family, givenName = given, roles = new[] { DeliveredRoles.Learner } });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<Guid>();
    }

    private Task<Guid> MergeAsync(Guid kept, Guid other) => district.InTenantAsync("school-2", services => services.GetRequiredService<PersonMerging>().MergeAsync(new(kept, other, [])));

    private Task<UndoReport> UndoAsync(Guid set) => district.InTenantAsync("school-2", services => services.GetRequiredService<ChangeSets>().UndoAsync(set));
}
