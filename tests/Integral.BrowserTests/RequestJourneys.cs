using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>An organisation asks for a programme, the centre decides and writes it, and the organisation finds it in the catalogue.</summary>
[Collection(nameof(Journeys))]
public sealed class RequestJourneys(Journeys district)
{
    [Theory]
    [InlineData(1280, "Сборщик мебели"), InlineData(360, "Оператор покраски")]
    public async Task An_organisation_gets_the_programme_that_it_asked_for(int width, string title)
    {
        await using var employer = await district.EnterAsync("employer", "/centre");
        await employer.Page.SetViewportSizeAsync(width, 900);
        await employer.VisitAsync("/centre/Admin/OwnRequests");
        await employer.FollowAsync("Ask for a programme");
        await employer.LooksRightAsync();
        await employer.FillAsync("Name of the organisation", "Завод «Прибой»");
        await employer.FillAsync("What the programme is to be about", title);
        await employer.FillAsync("What the programme is for", "Новый участок, людей на нём ещё нет.");
        await employer.FillAsync("How many are to learn", "9");
        await employer.PressAsync("Send the request");
        await employer.SeesAsync("Your request has arrived.");
        await employer.LooksRightAsync();
        var own = employer.Page.Url;

        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.Page.SetViewportSizeAsync(width, 900);
        await clerk.VisitAsync("/centre/Admin/ProgrammeRequests");
        await clerk.FollowAsync(title);
        await clerk.FollowAsync("Decide");
        await clerk.SeesAsync("Новый участок, людей на нём ещё нет.");
        await clerk.PressAsync("Accept");
        await clerk.SeesAsync("Завод «Прибой»: Accept.");
        await clerk.Page.PhotographAsync($"request-decided-{width}");
        await clerk.VisitAsync("/centre/Admin/ProgrammeRequests");
        await clerk.FollowAsync(title);
        await clerk.LooksRightAsync();
        await clerk.FillAsync("Academic hours", "36");
        await clerk.PressAsync("Write a programme");
        await clerk.SeesAsync("the organisation is told");
        await clerk.SeesAsync("Written at the request of");
        await clerk.PressAsync("Put it into the catalogue");
        await clerk.SeesAsync("In the catalogue.");
        await clerk.LooksRightAsync();

        await employer.GoAsync(own);
        await employer.LooksRightAsync();
        await employer.Page.PhotographAsync($"request-{width}");
        await employer.FollowAsync($"To the programme: {title}");
        await Expect(employer.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
    }
}
