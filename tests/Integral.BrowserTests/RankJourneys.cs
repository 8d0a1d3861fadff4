using Integral.BrowserTests.Kit;
using Microsoft.Playwright;

namespace Integral.BrowserTests;

/// <summary>By which rules applications are called, each place with its reason.</summary>
[Collection(nameof(Journeys))]
public sealed class RankJourneys(Journeys district)
{
    [Theory]
    [InlineData(1280), InlineData(360)]
    public async Task Staff_say_the_rules_of_a_group_and_see_why_each_stands_where(int width)
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.Page.SetViewportSizeAsync(width, 900);
        await clerk.VisitAsync("/centre/Admin/Programmes");
        await clerk.FollowAsync("Слесарь по ремонту автомобилей");
        await clerk.FollowAsync("Who has applied");
        await clerk.FollowAsync("In which order they are called");
        await clerk.LooksRightAsync();
        await clerk.Page.GetByLabel("Whom it fits").First.SelectOptionAsync("Age");
        await clerk.FillAsync("Points", "10");
        await clerk.FillAsync("Age from", "");      // at the other width it was said already
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("Say from which age or until which age.");
        await clerk.LooksRightAsync();
        await clerk.FillAsync("Age from", "50");
        await clerk.PressAsync("Show the order");
        await clerk.SeesAsync("The order as it would be. Nothing is saved yet.");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("Saved.");

        // Here something was decided: the order is told, and the rules stay.
        await clerk.VisitAsync("/centre/Admin/Programmes");
        await clerk.FollowAsync("Цифровые инструменты учителя");
        await clerk.Main.GetByRole(AriaRole.Link, new() { Name = "Who has applied" }).Nth(1).ClickAsync();
        await clerk.FollowAsync("In which order they are called");
        await clerk.SeesAsync("Something was decided by this order already: the rules stay as they are.");
        await clerk.SeesAsync("sent by a school of the district: +5");
        await clerk.LooksRightAsync();
    }
}
