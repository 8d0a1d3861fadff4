using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Integral.BrowserTests.Kit;

/// <summary>What can be found wrong with a page by looking at it.</summary>
internal static class Looks
{
    /// <summary>The three looks of every page, as the words of its cookie.</summary>
    public static readonly IReadOnlyList<string> All = ["light", "dark", "light-contrast"];

    // Put into a page once, not once a look, and without a second page to gather the findings of frames, which we have none of: half the time of every journey.
    private static readonly string Axe = new StreamReader(typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!).ReadToEnd();

    private const string Rules = """{ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'] }""";

    // What another look of the same page can change.
    private const string RulesOfColour = """{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] }, resultTypes: ['violations'] }""";

    private const string Findings = "found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}\n  ${n.html}`))";

    /// <summary>What axe finds.</summary>
    /// <param name="again">This page has been looked at as a whole; only its colours and sizes are others now.</param>
    public static async Task<IEnumerable<string>> AxeAsync(this IPage page, bool again = false)
    {
        await LoadAxeAsync(page);
        var found = await page.EvaluateAsync<string[]>($"async () => {{ const found = await axe.run(document, {(again ? RulesOfColour : Rules)}); return {Findings}; }}");
        if (found.Length == 0) return [];
        var where = await WhereAsync(page);
        return found.Select(item => $"{where}: {item}");
    }

    /// <summary>What sticks out to the right, so that one has to scroll sideways; and what can't be pressed because something lies over it.</summary>
    public static async Task<IEnumerable<string>> WidthAsync(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        var sticking = await page.EvaluateAsync<string[]>("""
            async () => {
              await new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)));
              const page = document.documentElement;
              const over = e => {
                e.scrollIntoView({ block: 'center' });
                const { x, y, width, height } = e.getBoundingClientRect();
                const top = document.elementFromPoint(x + width / 2, y + height / 2);
                return top && !e.contains(top) && !top.contains(e) ? top : null;
              };
              const look = () => [...document.querySelectorAll('main :is(a.button, button, summary, .input)')]
                .filter(e => e.checkVisibility({ visibilityProperty: true }) && over(e)).map(e => `${e.outerHTML.slice(0, 80)} is under ${over(e)?.outerHTML.slice(0, 80)}`);
              // What only moves after the window has changed is waited for; what lies there stays.
              let covered = look();
              for (let tries = 0; covered.length > 0 && tries < 10; tries++) {
                await new Promise(later => setTimeout(later, 100));
                covered = look();
              }
              scrollTo(0, 0);
              if (covered.length > 0) return ['something lies over what is to be pressed', ...covered];
              for (let tries = 0; page.scrollWidth > page.clientWidth && tries < 10; tries++) await new Promise(later => setTimeout(later, 100));
              if (page.scrollWidth <= page.clientWidth) return [];
              return ['wider than the window', ...[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 1).slice(-3)
                .map(e => `<${e.tagName.toLowerCase()} class="${e.className}"> ${e.textContent.trim().slice(0, 60)}`)];
            }
            """);
        if (sticking.Length == 0) return [];
        return [$"{await WhereAsync(page)}: {string.Join("\n  ", sticking)}"];
    }

    /// <summary>What axe finds in something that lies over the page: what is under it can't be pressed, and needn't.</summary>
    public static async Task<IEnumerable<string>> AxeAsync(this ILocator over)
    {
        await Assertions.Expect(over).ToBeVisibleAsync();
        await LoadAxeAsync(over.Page);
        return await over.EvaluateAsync<string[]>($"async over => {{ const found = await axe.run(over, {Rules}); return {Findings}; }}");
    }

    /// <summary>As the switches in the page's head do it.</summary>
    public static Task WearAsync(this IPage page, string look) => page.EvaluateAsync(
        """
        async look => {
          const page = document.documentElement.dataset;
          page.theme = look.split('-')[0];
          if (look.endsWith('contrast')) page.look = 'contrast'; else delete page.look;
          // A colour on its way to another is neither.
          await new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)));
          await Promise.allSettled(document.getAnimations().filter(a => a instanceof CSSTransition).map(a => a.finished));
        }
        """, look);

    /// <summary>With SCREENS naming a folder, every page that is looked at is photographed into it.</summary>
    public static async Task PhotographAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize?.Width}.png"), FullPage = true });
    }

    private static async Task LoadAxeAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
    }

    private static async Task<string> WhereAsync(IPage page)
    {
        var look = await page.EvaluateAsync<string>("() => `${document.documentElement.dataset.theme ?? ''} ${document.documentElement.dataset.look ?? ''}`");
        return $"{new Uri(page.Url).PathAndQuery} ({page.ViewportSize?.Width} px {look.Trim()})";
    }
}
