using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>What each role may do, and the screen that decides it.</summary>
[Collection(nameof(Journeys))]
public sealed class RoleJourneys(Journeys district)
{
    [Fact]
    public async Task A_role_is_given_a_permission_and_taken_back_to_what_was_delivered()
    {
        await using var admin = await district.EnterAsync("admin");
        await admin.VisitAsync("/Admin/Roles");
        await admin.FollowAsync("Librarian");
        await admin.TickAsync("See the people of the institution, their accounts and roles");
        await admin.PressAsync("Save");
        var librarian = admin.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "Librarian" });
        await Expect(librarian).ToContainTextAsync("1 added");
        await admin.FollowAsync("Librarian");
        await admin.LooksRightAsync();
        await admin.ConfirmAsync("Back to the delivered role");
        await Expect(librarian).ToContainTextAsync("as delivered");
    }

    [Fact]
    public async Task A_role_of_ones_own_is_made_and_deleted()
    {
        await using var admin = await district.EnterAsync("admin");
        await admin.GoAsync("/Admin/Roles");
        await admin.FollowAsync("Make a role");
        await admin.FillAsync("Title", "Night guard");
        await admin.FillAsync("Short name", "night_guard");
        await admin.PressAsync("Make the role");
        await admin.FollowAsync("Night guard");
        await admin.ConfirmAsync("Delete the role");
        await admin.SeesNotAsync("Night guard");
        Assert.Empty(admin.Complaints);
    }

    [Fact]
    public async Task A_teacher_sees_no_menu_of_what_a_teacher_may_not()
    {
        await using var teacher = await district.EnterAsync("teacher", "/school-1");
        await teacher.GoAsync("/school-1/cabinet");
        await Expect(teacher.Menu.GetByRole(AriaRole.Link, new() { Name = "People" })).ToHaveCountAsync(0);
        await teacher.GoAsync("/school-1/Admin/People", 403);
        await teacher.FollowAsync("My cabinet");
        await teacher.IsAtAsync("/school-1/cabinet");
    }
}
