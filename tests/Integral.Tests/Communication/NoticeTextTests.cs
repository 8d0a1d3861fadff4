using Integral.Communication.Data;
using Integral.Tests.Messaging;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Communication.ToldPeople;

namespace Integral.Tests.Communication;

/// <summary>Administrators say what notices say.</summary>
public sealed class NoticeTextTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    private const string Page = "/centre/Admin/Notices/Text?kind=workflows.waits&culture=en";

    [Fact]
    public async Task A_text_is_tried_changed_and_taken_back()
    {
        var admin = await district.SignInArmedAsync("centre", "/centre");
        var anna = await district.StaffAsync("texts");
        var browser = await district.EnterAsync(anna, "/centre");
        await district.TellAsync(News("Welding", anna.Id));

        var unknown = await admin.SubmitAsync(Page, Said("Decide {nobody}", "Text"));
        Assert.Contains("{matter}", unknown.Errors, StringComparison.Ordinal);
        var tried = await admin.PostAsync($"{Page}&handler=Preview", Said("Please decide: {step}!", "<b>{matter}</b>"));
        Assert.Contains("Please decide: Look through the application!", tried.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", tried.Text, StringComparison.Ordinal);
        Assert.Contains("To be decided:", await browser.ReadAsync("/centre/notices"), StringComparison.Ordinal);

        Assert.True((await admin.SubmitAsync(Page, Said("Please decide: {step}!", "About {matter}."))).IsRedirect);
        var list = await browser.ReadAsync("/centre/notices");
        foreach (var said in new[] { "Please decide: Look through the application!", "About Welding." }) Assert.Contains(said, list, StringComparison.Ordinal);
        var stale = await admin.SubmitAsync(Page, Said("Something else", "Text"));
        Assert.False(stale.IsRedirect);

        Assert.True((await admin.PostAsync($"{Page}&handler=Restore", [])).IsRedirect);
        Assert.Contains("To be decided:", await browser.ReadAsync("/centre/notices"), StringComparison.Ordinal);
        Assert.Empty(await district.InDbAsync(Centre, db => db.NoticeTexts.ToListAsync()));
    }

    private static Dictionary<string, string> Said(string subject, string text) => new() { ["Form.Subject"] = subject, ["Form.Text"] = text, ["Form.Version"] = "0" };
}
