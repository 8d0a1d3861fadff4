using System.Net;
using System.Net.Http.Json;
using System.Text;
using Integral.Applications;
using Integral.Applications.Drafts;
using Integral.Applications.Papers;
using Integral.Platform.Files;
using Integral.Platform.Security;
using Integral.Platform.Web;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>Papers that go with an application, and applications that are begun and not sent yet.</summary>
public sealed class PaperTests(District district) : IClassFixture<District>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 paper"), Page = Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>");

    [Fact]
    public async Task A_paper_goes_with_the_application_and_only_its_sender_and_staff_can_take_it()
    {
        var opening = await PapersAsync("Бумаги");
        var fields = Fields("Бумажная");
        var without = await PostAsync(district.Visitor(), opening, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("Выберите файл.", without.Errors, StringComparison.Ordinal);
        var sent = await PostAsync(district.Visitor(), opening, fields, ("diploma.pdf", Pdf));
        var followed = sent.Followed();
        var page = await district.Visitor().OpenAsync(followed);
        var link = page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("handler=File", StringComparison.Ordinal));
        var taken = await district.Visitor().Http.GetAsync(link);
        Assert.Equal(Pdf, await taken.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff"), (taken.Content.Headers.ContentDisposition!.DispositionType, taken.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("sandbox", taken.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var one = Assert.Single(await district.AllAsync(opening));
        Assert.Equal("diploma.pdf", one.ReadAnswers()[0].Words![0]);
        var paper = one.ReadAnswers()[0].Values[0];
        var clerk = await district.SignInAsync("centre", Centre);
        Assert.Contains("diploma.pdf", await clerk.ReadAsync($"{Centre}/Admin/Applications/Show/{one.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await clerk.StatusAsync($"{Centre}/Admin/Applications/Show/{one.Id}?handler=File&file={paper}"));
        Assert.Equal(HttpStatusCode.OK, (await (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff)).GetAsync($"{Api}/{one.Id}/files/{paper}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("lecturer", Centre)).StatusAsync($"{Centre}/Admin/Applications/Show/{one.Id}?handler=File&file={paper}"));
        var other = (await PostAsync(district.Visitor(), opening, Fields("Чужая"), ("mine.pdf", Pdf))).Followed();
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"{other}?handler=File&file={paper}"));
    }

    [Theory]
    [InlineData("photo.jpg", "<html><script>alert(1)</script></html>"), InlineData("page.html", "<html></html>"), InlineData("paper.pdf", "MZ\u0000\u0001"), InlineData("empty.pdf", ""), InlineData("paper.pdf.exe", "%PDF-1.4")]
    public async Task What_a_file_is_its_content_says_and_a_wrong_name_is_told_at_the_question(string name, string content)
    {
        var opening = await PapersAsync($"Подмена {name}{content.Length}");
        var refused = await PostAsync(district.Visitor(), opening, Fields("Подменная"), (name, Encoding.Latin1.GetBytes(content)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(name, refused.Document.QuerySelector("#Answers_paper-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Подменная", refused.Document.QuerySelector("[name='Form.FamilyName']")!.GetAttribute("value"));
        Assert.Empty(await district.AllAsync(opening));
    }

    [Fact]
    public async Task A_file_stays_while_a_mistake_elsewhere_is_corrected_and_can_be_taken_back()
    {
        var opening = await PapersAsync("Ошибка рядом");
        var fields = Fields("");
        var (visitor, refused) = (district.Visitor(), await PostAsync(district.Visitor(), opening, fields, ("diploma.pdf", Pdf)));
        Assert.Contains("diploma.pdf", refused.Text, StringComparison.Ordinal);
        fields["Form.FamilyName"] = "Верная";
        var drop = refused.Document.QuerySelectorAll("main [formaction]").Select(b => b.GetAttribute("formaction")!).Single(a => a.Contains("handler=Drop", StringComparison.Ordinal));
        var dropped = await visitor.PostAsync(drop, fields);
        Assert.DoesNotContain("diploma.pdf", dropped.Text, StringComparison.Ordinal);
        await PostAsync(visitor, opening, new(fields) { ["Form.FamilyName"] = "" }, ("diploma.pdf", Pdf));
        (await PostAsync(visitor, opening, fields)).Followed();
        Assert.Equal("diploma.pdf", Assert.Single(await district.AllAsync(opening)).ReadAnswers()[0].Words![0]);
    }

    [Fact]
    public async Task A_program_sends_a_file_before_the_application_under_the_same_key()
    {
        var opening = await PapersAsync("Бумаги программы");
        var (http, key) = (district.Visitor().Http, $"{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.SendAsync(opening, "Программина", key)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync($"{Api}/files?for={opening}&key={key}&field=shoe&name=a.pdf", new ByteArrayContent(Pdf))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync($"{Api}/files?for={opening}&key={key}&field=paper&name=a.pdf", new ByteArrayContent(Page))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsync($"{Api}/files?for={opening}&key={key}&field=paper&name=a.pdf", new ByteArrayContent(Pdf))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await http.SendAsync(opening, "Программина", key)).StatusCode);
        Assert.Equal("a.pdf", Assert.Single(await district.AllAsync(opening)).ReadAnswers()[0].Words![0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync($"{Api}/files?for={opening}&key={key}&field=paper&name=b.pdf", new ByteArrayContent(Pdf))).StatusCode);
    }

    [Fact]
    public async Task A_paper_that_is_missing_is_asked_for_and_added_afterwards()
    {
        var opening = await district.RecruitAsync("Донести");
        var followed = (await district.ApplyAsync(opening, "Донесина")).Followed();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostFileAsync(district.Visitor(), followed, [], "Form.File", ("passport.pdf", Pdf))).Status);       // nobody asked
        await district.TasksAsync(opening);
        var one = (await district.AllAsync(opening))[0];
        await district.DecideAsync(one.Id, "Ask for something", "Пришлите копию паспорта.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostFileAsync(district.Visitor(), followed, [], "Form.File", ("passport.pdf", Page))).Status);
        var answered = await PostFileAsync(district.Visitor(), followed, [], "Form.File", ("passport.pdf", Pdf));
        Assert.True(answered.IsRedirect, answered.Errors);
        Assert.Equal(ApplicationStatus.Sent, (await district.AllAsync(opening))[0].Status);
        var clerk = await district.SignInAsync("centre", Centre);
        Assert.Contains("passport.pdf", await clerk.ReadAsync($"{Centre}/Admin/Applications/Show/{one.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_kept_for_the_person_alone_and_counts_as_nothing()
    {
        var opening = await PapersAsync("Черновик");
        var learner = await district.SignInAsync("learner", Centre);
        var page = await learner.OpenAsync($"{Centre}/apply/{opening}");
        var kept = await PostFileAsync(learner, $"{Centre}/apply/{opening}?handler=Draft", Fields("Черновикова", token: Token(page)), "Answers.paper", ("draft.pdf", Pdf));
        Assert.True(kept.IsRedirect, kept.Errors);
        Assert.Empty(await district.AllAsync(opening));
        var address = kept.Location!.ToString();
        Assert.Contains("?draft=", await learner.ReadAsync($"{Centre}/applications"), StringComparison.Ordinal);
        var again = await learner.OpenAsync(address);
        Assert.Equal("Черновикова", again.Document.QuerySelector("[name='Form.FamilyName']")!.GetAttribute("value"));
        Assert.Contains("draft.pdf", again.Text, StringComparison.Ordinal);

        foreach (var stranger in new[] { district.Visitor(), await district.SignInAsync("lecturer", Centre), await district.SignInAsync("centre", Centre) }) Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(address));
        var id = address.Split("draft=")[1].Split('&')[0];
        var lecturer = await district.SignInAsync("lecturer", Centre);
        var token = Token(await lecturer.OpenAsync($"{Centre}/apply/{opening}"));
        Assert.Equal(HttpStatusCode.NotFound, (await lecturer.PostAsync($"{Centre}/applications?handler=Delete&draft={id}", [new("__RequestVerificationToken", token!)])).Status);

        var fields = Fields("Черновикова", token: Token(again));
        fields["Ticket"] = again.Document.QuerySelector("[name=Ticket]")!.GetAttribute("value")!;
        await Task.Delay(TimeSpan.FromSeconds(3.2));        // a person isn't as quick as a program
        (await PostAsync(learner, opening, fields)).Followed();
        Assert.Equal("draft.pdf", Assert.Single(await district.AllAsync(opening)).ReadAnswers()[0].Words![0]);
        Assert.DoesNotContain("?draft=", await learner.ReadAsync($"{Centre}/applications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_a_draft_is_kept_for_the_browser_until_its_days_are_over_and_then_its_files_too()
    {
        var opening = await PapersAsync("Черновик браузера");
        var visitor = district.Visitor();
        var kept = await PostFileAsync(visitor, $"{Centre}/apply/{opening}?handler=Draft", Fields("Браузерова"), "Answers.paper", ("browser.pdf", Pdf));
        Assert.True(kept.IsRedirect, kept.Errors);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(kept.Location!.ToString()));
        Assert.Contains("?draft=", await visitor.ReadAsync($"{Centre}/apply/{opening}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(kept.Location!.ToString()));

        Assert.NotNull(await district.WakeAsync(OldDrafts.Alarm));
        Assert.NotNull(await district.WakeAsync(ForsakenPapers.Alarm));
        var stored = await district.InDbAsync("centre", async db =>
        {
            var draft = await db.Set<Draft>().SingleAsync(d => d.ForId == opening);
            var paper = await db.Set<Paper>().SingleAsync(p => p.Sent == draft.Sent);
            var old = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-31);
            db.Entry(draft).Property(d => d.SavedAt).CurrentValue = old;
            db.Entry(paper).Property(p => p.AddedAt).CurrentValue = old;
            await db.SaveChangesAsync();
            return paper.StoredName;
        });
        var path = await district.InTenantAsync("centre", s => Task.FromResult(s.GetRequiredService<TenantFiles>().PathOf(stored)));
        await district.WakeAsync(ForsakenPapers.Alarm);
        Assert.True(File.Exists(path));         // the draft still has it
        await district.WakeAsync(OldDrafts.Alarm);
        await district.WakeAsync(ForsakenPapers.Alarm);
        Assert.False(File.Exists(path));
        Assert.False(await district.InDbAsync("centre", db => db.Set<Draft>().AnyAsync(d => d.ForId == opening)));
        Assert.False(await district.InDbAsync("centre", db => db.Set<Paper>().AnyAsync(p => p.StoredName == stored)));
    }

    /// <summary>A group that asks for a paper.</summary>
    private async Task<Guid> PapersAsync(string name)
    {
        var opening = await district.RecruitAsync(name);
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/forms/{opening}") { Content = JsonContent.Create(new { fields = new[] { new { name = "paper", kind = "File", label = new { ru = "Копия диплома" }, isRequired = true } } }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request)).StatusCode);
        return opening;
    }

    private Dictionary<string, string> Fields(string family, string? token = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Ticket"] = district.Services.GetRequiredService<FormTickets>().Open(TimeProvider.System.GetUtcNow().AddSeconds(-60)), ["Seen"] = "paper",
            ["Form.FamilyName"] = family, ["Form.GivenName"] = "Анна", ["Form.BornOn"] = "1990-05-17", ["Form.Email"] = "anna@example.org", ["Form.Consent"] = "true",
        };
        if (token is not null) fields["__RequestVerificationToken"] = token;
        return fields;
    }

    private static string? Token(Answer page) => page.Document.QuerySelector("main [name=__RequestVerificationToken]")?.GetAttribute("value");

    private static Task<Answer> PostAsync(Visitor who, Guid opening, Dictionary<string, string> fields, params (string Name, byte[] Content)[] files) => PostFileAsync(who, $"{Centre}/apply/{opening}", fields, "Answers.paper", files);

    private static async Task<Answer> PostFileAsync(Visitor who, string address, Dictionary<string, string> fields, string field, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), field, name);
        if (fields.Count == 0) form.Add(new StringContent(""), "Form.Text");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Answer.OfAsync(await who.Http.SendAsync(request));
    }
}
