using Integral.BrowserTests.Kit;

namespace Integral.BrowserTests;

/// <summary>A deputy writes, a head decides, visitors read.</summary>
[Collection(nameof(Journeys))]
public sealed class ApprovalJourneys(Journeys district)
{
    [Theory]
    [InlineData(1280), InlineData(360)]
    public async Task What_a_deputy_sends_comes_back_with_a_reason_and_is_published_the_second_time(int width)
    {
        var title = $"День открытых дверей {width}";
        await using var deputy = await district.EnterAsync("deputy", "/school-1");
        await deputy.Page.SetViewportSizeAsync(width, 900);
        await deputy.VisitAsync("/school-1/Admin/Content/Edit?type=News");
        await deputy.FillAsync("Title of the page", title);
        await deputy.FillAsync("Text", "Ждём родителей будущих первоклассников.");
        await deputy.LooksRightAsync();
        await deputy.PressAsync("Send for publishing");
        await deputy.SeesAsync("Sent for publishing");
        await deputy.SeesAsync("Visitors will see it as it is here once that is decided.");
        await deputy.LooksRightAsync();
        await deputy.Page.PhotographAsync($"sent-{width}");

        await using var head = await district.EnterAsync("head", "/school-1");
        await head.Page.SetViewportSizeAsync(width, 900);
        await head.VisitAsync("/school-1/Admin/Inbox?Sort=Newest");
        await head.LooksRightAsync();
        await head.FollowAsync(title);
        await head.LooksRightAsync();
        await head.Page.PhotographAsync($"sent-inbox-{width}");
        await head.FollowAsync("All about it");
        await head.SeesAsync("Ждём родителей будущих первоклассников.");
        await head.FollowAsync("Decide");
        await head.FillAsync("Why", "В какой день и во сколько?");
        await head.PressAsync("Return it (say why)");
        await head.SeesAsync($"{title}: Return it.");

        await deputy.Page.ReloadAsync();
        await deputy.SeesAsync("В какой день и во сколько?");
        await deputy.LooksRightAsync();
        await deputy.FillAsync("Text", "Ждём родителей будущих первоклассников 5 декабря в 10 часов.");
        await deputy.PressAsync("Send for publishing");
        await deputy.SeesAsync("Sent for publishing");
        await head.VisitAsync("/school-1/Admin/Inbox?Sort=Newest");
        await head.FollowAsync(title);
        await head.PressAsync("Publish it");
        await head.SeesAsync($"{title}: Publish it.");

        await using var visitor = await district.VisitorAsync();
        await visitor.Page.SetViewportSizeAsync(width, 900);
        await ComesTrueAsync(async () => (await visitor.Page.GotoAsync($"/school-1/news/den-otkrytykh-dverei-{width}"))!.Status == 200);
        await visitor.SeesAsync("5 декабря в 10 часов");
        await visitor.LooksRightAsync();
    }

    // It is published a moment after the decision.
    private static async Task ComesTrueAsync(Func<Task<bool>> isSo)
    {
        for (var tried = 0; !await isSo(); tried++)
        {
            Assert.True(tried < 40, "it isn't published");
            await Task.Delay(250);
        }
    }
}
