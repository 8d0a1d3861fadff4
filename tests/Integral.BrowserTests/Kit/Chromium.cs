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

    // The one without windows first: the whole one draws its own toolbars for every page that is opened, and takes twice as long.
    private static string OnPath() =>
        (from name in new[] { "chromium-headless-shell", "chromium", "chromium-browser" }
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault() ?? throw new InvalidOperationException("Chromium isn't installed. Install it with: sudo apt-get install chromium-headless-shell");
}
