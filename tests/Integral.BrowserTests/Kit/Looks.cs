using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Integral.BrowserTests.Kit;

/// <summary>What can be said of a page by looking at it.</summary>
internal static class Looks
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task HasNothingForAxeAsync(this IPage page)
    {
        var found = (await page.RunAxe(Rules)).Violations;
        Assert.True(found.Length == 0, await SayAsync(page, found));
    }

    /// <summary>Nothing sticks out to the right: nobody should have to scroll sideways.</summary>
    public static async Task FitsAsync(this IPage page)
    {
        var sticking = await page.EvaluateAsync<string[]>("""
            () => {
              const wide = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= wide) return [];
              return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1).slice(-5)
                .map(e => `<${e.tagName.toLowerCase()} class="${e.className}"> ${e.textContent.trim().slice(0, 60)}`);
            }
            """);
        Assert.True(sticking.Length == 0, $"{page.Url} at {page.ViewportSize?.Width} px is wider than the window:\n{string.Join('\n', sticking)}");
    }

    private static async Task<string> SayAsync(IPage page, AxeResultItem[] found)
    {
        var look = await page.EvaluateAsync<string>("() => `${document.documentElement.dataset.theme ?? ''} ${document.documentElement.dataset.look ?? ''}`");
        var lines = found.SelectMany(item => item.Nodes.Select(node => $"{item.Id}: {item.Help}\n  {node.Html}"));
        return $"{page.Url} ({page.ViewportSize?.Width} px {look.Trim()}):\n{string.Join('\n', lines)}";
    }
}
