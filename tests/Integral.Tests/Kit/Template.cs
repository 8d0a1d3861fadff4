using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Integral.Tests.Kit;

/// <summary>The demo district as its recipe made it, once a run; every fixture starts from a copy.</summary>
internal sealed class Template
{
    private const string Database = "integral_template";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"integral_template_{Environment.ProcessId}");
    private static readonly SemaphoreSlim Copying = new(1, 1);

    public static async Task<Template> MakeAsync()
    {
        var template = new Template();
        if (Engine.IsPostgreSql)
        {
            await Engine.DropAsync(Database);
            await Engine.CreateAsync(Database);
        }
        await using (var filled = new Filling(template.folder))
        {
            filled.CreateClient();
            // What the district publishes for its schools is in them a moment later.
            await Until.TrueAsync(() => filled.IsSettledAsync(), "the demo's news for the schools doesn't arrive");
        }
        // The host's own thread closes its files too, and may do so a moment later than ours.
        await Until.TrueAsync(() => Task.FromResult(!Directory.EnumerateFiles(template.folder, "*.db-*", SearchOption.AllDirectories).Any()), "the demo's files stay open");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(template.folder, recursive: true);
        return template;
    }

    public async Task CopyAsync(string name, string to)
    {
        // What was being made when the demo's server stopped is its own.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(Path.Combine(folder, "temporary"), StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Directory.CreateDirectory(to);
        if (!Engine.IsPostgreSql) return;
        // PostgreSQL copies a database only while nobody else does.
        await Copying.WaitAsync();
        try
        {
            await Engine.CreateAsync(name, from: Database);
        }
        finally { Copying.Release(); }
    }

    private sealed class Filling(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.ConfigureLogging(log => log.ClearProviders());
            builder.UseSetting("Integral:Media:ReadWords", "false");       // nothing is left due in the copies
            foreach (var (key, value) in Engine.Settings(Database, folder)) if (value is not null) builder.UseSetting(key, value);
        }

        public Task<bool> IsSettledAsync() => Settled.IsAsync(Services);
    }
}
