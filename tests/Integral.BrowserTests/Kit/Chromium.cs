using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Integral.BrowserTests.Kit.Chromium))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Integral.BrowserTests.Kit;

/// <summary>The system's own Chromium, started once a run. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? driver;
    private IBrowser? browser;

    public IBrowser Browser => browser ?? throw new InvalidOperationException("The browser isn't started yet.");

    public async ValueTask InitializeAsync()
    {
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = OnPath(),
            Headless = true,
            ChromiumSandbox = Environment.UserName != "root",
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        driver?.Dispose();
    }

    private static string OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser") })
            .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Chromium isn't installed. Install it with: sudo apt-get install chromium");
}
