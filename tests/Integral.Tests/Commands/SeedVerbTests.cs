using Integral.Content;
using Integral.People.Contracts;
using Integral.Platform.Audit;
using Integral.Platform.Seeding;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Commands;

/// <summary>The demo, as an installation that is no place to try things out in.</summary>
public sealed class EarnestDistrict : District
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
    }
}

/// <summary>Synthetic data for load work.</summary>
public sealed class SeedVerbTests(EmptyDistrict district) : IClassFixture<EmptyDistrict>, IDisposable
{
    private const string Password = "Seeded-2026-x";
    private static readonly string[] Small = ["seed", "--schools", "2", "--classes", "2", "--pupils", "3", "--days", "4", "--seed", "5"];

    private readonly Folder folder = new();

    [Fact]
    public async Task The_same_seed_makes_the_same_schools_people_and_news_and_nothing_twice()
    {
        folder.Write("password", Password);
        var said = await new Terminal(district).DoAsync([.. Small, "--culture", "uk", "--password-file", folder.At("password")]);
        var (first, accounts) = (await ContentAsync(district), await AccountsAsync());
        Assert.Contains("Schools made: 2. There already: 0.", said);
        Assert.Equal(1 + 2 * (3 + 2 * 2 + 2 * 3), accounts);

        Assert.Contains("Schools made: 0. There already: 2.", await new Terminal(district).DoAsync(Small));
        Assert.Equal((first, accounts), (await ContentAsync(district), await AccountsAsync()));
        Assert.True((await district.Visitor().SubmitAsync("/seed-5-0002/sign-in", new() { ["Form.Login"] = "seed-5-0002-pupil-0006", ["Form.Password"] = Password })).IsRedirect);

        await using var other = new EmptyDistrict();
        await other.InitializeAsync();
        await new Terminal(other).DoAsync([.. Small, "--culture", "uk"]);
        Assert.Equal(first, await ContentAsync(other));
        Assert.True(await other.InHostAsync(host => host.Users.AllAsync(a => a.PasswordHash == null)));
        Assert.True(await district.InDbAsync("seed-5-0001", db => db.Set<AuditEntry>().AnyAsync(e => e.Kind == nameof(Person) && e.Action == "Changed")));
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_leaves_whole_schools_and_goes_on_when_run_again()
    {
        var plan = new SeedPlan(3, 1, 2, 1, Seed: 6);
        await using var district = new EmptyDistrict();
        await district.InitializeAsync();
        using var stop = new CancellationTokenSource();
        await using (var scope = district.Services.CreateAsyncScope())
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() => scope.ServiceProvider.GetRequiredService<Sowing>().RunAsync(plan, null, "ru", new Stopping(stop), stop.Token));
        }
        Assert.Equal(["seed-6-0001"], await MadeAsync(district));
        Assert.Contains("Schools made: 2. There already: 1.", await new Terminal(district).DoAsync("seed", "--schools", "3", "--classes", "1", "--pupils", "2", "--days", "1", "--seed", "6"));
        Assert.Equal(["seed-6-0001", "seed-6-0002", "seed-6-0003"], await MadeAsync(district));
    }

    [Fact]
    public async Task It_refuses_an_installation_of_others_and_sizes_that_nobody_has_tried()
    {
        await using var earnest = new EarnestDistrict();
        await earnest.InitializeAsync();
        var refused = await new Terminal(earnest).RunAsync(Small);
        Assert.Equal(1, refused.Code);
        Assert.StartsWith("There are institutions here that weren't seeded: 4. Say --yes", refused.Error);
        Assert.Null(earnest.Services.GetRequiredService<Catalogue>().At("seed-5-0001"));
        await new Terminal(earnest).DoAsync([.. Small, "--yes"]);
        Assert.Contains("--pupils is from 0 to 100.", (await new Terminal(earnest).RunAsync("seed", "--pupils", "101", "--yes")).Error);
    }

    private static Task<string> ContentAsync(District district) => district.InDbAsync("seed-5-0001", async db =>
    {
        var people = await db.Set<Person>().Select(p => $"{p.FamilyName} {p.GivenName} {p.Patronymic} {p.Phone}").ToListAsync();
        var news = await db.Set<ContentItem>().Where(i => i.ContentType == "News").OrderBy(i => i.ContentItemId).Select(i => $"{i.Slug} {i.DisplayText} {i.BodyHtml}").ToListAsync();
        return $"{db.Tenant.Name}\n{string.Join('\n', people.Order(StringComparer.Ordinal))}\n{string.Join('\n', news)}";
    });

    private Task<int> AccountsAsync() => district.InHostAsync(host => host.Users.CountAsync(a => a.UserName!.StartsWith("seed-5") || a.UserName == "admin@seed.invalid"));

    private static Task<List<string>> MadeAsync(District district) => district.InHostAsync(host => host.Tenants.Where(t => t.Path.StartsWith("seed-6")).OrderBy(t => t.Path).Select(t => t.Path).ToListAsync());

    public void Dispose() => folder.Dispose();

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int done) => stop.Cancel();
    }
}
