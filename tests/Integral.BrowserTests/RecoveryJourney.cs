using System.Text.RegularExpressions;
using Integral.BrowserTests.Kit;

namespace Integral.BrowserTests;

[Collection(nameof(Journeys))]
public sealed partial class RecoveryJourney(Journeys district)
{
    [Fact]
    public async Task Somebody_who_forgot_their_password_chooses_a_new_one_by_the_link_in_a_letter()
    {
        await district.InHostAsync(async host =>
        {
            var account = host.Users.Single(u => u.UserName == "expert2@demo.local");
            account.ReachAt(account.Email!);      // only a confirmed e-mail is written to
            return await host.SaveChangesAsync();
        });
        await using var expert = await district.VisitorAsync("en");
        await expert.VisitAsync("/centre/en/sign-in");
        await expert.FollowAsync("Send me a link to choose a new password");
        await expert.LooksRightAsync();
        await expert.FillAsync("Login or e-mail", "expert2@demo.local");
        await expert.PressAsync("Send the link");
        await expert.ReadsAsync("Look into your mailbox");
        await expert.LooksRightAsync();

        var letter = Assert.Single(await district.Mail.ToAsync("expert2@demo.local"));
        await expert.VisitAsync(new Uri(Address().Match(letter.Text).Value).PathAndQuery);
        await expert.FillAsync("New password", "three ordinary words");
        await expert.FillAsync("New password once more", "three ordinary words");
        await expert.PressAsync("Change the password");
        await expert.ReadsAsync("Sign in");
        await expert.LooksRightAsync();
        await expert.SignInAsync("/centre", "expert2@demo.local", "three ordinary words");
        await expert.IsAtAsync("/centre/cabinet");
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
