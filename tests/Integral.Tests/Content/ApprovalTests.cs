using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Content.Approving;
using Integral.Content.Data;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Jobs;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>Texts that somebody writes and somebody else has published: a deputy and a head of the first school.</summary>
public sealed class ApprovalTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    private const string School = "school-1", New = "/school-1/Admin/Content/Edit?type=News", Inbox = "/school-1/api/v1/inbox", Items = "/school-1/api/v1/content/items";

    [Fact]
    public async Task What_is_approved_is_the_version_that_was_sent_whatever_was_written_since()
    {
        var deputy = await district.SignInAsync("deputy", School);
        var desk = await SendAsync(deputy, "Сбор макулатуры", "Приносите бумагу.");
        await deputy.SubmitAsync(desk, new() { [Writing.Text] = "Ещё не решено, куда." });
        Assert.Contains("Написанное после этого не входит", await deputy.ReadAsync(desk));
        await DecideAsync(desk, "Publish it");

        var page = await district.Visitor().ReadAsync("/school-1/news/sbor-makulatury");
        Assert.Contains("Приносите бумагу.", page);
        Assert.DoesNotContain("Ещё не решено", page);
        var opened = await deputy.ReadAsync(desk);
        Assert.Contains("Ещё не решено, куда.", opened);
        Assert.DoesNotContain("Отправлено на публикацию", opened);
        Assert.Contains("Ваш текст одобрен: Сбор макулатуры", await deputy.ReadAsync("/school-1/notices"));
    }

    [Fact]
    public async Task What_is_given_back_says_why_and_can_be_sent_again()
    {
        var deputy = await district.SignInAsync("deputy", School);
        var desk = await SendAsync(deputy, "Поход в музей", "Пойдём в пятницу.");
        await DecideAsync(desk, "Return it", "В какую пятницу?");
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/school-1/news/pokhod-v-muzei"));
        Assert.Contains("В какую пятницу?", await deputy.ReadAsync(desk));
        var notices = await deputy.ReadAsync("/school-1/notices");
        Assert.Contains("Ваш текст вернули: Поход в музей", notices);
        Assert.Contains("Почему: В какую пятницу?", notices);

        await Writing.SendAsync(deputy, desk, await deputy.OpenAsync(desk), new() { [Writing.Text] = "Пойдём 4 декабря." }, "Send");
        await DecideAsync(desk, "Publish it");
        Assert.Contains("Пойдём 4 декабря.", await district.Visitor().ReadAsync("/school-1/news/pokhod-v-muzei"));
    }

    [Fact]
    public async Task What_is_sent_again_is_decided_once_and_what_is_taken_back_not_at_all()
    {
        var deputy = await district.SignInArmedAsync("deputy", School);
        var desk = await SendAsync(deputy, "Дважды отправлено", "Первый раз.");
        await Writing.SendAsync(deputy, desk, await deputy.OpenAsync(desk), new() { [Writing.Text] = "Второй раз." }, "Send");
        Assert.Single(await OpenAsync(desk));
        Assert.True((await deputy.PostAsync($"{desk}?handler=TakeBack", [])).IsRedirect);
        Assert.Empty(await OpenAsync(desk));
        Assert.DoesNotContain("Отправлено на публикацию", await deputy.ReadAsync(desk));
        Assert.True((await deputy.PostAsync($"{desk}?handler=TakeBack", [])).IsRedirect);
        Assert.Contains("Решать это больше не нужно.", await deputy.ReadAsync(desk));
    }

    [Fact]
    public async Task Nobody_has_to_decide_on_what_somebody_published_by_their_own_right_or_threw_away()
    {
        var (deputy, head) = (await district.SignInAsync("deputy", School), await district.SignInArmedAsync("head", School));
        var published = await SendAsync(deputy, "Опубликовано директором", "Текст.");
        Assert.True((await Writing.SendAsync(head, published, await head.OpenAsync(published), [], "Publish")).IsRedirect);
        Assert.Empty(await OpenAsync(published));

        var thrown = await SendAsync(deputy, "Выброшено директором", "Текст.");
        Assert.True((await head.PostAsync($"{thrown}?handler=Delete", [])).IsRedirect);
        Assert.Empty(await OpenAsync(thrown));
    }

    [Fact]
    public async Task A_decision_is_taken_back_while_visitors_dont_see_the_text()
    {
        var deputy = await district.SignInAsync("deputy", School);
        var head = await district.ProgramAsync(School, DeliveredRoles.Head);
        var desk = await SendAsync(deputy, "Решение отменено", "Текст.");
        Assert.Equal(1, await TakenBackAsync(await PublishAsync()));
        await district.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/school-1/news/reshenie-otmeneno"));
        Assert.DoesNotContain("Решение отменено", await deputy.ReadAsync("/school-1/notices"));

        var with = await PublishAsync();
        await district.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/school-1/news/reshenie-otmeneno"));
        Assert.Equal(0, await TakenBackAsync(with));

        async Task<string> PublishAsync()
        {
            var decided = await head.PostAsJsonAsync($"{Inbox}/{Assert.Single(await OpenAsync(desk))}/decide", new { outcome = "Publish it" });
            return $"{(await decided.Content.ReadFromJsonAsync<JsonNode>())!["with"]}";
        }

        async Task<int> TakenBackAsync(string decision) => (int)(await (await head.PostAsync($"{Inbox}/take-back/{decision}", null)).Content.ReadFromJsonAsync<JsonNode>())!["done"]!;
    }

    [Fact]
    public async Task Who_had_a_text_approved_that_couldnt_be_published_at_its_time_is_told()
    {
        var deputy = await district.SignInAsync("deputy", School);
        var tomorrow = district.Clock.GetUtcNow().AddDays(1);
        var sent = await Writing.SendAsync(deputy, New, await deputy.OpenAsync(New), new() { [Writing.Title] = "Назначено на завтра", [Writing.Text] = "Текст.", ["Item.PublishWindowPart.From"] = $"{tomorrow:yyyy-MM-ddTHH:mm}" }, "Send");
        Assert.True(sent.IsRedirect, sent.Errors);
        await DecideAsync($"{sent.Location}", "Publish it");
        Assert.Contains("Ваш текст одобрен: Назначено на завтра", await deputy.ReadAsync("/school-1/notices"));

        await district.InDbAsync(School, async db =>
        {
            var items = db.ContentItems;
            return await db.WriteAsync(() => db.ContentVersions.Where(v => items.Any(i => i.Id == v.ItemId && i.ScheduledVersion == v.ContentItemVersionId && i.DisplayText == "Назначено на завтра")).ExecuteDeleteAsync());
        });
        await district.PassAsync(TimeSpan.FromDays(2));
        await district.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("Ваш текст не удалось опубликовать: Назначено на завтра", await deputy.ReadAsync("/school-1/notices"));
    }

    [Fact]
    public async Task A_long_reason_is_told_whole()
    {
        var deputy = await district.SignInAsync("deputy", School);
        var why = string.Join(' ', Enumerable.Range(1, 120).Select(n => $"замечание {n};"));
        await DecideAsync(await SendAsync(deputy, "Много замечаний", "Текст."), "Return it", why);
        Assert.Contains("замечание 120;", await deputy.ReadAsync("/school-1/notices"));
    }

    [Fact]
    public async Task Deciding_while_it_is_taken_back_settles_it_once_and_fails_for_nobody()
    {
        var (deputy, head) = (await district.SignInArmedAsync("deputy", School), await district.ProgramAsync(School, DeliveredRoles.Head));
        for (var round = 0; round < 5; round++)
        {
            var desk = await SendAsync(deputy, $"Одновременно {round}", "Текст.");
            var task = Assert.Single(await OpenAsync(desk));
            var deciding = head.PostAsJsonAsync($"{Inbox}/{task}/decide", new { outcome = "Publish it" });
            var takenBack = await deputy.PostAsync($"{desk}?handler=TakeBack", []);
            Assert.True(takenBack.IsRedirect, takenBack.Text);
            Assert.InRange((int)(await deciding).StatusCode, 200, 499);
            Assert.Empty(await OpenAsync(desk));
        }
    }

    [Fact]
    public async Task What_couldnt_be_published_isnt_sent_and_stays_in_the_form()
    {
        var deputy = await district.SignInAsync("deputy", School);
        var refused = await Writing.SendAsync(deputy, New, await deputy.OpenAsync(New), new() { [Writing.Title] = "", [Writing.Text] = "Долго писала." }, "Send");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Долго писала.", refused.Text);
    }

    [Fact]
    public async Task Who_may_publish_isnt_asked_to_send_and_who_may_not_cant_publish()
    {
        Assert.DoesNotContain("handler=Send", await (await district.SignInAsync("head", School)).ReadAsync(New));
        var deputy = await district.SignInAsync("deputy", School);
        var form = await deputy.OpenAsync(New);
        Assert.Contains("handler=Send", form.Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await Writing.SendToAsync(deputy, $"{New}&handler=Publish", form, new() { [Writing.Title] = "Сама", [Writing.Text] = "Текст." })).Status);
    }

    [Fact]
    public async Task Where_no_workflow_is_on_nothing_is_sent()
    {
        await SwitchAsync(false);
        try
        {
            var deputy = await district.SignInAsync("deputy", School);
            var form = await deputy.OpenAsync(New);
            Assert.DoesNotContain("handler=Send", form.Text);
            var refused = await Writing.SendToAsync(deputy, $"{New}&handler=Send", form, new() { [Writing.Title] = "Некому решать", [Writing.Text] = "Текст остаётся." });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Текст остаётся.", refused.Text);
        }
        finally { await SwitchAsync(true); }
    }

    [Fact]
    public async Task A_program_sends_and_takes_back_by_the_same_rules()
    {
        var (deputy, teacher) = (await district.ProgramAsync(School, DeliveredRoles.DeputyHead), await district.ProgramAsync(School, DeliveredRoles.Teacher));
        var added = await deputy.PostAsJsonAsync(Items, new { contentType = "News", data = JsonNode.Parse("""{ "TitlePart": { "Title": "Из программы" }, "MarkdownBodyPart": { "Markdown": "Текст." } }""") });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = $"{(await added.Content.ReadFromJsonAsync<JsonNode>())!["contentItemId"]}";
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.PostAsync($"{Items}/{id}/send", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await deputy.PostAsync($"{Items}/{id}/send", null)).StatusCode);
        Assert.True((bool)(await deputy.GetFromJsonAsync<JsonNode>($"{Items}/{id}"))!["isSent"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await deputy.PostAsync($"{Items}/{id}/take-back", null)).StatusCode);
        Assert.False((bool)(await deputy.GetFromJsonAsync<JsonNode>($"{Items}/{id}"))!["isSent"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await deputy.PostAsync($"{Items}/{id}/take-back", null)).StatusCode);
    }

    private static async Task<string> SendAsync(Visitor author, string title, string text)
    {
        var sent = await Writing.SendAsync(author, New, await author.OpenAsync(New), new() { [Writing.Title] = title, [Writing.Text] = text }, "Send");
        Assert.True(sent.IsRedirect, sent.Errors);
        Assert.Contains("Отправлено на публикацию", await author.ReadAsync($"{sent.Location}"));
        return $"{sent.Location}";
    }

    private async Task DecideAsync(string desk, string outcome, string? reason = null)
    {
        var head = await district.ProgramAsync(School, DeliveredRoles.Head);
        Assert.Equal(HttpStatusCode.OK, (await head.PostAsJsonAsync($"{Inbox}/{Assert.Single(await OpenAsync(desk))}/decide", new { outcome, reason })).StatusCode);
        await district.PassAsync(TimeSpan.FromMinutes(1));
    }

    private Task<List<Guid>> OpenAsync(string desk) => district.InDbAsync(School, async db =>
    {
        var id = await db.ContentItems.Where(i => i.ContentItemId == desk.Substring(desk.LastIndexOf('/') + 1)).Select(i => i.Id).SingleAsync();
        return await db.CaseTasks.Where(t => t.IsOpen && db.Set<WorkflowCase>().Any(c => c.Id == t.CaseId && c.SubjectKind == SentTexts.OfContent && c.SubjectId == id)).Select(t => t.Id).ToListAsync();
    });

    private Task<int> SwitchAsync(bool isOn) => district.InDbAsync(School, db => db.WriteAsync(() => db.WorkflowTypes.Where(t => t.Start == TextSent.Kind).ExecuteUpdateAsync(t => t.SetProperty(x => x.IsEnabled, isOn))));
}
