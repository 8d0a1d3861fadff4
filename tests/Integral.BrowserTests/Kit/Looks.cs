using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Integral.BrowserTests.Kit;

/// <summary>What can be found wrong with a page by looking at it.</summary>
internal static class Looks
{
    /// <summary>The three looks of every page, as the words of its cookie.</summary>
    public static readonly IReadOnlyList<string> All = ["light", "dark", "light-contrast"];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What axe finds.</summary>
    public static async Task<IEnumerable<string>> AxeAsync(this IPage page)
    {
        var found = (await page.RunAxe(Rules)).Violations;
        if (found.Length == 0) return [];
        var where = await WhereAsync(page);
        return found.SelectMany(item => item.Nodes.Select(node => $"{where}: {item.Id}: {item.Help}\n  {node.Html}"));
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
        return (await over.RunAxe(Rules)).Violations.SelectMany(item => item.Nodes.Select(node => $"{item.Id}: {item.Help}\n  {node.Html}"));
    }

    /// <summary>As the switches in the page's head do it.</summary>
    public static Task WearAsync(this IPage page, string look) => page.EvaluateAsync(
        """
        look => {
          const page = document.documentElement.dataset;
          page.theme = look.split('-')[0];
          if (look.endsWith('contrast')) page.look = 'contrast'; else delete page.look;
        }
        """, look);

    /// <summary>With SCREENS naming a folder, every page that is looked at is photographed into it.</summary>
    public static async Task PhotographAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize?.Width}.png"), FullPage = true });
    }

    private static async Task<string> WhereAsync(IPage page)
    {
        var look = await page.EvaluateAsync<string>("() => `${document.documentElement.dataset.theme ?? ''} ${document.documentElement.dataset.look ?? ''}`");
        return $"{new Uri(page.Url).PathAndQuery} ({page.ViewportSize?.Width} px {look.Trim()})";
    }
}
