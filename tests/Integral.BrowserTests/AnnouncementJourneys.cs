using System.Text.RegularExpressions;
using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>From what the head writes to the receipt of a parent.</summary>
[Collection(nameof(Journeys))]
public sealed partial class AnnouncementJourneys(Journeys district)
{
    [Fact]
    public async Task The_head_writes_a_parent_confirms_it_on_a_telephone_and_the_head_sees_the_receipt()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.VisitAsync("/school-1/Admin/Announcements");
        await head.Page.PhotographAsync("announcements");
        await head.FollowAsync("Write an announcement");
        await head.FillAsync("In one line", "Каток во дворе открыт");
        await head.FillAsync("What is announced", "По будням **до 20:00**, коньки выдают у вахты.");
        await head.TickAsync("Important: everybody is asked to say that they have read it");
        await head.TickAsync("7А");
        await head.ChooseAsync("Who of these groups", "Their parents");
        await head.LooksRightAsync();
        await head.PressAsync("Save and see whom it reaches");
        await head.SeesAsync("It reaches 1 person here who can sign in.");
        await head.LooksRightAsync();
        await head.FollowAsync("Choose single people");
        await head.FillAsync("Full name", "Соколова");
        await head.PressAsync("Find");
        await head.TickAsync("Соколова Елена Дмитриевна");
        await head.LooksRightAsync();
        await head.PressAsync("Choose them");
        await head.FollowAsync("Каток во дворе открыт");
        await head.SeesAsync("It reaches 2 people here who can sign in.");
        await head.PressAsync("Publish it");
        await head.SeesAsync("Published. Whoever it is for finds it in their cabinet and at the bell.");
        var page = head.Page.Url;

        await using var parent = await district.EnterAsync("parent", "/school-1");
        await parent.Page.SetViewportSizeAsync(Someone.Phone, 740);
        await parent.VisitAsync("/school-1/cabinet");
        await parent.Page.PhotographAsync("announcement-board");
        await parent.FollowAsync("Каток во дворе открыт");
        await parent.ReadsAsync("Каток во дворе открыт");
        await Expect(parent.Main.Locator("strong")).ToHaveTextAsync("до 20:00");
        await parent.LooksRightAsync();
        await parent.Page.PhotographAsync("announcement");
        await parent.PressAsync("I have read it");
        await parent.SeesAsync("You have read it");
        await parent.LooksRightAsync();
        await parent.VisitAsync("/school-1/notices/announcements");
        await parent.Page.PhotographAsync("announcements-of-a-parent");

        await head.GoAsync(page);
        await head.LooksRightAsync();
        await head.Page.PhotographAsync("announcement-receipts");
        await head.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = HaveRead() }).ClickAsync();
        await head.SeesAsync("Оспанова Гульнара Болатовна");
        await head.SeesNotAsync("Соколова");
        await head.LooksRightAsync();
        await head.FollowAsync("Haven't read it yet");
        await head.SeesAsync("Соколова Елена Дмитриевна");
    }

    [GeneratedRegex("Have read it")]
    private static partial Regex HaveRead();
}
