using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

[Collection(nameof(Journeys))]
public sealed class HelpJourney(Journeys district)
{
    [Fact]
    public async Task A_visitor_says_what_is_wrong_and_reads_the_answer_of_the_school()
    {
        await using var visitor = await district.VisitorAsync("en");
        await visitor.VisitAsync("/school-1/en/news");
        await visitor.FollowAsync("Something is wrong here");
        await visitor.LooksRightAsync();
        await Expect(visitor.Page.GetByLabel("Page it is about")).ToHaveValueAsync("/school-1/en/news");
        await visitor.PressAsync("Send");
        await visitor.LooksRightAsync();      // what is missing is said
        await visitor.FillAsync("What is wrong?", "The date of the meeting is wrong.");
        await Task.Delay(TimeSpan.FromSeconds(3));      // no person is quicker
        await visitor.PressAsync("Send");
        await visitor.SeesAsync("Thank you. It has arrived.");
        await visitor.LooksRightAsync();
        var followed = new Uri(visitor.Page.Url).AbsolutePath;

        await using var head = await district.EnterAsync("head", "/school-1");
        await head.VisitAsync("/school-1/cabinet");
        await head.Menu.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Remarks" }).ClickAsync();
        await head.LooksRightAsync();
        await head.Main.GetByRole(Microsoft.Playwright.AriaRole.Link).Filter(new() { HasText = "The date of the meeting is wrong." }).ClickAsync();
        await head.LooksRightAsync();
        await head.PressAsync("Take it up");
        await head.SeesAsync("Being worked on");
        await head.FillAsync("What you answer", "It is corrected, thank you.");
        await head.PressAsync("Send the answer");
        await head.SeesAsync("Answered");
        await head.LooksRightAsync();
        await head.PressAsync("Close the remark");
        await Expect(head.Page.GetByText("Closed.")).ToBeVisibleAsync();
        await head.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await head.SeesAsync("Being worked on");

        await visitor.VisitAsync(followed);
        await visitor.SeesAsync("It is corrected, thank you.");
        await visitor.FillAsync("Your message", "I see it.");
        await visitor.PressAsync("Send");
        await visitor.SeesAsync("The sender added");
        await visitor.LooksRightAsync();
    }

    [Fact]
    public async Task A_teacher_finds_their_guide_in_the_menu()
    {
        await using var teacher = await district.EnterAsync("teacher", "/school-1");
        await teacher.GoAsync("/school-1/cabinet");
        await teacher.Menu.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Help" }).ClickAsync();
        await teacher.ReadsAsync("Help");
        await teacher.LooksRightAsync();
        await teacher.FollowAsync("A teacher's first day");
        await teacher.ReadsAsync("A teacher's first day");
        await teacher.LooksRightAsync();
        await teacher.FollowAsync("Make it yours");
        await teacher.IsAtAsync("/school-1/en/help/teacher");
    }
}
