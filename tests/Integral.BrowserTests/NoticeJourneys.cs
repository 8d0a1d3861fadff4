using System.Text.RegularExpressions;
using Integral.BrowserTests.Kit;
using Integral.Communication.Contracts;
using Integral.Platform.Data;
using Integral.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>From the bell to the matter; and what an administrator sees and changes of it.</summary>
[Collection(nameof(Journeys))]
public sealed partial class NoticeJourneys(Journeys district)
{
    [Fact]
    public async Task Somebody_hears_the_bell_without_loading_the_page_anew_opens_what_is_new_and_chooses_letters()
    {
        await using var learner = await district.EnterAsync("learner", "/centre");
        await learner.VisitAsync("/centre/cabinet");
        var account = await district.AccountAsync("learner");
        await Expect(Bell(learner)).ToHaveCountAsync(1);
        await learner.Page.EvaluateAsync("() => { window.isTheSame = true; }");
        var before = await Bell(learner).InnerTextAsync();
        await district.InTenantAsync("centre", services =>
        {
            services.GetRequiredService<INotices>().Tell(services.GetRequiredService<Outbox>(), new News("applications.changed", "/applications")
            {
                Accounts = [account.Id], Values = new Dictionary<string, string> { ["number"] = "4711", ["status"] = "Accepted", ["for"] = "Welding", ["meaning"] = "Your application is accepted." },
            });
            return services.GetRequiredService<Db>().SaveChangesAsync();
        });
        await Expect(Bell(learner)).Not.ToHaveTextAsync(before, new() { Timeout = 15_000 });
        Assert.True(await learner.Page.EvaluateAsync<bool>("() => window.isTheSame === true"));

        await Bell(learner).ClickAsync();
        await learner.ReadsAsync("Notices");
        await learner.SeesAsync("Your application No. 4711: Accepted");
        await learner.LooksRightAsync();
        await learner.Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "4711" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await learner.ReadsAsync("My applications");
        await learner.VisitAsync("/centre/notices");
        await learner.PressAsync("I have read all of them");
        await Expect(Bell(learner)).ToHaveTextAsync("Notices");
        await learner.FollowAsync("Letters about them");
        await learner.ReadsAsync("Letters about notices");
        await learner.LooksRightAsync();
        await learner.ChooseAsync("The daily letter comes at", "17:00");
        await learner.PressAsync("Save");
        await Expect(learner.Page.GetByText("Saved.")).ToBeVisibleAsync();
        await Expect(learner.Page.GetByLabel("The daily letter comes at")).ToHaveValueAsync("17");
    }

    [Fact]
    public async Task An_administrator_sees_who_was_told_and_puts_a_notice_into_other_words()
    {
        await using var staff = await district.EnterAsync("centre", "/centre");
        await staff.VisitAsync("/centre/cabinet");
        await staff.Menu.GetByRole(AriaRole.Link, new() { Name = "Sent notices" }).ClickAsync();
        await staff.ReadsAsync("Sent notices");
        await staff.LooksRightAsync();
        await staff.FollowAsync("In the cabinet");
        await staff.SeesAsync("Something waits for my decision");
        await staff.LooksRightAsync();
        await staff.FollowAsync("What they say");
        await staff.LooksRightAsync();
        await staff.FollowAsync("The delivered words: Something I may decide is late, English");
        await staff.ReadsAsync("Something I may decide is late");
        await staff.LooksRightAsync();
        await staff.FillAsync("In one line", "Please hurry: {step}");
        await staff.PressAsync("See how it looks");
        await staff.SeesAsync("Please hurry: Look through the application");
        await staff.LooksRightAsync();
        await staff.PressAsync("Save");
        await Expect(staff.Page.GetByText("Saved. Notices say it so from now on.")).ToBeVisibleAsync();
        await staff.PressAsync("Back to the delivered words");
        await Expect(staff.Page.GetByLabel("In one line")).ToHaveValueAsync("Not decided in time: {step}");
    }

    private static ILocator Bell(Someone who) => who.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { NameRegex = BellName() });

    [GeneratedRegex("^Notices")]
    private static partial Regex BellName();
}
