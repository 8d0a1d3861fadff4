using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Who is in which group on which day.</summary>
[Collection(nameof(Journeys))]
public sealed class GroupJourneys(Journeys district)
{
    [Fact]
    public async Task A_registrar_makes_a_club_puts_people_in_moves_one_and_takes_it_back()
    {
        await using var registrar = await district.EnterAsync("registrar", "/school-1");
        await registrar.VisitAsync("/school-1/Admin/Groups");
        await registrar.FollowAsync("Add a group");
        await registrar.Page.GetByLabel("Kind").SelectOptionAsync("Club");
        await registrar.FillAsync("Name of the group", "Театральный кружок");
        await registrar.FillAsync("Seats", "2");
        await registrar.LooksRightAsync();
        await registrar.PressAsync("Save");
        await registrar.SeesAsync("Nobody is in the group on this day");
        await registrar.LooksRightAsync();

        await registrar.FollowAsync("Put people in");
        await registrar.FillAsync("Full name", "Волков");
        await registrar.PressAsync("Find");
        await registrar.Page.GetByLabel("Choose: Волков Артём Сергеевич").CheckAsync();
        await registrar.LooksRightAsync();
        await registrar.PressAsync("Put them in");
        await registrar.SeesAsync("Put into the group: 1.");
        await registrar.SeesAsync("Today in the group: 1 of 2");
        await registrar.FillAsync("Full name", "Зайцева");
        await registrar.PressAsync("Find");
        await registrar.Page.GetByLabel("Choose: Зайцева Анна Алексеевна").CheckAsync();
        await registrar.PressAsync("Put them in");
        await registrar.FillAsync("Full name", "Лебедев");
        await registrar.PressAsync("Find");
        await registrar.Page.GetByLabel("Choose: Лебедев Максим Андреевич").CheckAsync();
        await registrar.PressAsync("Put them in");
        await registrar.SeesAsync("Seats in the group 'Театральный кружок': 2. On one day there would be more people: 3.");
        await Expect(registrar.Page.GetByLabel("Choose: Лебедев Максим Андреевич")).ToBeCheckedAsync();

        await registrar.VisitAsync("/school-1/Admin/Groups");
        await registrar.FollowAsync("Театральный кружок");
        await registrar.Page.GetByLabel("Choose: Зайцева Анна Алексеевна").CheckAsync();
        await registrar.FillAsync("Why (may be left out)", "Музыкальная школа");
        await registrar.Page.PhotographAsync("group");
        await registrar.LooksRightAsync();
        await registrar.PressAsync("Let them leave");
        await registrar.SeesAsync("Left the group: 1.");
        await Expect(registrar.Main).ToContainTextAsync("Музыкальная школа");
        await registrar.PressAsync("Undo");
        await registrar.SeesAsync("Taken back. Records as before: 1.");
        await registrar.VisitAsync("/school-1/Admin/Groups");
        await registrar.FollowAsync("Театральный кружок");
        await Expect(registrar.Main).Not.ToContainTextAsync("Музыкальная школа");
    }
}
