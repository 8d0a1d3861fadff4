using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>A coordinator changes how matters are decided: step by step, with the drawn graph beside it, tried out before it is saved.</summary>
[Collection(nameof(Journeys))]
public sealed class WorkflowJourneys(Journeys district)
{
    [Fact]
    public async Task A_workflow_is_written_tried_out_saved_and_changed_again()
    {
        await using var head = await district.EnterAsync("admin");
        await head.VisitAsync("/centre/Admin/Workflows");
        await head.FollowAsync("Applications for programmes");
        await Expect(head.Page.Locator(".diagram-step").First).ToBeVisibleAsync();
        await head.LooksRightAsync();
        await PhotographAsync(head, "workflow");

        await head.VisitAsync("/centre/Admin/Workflows");
        await head.FollowAsync("New workflow");
        await head.FillAsync("Name of the workflow", "Excursions");
        await head.Page.GetByLabel("It is on: new matters go by it").UncheckAsync();
        await head.ChooseAsync("What a new step does", "Somebody decides");
        await head.PressAsync("Add a step");
        var check = head.Page.Locator("#step-1");
        await Expect(check.GetByLabel("Title of the step")).ToBeFocusedAsync();
        await check.GetByLabel("Title of the step").FillAsync("Look at the plan");
        await check.GetByLabel("Centre employee").First.CheckAsync();
        await check.GetByLabel("What can be decided").FillAsync("Agree\nRefuse");
        await check.GetByLabel("What can be decided").BlurAsync();
        await Expect(check.GetByLabel("After “Agree”")).ToBeVisibleAsync();
        await check.GetByLabel("After “Agree”").SelectOptionAsync("the end");
        await check.GetByLabel("After “Refuse”").SelectOptionAsync("the end");
        var start = head.Page.Locator("#step-0");
        await Expect(start.GetByLabel("With what it begins")).ToBeVisibleAsync();        // it stands open: where it leads isn't said
        var preview = head.Page.Locator("#flow-preview");
        await Expect(preview).ToContainTextAsync("No way leads to this step.");
        await Expect(preview.Locator(".diagram-step.is-wrong")).ToHaveCountAsync(2);
        await start.GetByLabel("After “Done”").SelectOptionAsync(new SelectOptionValue { Label = "Look at the plan" });
        await Expect(preview.Locator(".diagram-step.is-wrong")).ToHaveCountAsync(0);
        await head.LooksRightAsync();
        await PhotographAsync(head, "workflow-editor");

        await head.PressAsync("Try it out");
        var tried = head.Page.Locator("#try-out");
        await Expect(tried).ToContainTextAsync("Waits in the inbox of: Centre employee");
        await tried.GetByRole(AriaRole.Button, new() { Name = "Look at the plan: Refuse" }).ClickAsync();
        await Expect(tried).ToContainTextAsync("The case has come to an end.");
        await Expect(tried.Locator(".diagram-step.is-passed")).ToHaveCountAsync(2);
        await head.LooksRightAsync();
        await PhotographAsync(head, "workflow-tried");

        await head.PressAsync("Save");
        await head.SeesAsync("Saved as version 1.");
        await head.LooksRightAsync();
        await head.FollowAsync("Change");
        await head.Page.Locator("#step-1 summary").First.ClickAsync();
        await head.Page.Locator("#step-1").GetByLabel("Title of the step").FillAsync("Look closely at the plan");
        await Expect(preview).ToContainTextAsync("closely");
        await head.PressAsync("Save");
        await head.SeesAsync("Saved as version 2.");
        await head.FollowAsync("Version 1");
        await head.SeesAsync("This is an older version.");
        await head.SeesNotAsync("Look closely at the plan");
        await head.LooksRightAsync();
    }

    [Fact]
    public async Task A_clerk_sees_the_way_of_a_case_in_every_look()
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.VisitAsync("/centre/Admin/Inbox?Sort=Newest");
        await clerk.Page.Locator("tbody tr th a").First.ClickAsync();
        await clerk.SeesAsync("Its way through the workflow");
        await Expect(clerk.Page.Locator(".diagram-step.is-here").First).ToBeVisibleAsync();
        await clerk.Page.GetByText("The same as a list").ClickAsync();
        await clerk.SeesAsync("it waits here");
        foreach (var look in Looks.All)
        {
            await clerk.Page.WearAsync(look);
            await clerk.LooksRightAsync();
            await PhotographAsync(clerk, $"case-way-{look}");
        }
    }

    [Fact]
    public async Task A_workflow_is_changed_without_script()
    {
        await using var head = await district.EnterAsync("admin");
        var context = await head.Page.Context.Browser!.NewContextAsync(new() { BaseURL = district.Address, StorageState = await head.Page.Context.StorageStateAsync(), JavaScriptEnabled = false });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/centre/Admin/Workflows/Edit");
        await page.GetByLabel("Name of the workflow").FillAsync("Without script");
        await page.GetByLabel("It is on: new matters go by it").UncheckAsync();
        await page.GetByLabel("After “Done”").SelectOptionAsync("the end");
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw it anew" }).ClickAsync();
        await Expect(page.GetByLabel("Name of the workflow")).ToHaveValueAsync("Without script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("The case has come to an end.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Saved as version 1.");
        await context.CloseAsync();
    }

    private static async Task PhotographAsync(Someone someone, string name)
    {
        foreach (var width in new[] { Someone.Phone, Someone.Desk })
        {
            await someone.Page.SetViewportSizeAsync(width, 800);
            await someone.Page.PhotographAsync(name);
        }
    }
}
