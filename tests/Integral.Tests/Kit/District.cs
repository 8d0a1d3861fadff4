using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Tests.Kit;

/// <summary>The whole application with the demo district, on databases of its own. One for a test class: <c>IClassFixture&lt;District&gt;</c>.</summary>
public class District : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly Lazy<Task<Template>> Demo = new(Template.MakeAsync);

    private readonly string name = $"integral_{Guid.NewGuid():N}";

    /// <summary>Its database on PostgreSQL.</summary>
    internal string Database => name;

    public string Folder => Path.Combine(Path.GetTempPath(), name);

    /// <summary>SQL statements since the last <see cref="Statements.Reset"/>.</summary>
    internal Statements Statements { get; } = new();

    /// <summary>How many statements something costs that was done before.</summary>
    public async Task<int> CostAsync(Func<Task> what)
    {
        await what();
        Statements.Reset();
        await what();
        return Statements.Seen.Count;
    }

    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        var template = await Demo.Value;
        await template.CopyAsync(name, Folder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(log => log.ClearProviders());
        // The demo has files enough to keep each of a hundred districts busy; who tests that says so.
        builder.UseSetting("Integral:Media:ReadWords", "false");
        foreach (var (key, value) in Engine.Settings(name, Folder).Concat(Settings)) if (value is not null) builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Statements));
        builder.ConfigureLogging(log => log.AddFilter<Statements>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information));
    }

    public Visitor Visitor() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = ClientOptions.BaseAddress }));

    /// <summary>Someone of the demo who has signed in where they belong: <c>SignInAsync("teacher")</c>.</summary>
    public async Task<Visitor> SignInAsync(string who, string tenant = "")
    {
        var visitor = Visitor();
        var answer = await visitor.SubmitAsync($"{tenant}/sign-in", new() { ["Form.Login"] = $"{who}@demo.local", ["Form.Password"] = "Integral-2026" });
        Assert.True(answer.IsRedirect, $"{who} could not sign in: {answer.Status} {answer.Errors}");
        return visitor;
    }

    /// <summary>The same, and everything they send carries what their forms would: only rights can refuse it.</summary>
    public async Task<Visitor> SignInArmedAsync(string who, string tenant = "")
    {
        var visitor = await SignInAsync(who, tenant);
        var form = (await visitor.OpenAsync($"{tenant}/account")).Document.QuerySelector("input[name=__RequestVerificationToken]");
        visitor.Http.DefaultRequestHeaders.Add("RequestVerificationToken", form?.GetAttribute("value"));
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        visitor.Http.DefaultRequestHeaders.Add("If-Match", "*");
        return visitor;
    }

    /// <summary>Waits until what follows of itself has followed.</summary>
    public Task SettleAsync() => Until.TrueAsync(() => Settled.IsAsync(Services), "something doesn't come to an end");

    public Tenant Tenant(string path) => Services.GetRequiredService<Catalogue>().At(path) ?? throw new InvalidOperationException($"There is no tenant '{path}'.");

    /// <summary>Work in a tenant's database, as a job would do it.</summary>
    public Task<T> InDbAsync<T>(string tenant, Func<Db, Task<T>> work) =>
        Services.GetRequiredService<ITenantRunner>().RunAsync(Tenant(tenant), "test", services => work(services.GetRequiredService<Db>()));

    /// <summary>Work in a tenant's services, as a job would do it.</summary>
    public Task<T> InTenantAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work) =>
        Services.GetRequiredService<ITenantRunner>().RunAsync(Tenant(tenant), "test", work);

    public Task<T> InHostAsync<T>(Func<HostDb, Task<T>> work) => InTenantAsync("", services => work(services.GetRequiredService<HostDb>()));

    public Task<Account> AccountAsync(string who) => InHostAsync(host => Task.FromResult(host.Users.Single(a => a.UserName == $"{who}@demo.local")));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // The host's own thread closes its files too, and may do so a moment later than ours.
        await Until.TrueAsync(() => Task.FromResult(IsGone(Folder)), "the district's files stay open");
        if (Engine.IsPostgreSql) await Engine.DropAsync(name);
        GC.SuppressFinalize(this);
    }

    private static bool IsGone(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (IOException) { return false; }
    }
}
