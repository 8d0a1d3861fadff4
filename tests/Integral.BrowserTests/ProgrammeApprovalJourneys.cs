using Integral.BrowserTests.Kit;

namespace Integral.BrowserTests;

/// <summary>A programme is sent for approval, comes back with a reason, and is published the second time.</summary>
[Collection(nameof(Journeys))]
public sealed class ProgrammeApprovalJourneys(Journeys district)
{
    [Theory]
    [InlineData(1280), InlineData(360)]
    public async Task What_is_sent_back_is_written_on_and_approved_the_second_time(int width)
    {
        var name = $"Вышивка {width}";
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.Page.SetViewportSizeAsync(width, 900);
        await clerk.VisitAsync("/centre/Admin/Programmes/Edit");
        await clerk.FillAsync("Name of the programme", name);
        await clerk.FillAsync("Academic hours", "16");
        await clerk.FillAsync("Goals", "Вышить полотенце.");
        await clerk.PressAsync("Save");
        await clerk.FollowAsync("Send for approval");
        await clerk.SeesAsync("Вышить полотенце.");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Send for approval");
        await clerk.SeesAsync("Sent. Here you see what is decided.");
        await clerk.LooksRightAsync();
        await clerk.Page.PhotographAsync($"programme-sent-{width}");

        await clerk.FollowAsync("Decide");
        await clerk.SeesAsync("What would be otherwise");
        await clerk.LooksRightAsync();
        await clerk.Page.PhotographAsync($"programme-inbox-{width}");
        await clerk.FillAsync("Why", "Напишите цели подробнее.");
        await clerk.PressAsync("Send it back (say why)");
        await clerk.SeesAsync($"{name}: Send it back.");

        await clerk.VisitAsync("/centre/Admin/Programmes");
        await clerk.FollowAsync(name);
        await clerk.FollowAsync("Change it");
        await clerk.FillAsync("Goals", "Вышить полотенце и скатерть.");
        await clerk.PressAsync("Save");
        await clerk.FollowAsync("Send for approval");
        await clerk.SeesAsync("Напишите цели подробнее.");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Send for approval");
        await clerk.VisitAsync("/centre/Admin/Modules/Programmes?Q=вышивка");
        await clerk.SeesAsync("Waits for approval");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync(name);
        await clerk.SeesAsync("Sent for approval");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("See how far it is");
        await clerk.FollowAsync("Decide");
        await clerk.PressAsync("Approve it");
        await clerk.SeesAsync($"{name}: Approve it.");

        await using var visitor = await district.VisitorAsync();
        await visitor.Page.SetViewportSizeAsync(width, 900);
        await visitor.VisitAsync($"/centre/en/programmes?Q={Uri.EscapeDataString(name)}");
        await visitor.FollowAsync(name);
        await visitor.SeesAsync("Вышить полотенце и скатерть.");
        await visitor.LooksRightAsync();
    }
}
