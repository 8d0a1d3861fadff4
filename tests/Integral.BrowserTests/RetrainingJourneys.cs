using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>From a school's list of its teachers to what the centre decides of them, seen by both sides.</summary>
[Collection(nameof(Journeys))]
public sealed class RetrainingJourneys(Journeys district)
{
    [Theory]
    [InlineData(1280, "Соколова Елена Дмитриевна"), InlineData(360, "Лебедев Игорь Олегович")]
    public async Task A_school_sends_a_teacher_and_the_centre_sees_the_lists_of_all_schools(int width, string teacher)
    {
        await using var registrar = await district.EnterAsync("registrar", "/school-1");
        await registrar.Page.SetViewportSizeAsync(width, 900);
        await registrar.VisitAsync("/school-1/Admin/Retraining");
        await registrar.LooksRightAsync();
        await registrar.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Choose whom to send: Цифровые инструменты учителя · Учителя-зима" }).ClickAsync();
        await registrar.LooksRightAsync();
        await registrar.FillAsync("E-mail", "registrar@demo.local");
        await registrar.Page.GetByLabel($"Choose: {teacher}").CheckAsync();
        await registrar.PressAsync("Send the list");
        await registrar.SeesAsync("Without this consent we may not keep what you write.");
        await Expect(registrar.Page.GetByLabel($"Choose: {teacher}")).ToBeCheckedAsync();
        await registrar.LooksRightAsync();
        await registrar.Page.Locator("input[type=checkbox][name='Form.Consent']").CheckAsync();
        await registrar.PressAsync("Send the list");
        await registrar.SeesAsync("The list is on its way to the centre.");
        await Expect(registrar.Main).ToContainTextAsync(teacher);
        await AgainUntilAsync(registrar, "Received");
        await registrar.LooksRightAsync();

        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.Page.SetViewportSizeAsync(width, 900);
        await clerk.VisitAsync("/centre/Admin/Applications/Lists");
        await clerk.LooksRightAsync();
        await Expect(clerk.Main).ToContainTextAsync(teacher);
        await clerk.Main.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Школа № 1", Exact = true }).First.ClickAsync();
        await Expect(clerk.Main).Not.ToContainTextAsync("Мельник");
        await clerk.LooksRightAsync();

        await registrar.PressAsync("Withdraw");
        await registrar.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await registrar.SeesAsync("The centre is told.");
        await AgainUntilAsync(registrar, "Withdrawn");
        await registrar.LooksRightAsync();
    }

    // What the centre says arrives a moment later.
    private static async Task AgainUntilAsync(Someone who, string told)
    {
        for (var n = 0; n < 60 && !(await who.Main.InnerTextAsync()).Contains(told, StringComparison.Ordinal); n++)
        {
            await who.Page.WaitForTimeoutAsync(500);
            await who.Page.ReloadAsync();
        }
        await Expect(who.Main).ToContainTextAsync(told);
    }
}
