using System.Net;
using Integral.Help;
using Integral.Help.Data;
using Integral.Platform.Web;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Help;

/// <summary>What somebody says is wrong arrives once, is followed by its key alone, and is answered by those who may.</summary>
public sealed class RemarkTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_remark_is_sent_without_an_account_followed_by_its_key_and_answered()
    {
        var visitor = district.Visitor();
        var followed = (await district.SendRemarkAsync(visitor, "/school-1/kk", "The bell table is of last year.", new() { ["Form.Name"] = "Асель" })).Location!.ToString();
        Assert.Matches(@"^/school-1/kk/help/remark/[\w-]{22}\?sent=true$", followed);
        Assert.Contains("The bell table is of last year.", await district.Visitor().ReadAsync(followed), StringComparison.Ordinal);

        var head = await district.SignInAsync("head", "/school-1");
        var list = await head.OpenAsync("/school-1/Admin/Remarks");
        var show = list.Document.QuerySelectorAll("main a").First(a => a.TextContent.Contains("bell table", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.True((await head.SubmitAsync(show, [], "Answer")).Status == HttpStatusCode.OK);     // without an answer it stays as it is
        await PressAsync(head, show, "Take");
        Assert.True((await head.SubmitAsync(show, new() { ["Form.Text"] = "Replaced today." }, "Answer")).IsRedirect);

        var seen = await visitor.ReadAsync(followed);
        Assert.Contains("Replaced today.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Нурланова", seen, StringComparison.Ordinal);       // names of staff are for staff
        Assert.Equal([RemarkStep.Taken, RemarkStep.Answered], await StepsAsync("bell table"));
    }

    [Fact]
    public async Task What_is_closed_can_be_had_back_and_begins_anew_when_the_sender_says_more()
    {
        var followed = (await district.SendRemarkAsync(district.Visitor(), "/school-1", "The map shows a wrong street.")).Location!.ToString();
        var head = await district.SignInAsync("head", "/school-1");
        var show = $"/school-1/Admin/Remarks/Show/{await IdAsync("wrong street")}";
        await PressAsync(head, show, "Close");
        Assert.Contains("handler=Reopen", (await head.OpenAsync(show)).Text, StringComparison.Ordinal);
        await PressAsync(head, show, "Reopen");
        await PressAsync(head, show, "Close");

        var visitor = district.Visitor();
        await visitor.SubmitAsync(followed, new() { ["Form.Text"] = "It is still wrong." });
        await visitor.SubmitAsync(followed, new() { ["Form.Text"] = "It is still wrong." });       // pressed twice

        Assert.Equal([RemarkStep.Closed, RemarkStep.Reopened, RemarkStep.Closed, RemarkStep.Added], await StepsAsync("wrong street"));
        Assert.Contains("wrong street", await head.ReadAsync("/school-1/Admin/Remarks?status=InWork"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_answer_sees_remarks_and_no_other_institution_does()
    {
        var followed = (await district.SendRemarkAsync(district.Visitor(), "/school-1", "A secret trouble.")).Location!.ToString();
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("teacher", "/school-1")).StatusAsync("/school-1/Admin/Remarks"));
        var other = await district.SignInAsync("head2", "/school-2");
        Assert.DoesNotContain("A secret trouble.", await other.ReadAsync("/school-2/Admin/Remarks"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/school-2/Admin/Remarks/Show/{await IdAsync("secret trouble")}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(followed.Replace("school-1", "school-2", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/school-1/help/remark/AAAAAAAAAAAAAAAAAAAAAA"));
    }

    [Fact]
    public async Task What_is_sent_twice_is_one_remark_and_many_at_once_have_different_numbers()
    {
        var ticket = district.Ticket();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => district.SendRemarkAsync(district.Visitor(), "/school-1", "Pressed many times.", new() { ["Ticket"] = ticket })));
        Assert.All(answers, a => Assert.True(a.IsRedirect, $"{a.Status} {a.Errors}"));
        Assert.Single(answers.Select(a => a.Location!.ToString()).Distinct());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => district.SendRemarkAsync(district.Visitor(), "/school-1", $"At once {n}.")));

        var numbers = await district.InDbAsync("school-1", async db => await db.Remarks.Where(r => r.Message.StartsWith("At once") || r.Message.StartsWith("Pressed")).Select(r => r.Number).ToListAsync());
        Assert.Equal(7, numbers.Distinct().Count());
        Assert.Equal(7, numbers.Count);
    }

    [Theory, InlineData("Website", "http://spam.example"), InlineData("Ticket", "quick"), InlineData("Ticket", "old"), InlineData("Ticket", "forged"), InlineData("Form.Email", "no address")]
    public async Task What_no_person_sends_is_refused_and_nothing_typed_is_lost(string field, string value)
    {
        var said = value switch { "quick" => district.Ticket(seconds: 0), "old" => district.Ticket(seconds: 90_000), _ => value };
        var refused = await district.SendRemarkAsync(district.Visitor(), "/school-1/en", $"Kept words {value}.", new() { [field] = said, ["Form.Name"] = "Somebody" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal($"Kept words {value}.", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("Somebody", refused.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.NotEmpty(refused.Errors);
        Assert.Equal("", refused.Document.QuerySelector("[name=Website]")!.GetAttribute("value"));
        Assert.False(await district.InDbAsync("school-1", async db => await db.Remarks.AnyAsync(r => r.Message.StartsWith($"Kept words {value}"))));
    }

    [Fact]
    public async Task Who_is_signed_in_is_known_and_who_answers_a_remark_that_has_changed_is_told()
    {
        var teacher = await district.SignInAsync("teacher", "/school-1");
        await district.SendRemarkAsync(teacher, "/school-1", "My subject is missing.");
        var sender = await district.InDbAsync("school-1", async db => await db.Remarks.Where(r => r.Message.StartsWith("My subject")).Select(r => new { r.Name, r.AccountId }).SingleAsync());
        Assert.Equal((await district.AccountAsync("teacher")).Id, sender.AccountId);
        Assert.NotNull(sender.Name);

        var head = await district.SignInAsync("head", "/school-1");
        var show = $"/school-1/Admin/Remarks/Show/{await IdAsync("My subject")}";
        var late = await head.SubmitAsync(show, new() { ["Form.Text"] = "Too late.", ["Version"] = "0" }, "Answer");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Too late.", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_ours_is_no_link_for_staff()
    {
        await district.SendRemarkAsync(district.Visitor(), "/school-1", "Look at this page.", new() { ["Form.Page"] = "//evil.example/x" });
        var page = await (await district.SignInAsync("head", "/school-1")).OpenAsync($"/school-1/Admin/Remarks/Show/{await IdAsync("Look at this")}");
        Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href")?.Contains("evil", StringComparison.Ordinal) == true);
    }

    private static async Task PressAsync(Visitor who, string show, string handler)
    {
        var token = (await who.OpenAsync(show)).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var done = await who.PostAsync($"{show}?handler={handler}", [new("__RequestVerificationToken", token)]);
        Assert.True(done.IsRedirect, $"{handler}: {done.Status} {done.Errors}");
    }

    private Task<Guid> IdAsync(string words) => district.InDbAsync("school-1", async db => await db.Remarks.Where(r => r.Message.Contains(words)).Select(r => r.Id).SingleAsync());

    private Task<List<RemarkStep>> StepsAsync(string words) =>
        district.InDbAsync("school-1", async db => (await db.Remarks.Include(r => r.History).SingleAsync(r => r.Message.Contains(words))).History.OrderBy(e => e.Id).Select(e => e.Step).ToList());
}

public sealed class RemarkFloodTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task One_address_cannot_flood_an_institution_and_keeps_what_it_wrote()
    {
        var visitor = district.Visitor();
        for (var sent = 0; sent < RemarkDesk.InAnHour; sent++) Assert.True((await district.SendRemarkAsync(visitor, "/school-1", $"Flood {sent}")).IsRedirect);
        var refused = await district.SendRemarkAsync(visitor, "/school-1", "One too many.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("One too many.", refused.Text, StringComparison.Ordinal);

        // What there is many of is shown in parts.
        var head = await district.SignInAsync("head", "/school-1");
        var first = await head.OpenAsync("/school-1/Admin/Remarks");
        var next = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Contains("Flood 59", first.Text, StringComparison.Ordinal);
        Assert.Contains("Flood 39", await head.ReadAsync(next), StringComparison.Ordinal);
    }
}

public sealed class RemarkLetterTests(DistrictWithMail district) : IClassFixture<DistrictWithMail>
{
    [Fact]
    public async Task An_answer_goes_to_the_e_mail_that_was_given_in_the_language_of_the_sender()
    {
        var followed = (await district.SendRemarkAsync(district.Visitor(), "/school-1/uk", "The menu is empty.", new() { ["Form.Email"] = "sender@mail.local" })).Location!.ToString();
        var id = await district.InDbAsync("school-1", async db => await db.Remarks.Select(r => r.Id).SingleAsync());
        var head = await district.SignInAsync("head", "/school-1");
        await head.SubmitAsync($"/school-1/Admin/Remarks/Show/{id}", new() { ["Form.Text"] = "It is filled now." }, "Answer");

        var letter = Assert.Single(await district.Mail.ToAsync("sender@mail.local"));
        Assert.Contains("Відповідь на ваше зауваження № 1", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("It is filled now.", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"http://localhost{followed.Split('?')[0]}", letter.Text, StringComparison.Ordinal);
    }
}

internal static class Senders
{
    /// <summary>Of a form that was opened so long ago.</summary>
    public static string Ticket(this District district, int seconds = 60) =>
        district.Services.GetRequiredService<FormTickets>().Open(TimeProvider.System.GetUtcNow().AddSeconds(-seconds));

    public static Task<Answer> SendRemarkAsync(this District district, Visitor who, string site, string message, Dictionary<string, string>? more = null)
    {
        var fields = new Dictionary<string, string>(more ?? []) { ["Form.Message"] = message };
        fields.TryAdd("Ticket", district.Ticket());
        return who.SubmitAsync($"{site}/help/remark", fields);
    }
}
