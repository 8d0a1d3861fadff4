using System.Net;
using Integral.Content.Data;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>Writing pages and news on the screens, and what visitors see of it.</summary>
public sealed class DeskTests(District district) : IClassFixture<District>
{
    private const string New = "/Admin/Content/Edit?type=News", Title = "Item.TitlePart.Title", Text = "Item.MarkdownBodyPart.Markdown", Path = "Item.AutoroutePart.Path", Summary = "Item.News.Summary.Text";

    [Fact]
    public async Task What_is_published_is_seen_at_once_and_what_is_kept_as_a_draft_is_not()
    {
        var author = await district.SignInAsync("methodist");
        await district.Visitor().ReadAsync("/news");        // kept for visitors from now on
        var address = await PublishAsync(author, "Осенний семинар", "Приходите **все**.");
        Assert.Contains("<p>Приходите <strong>все</strong>.</p>", await district.Visitor().ReadAsync("/news/osennii-seminar"));
        Assert.Contains("Осенний семинар", await district.Visitor().ReadAsync("/news"));

        await author.SubmitAsync(address, new() { [Text] = "Перенесён." });
        Assert.Contains("Приходите", await district.Visitor().ReadAsync("/news/osennii-seminar"));
        Assert.Contains("Перенесён.", await author.ReadAsync(address));
    }

    [Fact]
    public async Task Publishing_a_draft_and_keeping_the_same_again_used_to_make_versions_in_which_nothing_was_changed()
    {
        var author = await district.SignInAsync("methodist");
        var draft = await Writing.SendAsync(author, New, await author.OpenAsync(New), new() { [Title] = "Черновик и публикация", [Text] = "Слова." });
        var address = $"{draft.Location}";
        await Writing.SendAsync(author, address, await author.OpenAsync(address), [], "Publish");
        await author.SubmitAsync(address, new() { [Text] = "Слова." });

        Assert.Equal(["Слова."], await WrittenAsync(address.Split('/')[^1]));
        Assert.Contains("Слова.", await district.Visitor().ReadAsync("/news/chernovik-i-publikatsiia"));
    }

    [Fact]
    public async Task A_second_text_of_the_same_title_gets_an_address_of_its_own()
    {
        var author = await district.SignInAsync("methodist");
        foreach (var _ in Enumerable.Range(0, 3)) await PublishAsync(author, "Одинаковые новости", "Текст.");

        foreach (var slug in new[] { "odinakovye-novosti", "odinakovye-novosti-2", "odinakovye-novosti-3" }) Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync($"/news/{slug}"));
    }

    [Fact]
    public async Task What_was_wrong_in_a_form_used_to_stand_above_every_other_form_of_its_page_too()
    {
        var author = await district.SignInAsync("methodist");
        var address = await PublishAsync(author, "Страница с двумя формами", "Текст.");
        var refused = await Writing.SendAsync(author, address, await author.OpenAsync(address), new() { [Title] = "" }, "Publish");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Document.QuerySelectorAll("main form[method=post]").Length > 1);
        Assert.Equal("item-form", Assert.Single(refused.Document.QuerySelectorAll("[data-errors]")).ParentElement!.ParentElement!.Id);
    }

    [Fact]
    public async Task What_a_button_was_refused_used_to_be_said_nowhere_on_a_page_without_a_form()
    {
        var author = await district.SignInArmedAsync("methodist");
        var id = (await PublishAsync(author, "Вернуть нельзя", "Текст.")).Split('/')[^1];
        var version = await district.InDbAsync("", db => db.ContentItems.Where(i => i.ContentItemId == id).SelectMany(i => i.Versions).Select(v => v.ContentItemVersionId).FirstAsync());
        Assert.True((await author.PostAsync($"/Admin/Content/Edit/{id}?handler=Delete", [])).IsRedirect);
        var refused = await author.PostAsync($"/Admin/Content/Versions/{id}?version={version}", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEmpty(Assert.Single(refused.Document.QuerySelectorAll("main [data-errors]")).TextContent.Trim());
    }

    [Theory]
    [InlineData("school-1/page", "занят страницей системы")]
    [InlineData("admin/page", "занят страницей системы")]
    [InlineData("a b", "не может быть адресом")]
    public async Task An_address_that_means_something_else_is_refused_and_nothing_typed_is_lost(string path, string says)
    {
        var author = await district.SignInAsync("methodist");
        const string Page = "/Admin/Content/Edit?type=Page";
        var refused = await Writing.SendAsync(author, Page, await author.OpenAsync(Page), new() { [Title] = "Страница с адресом", [Text] = "Долго писал.", [Path] = path }, "Publish");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Document.QuerySelector($"[name='{Path}'] ~ .field-error")!.TextContent);
        Assert.Contains("Долго писал.", refused.Text);
    }

    [Fact]
    public async Task Without_a_title_nothing_is_kept_and_nothing_typed_is_lost()
    {
        var author = await district.SignInAsync("methodist");
        var refused = await author.SubmitAsync(New, new() { [Text] = "Долго писал.", [Summary] = "Коротко" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Заполните это поле", refused.Errors);
        Assert.Contains("Долго писал.", refused.Text);
        Assert.Contains("Коротко", refused.Text);
    }

    [Fact]
    public async Task Two_people_who_write_into_different_fields_both_have_theirs()
    {
        var (first, second) = (await district.SignInAsync("methodist"), await district.SignInAsync("admin"));
        var address = await PublishAsync(first, "Вдвоём над новостью", "Было.");
        var opened = await second.OpenAsync(address);
        await first.SubmitAsync(address, new() { [Text] = "Стало у первого." });
        var kept = await Writing.SendAsync(second, address, opened, new() { [Summary] = "Сводка второго." });

        Assert.True(kept.IsRedirect, kept.Errors);
        var page = await first.ReadAsync(address);
        Assert.Contains("Стало у первого.", page);
        Assert.Contains("Сводка второго.", page);
    }

    [Fact]
    public async Task Two_people_who_write_into_one_field_are_told_and_both_texts_are_in_the_history()
    {
        var (first, second) = (await district.SignInAsync("methodist"), await district.SignInAsync("admin"));
        var address = await PublishAsync(first, "Спор о новости", "Было.");
        var opened = await second.OpenAsync(address);
        await first.SubmitAsync(address, new() { [Text] = "Слова первого." });
        var told = await Writing.SendAsync(second, address, opened, new() { [Text] = "Слова второго." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("Слова первого.", told.Document.QuerySelector(".alert")!.TextContent);
        Assert.Equal("Слова второго.", told.Document.QuerySelector($"[name='{Text}']")!.TextContent.Trim());

        var kept = await Writing.SendAsync(second, address, told, []);
        Assert.True(kept.IsRedirect, kept.Errors);
        Assert.Contains("Слова второго.", await second.ReadAsync(address));
        var id = address.Split('/')[^1];
        Assert.Equal(["Было.", "Слова первого.", "Слова второго."], await WrittenAsync(id));
    }

    [Fact]
    public async Task What_a_version_changed_is_shown_word_by_word_and_an_old_one_can_be_had_again()
    {
        var author = await district.SignInAsync("methodist");
        var address = await PublishAsync(author, "Прежние слова", "Начало в девять часов.");
        await author.SubmitAsync(address, new() { [Text] = "Начало в десять часов." });
        var versions = address.Replace("/Edit/", "/Versions/", StringComparison.Ordinal);
        var page = await author.OpenAsync(versions);
        Assert.Equal(("десять", "девять"), (page.Document.QuerySelector("ins")!.TextContent, page.Document.QuerySelector("del")!.TextContent));

        var first = page.Document.QuerySelectorAll("tbody a")[^1].GetAttribute("href")!.Split('#')[0];
        var gone = await author.SubmitAsync(first, [], to: "version=");
        Assert.True(gone.IsRedirect, gone.Text);
        Assert.Contains("Начало в девять часов.", await author.ReadAsync(address));
        Assert.Equal(3, (await WrittenAsync(address.Split('/')[^1])).Count);
    }

    [Fact]
    public async Task What_was_typed_and_not_kept_is_offered_again_to_its_author_and_to_nobody_else()
    {
        var (author, other) = (await district.SignInAsync("methodist"), await district.SignInAsync("admin"));
        var address = await PublishAsync(author, "Недописанная новость", "Было.");
        var opened = await author.OpenAsync(address);
        var taken = await Writing.SendAsync(author, $"{address}?handler=Unsaved", opened, new() { [Text] = "Почти дописал" });
        Assert.Equal(HttpStatusCode.NoContent, taken.Status);
        Assert.DoesNotContain("Почти дописал", await district.Visitor().ReadAsync("/news/nedopisannaia-novost"));
        Assert.DoesNotContain("Почти дописал", await other.ReadAsync($"{address}?again=true"));

        var offered = await author.OpenAsync(address);
        Assert.Contains("Вы здесь писали и не сохранили", offered.Text);
        Assert.DoesNotContain("Почти дописал", offered.Text);
        var again = await author.OpenAsync($"{address}?again=true");
        Assert.Contains("Почти дописал", again.Text);
        var kept = await Writing.SendAsync(author, address, again, []);
        Assert.True(kept.IsRedirect, kept.Errors);
        Assert.Equal(["Было.", "Почти дописал"], await WrittenAsync(address.Split('/')[^1]));
        Assert.DoesNotContain("Вы здесь писали", await author.ReadAsync(address));
    }

    [Fact]
    public async Task A_new_text_that_was_not_kept_is_offered_again_or_thrown_away()
    {
        const string Faq = "/Admin/Content/Edit?type=Faq";
        var author = await district.SignInAsync("methodist");
        await Writing.SendAsync(author, $"{Faq}&handler=Unsaved", await author.OpenAsync(Faq), new() { [Title] = "Как записаться?" });
        Assert.Contains("Как записаться?", await author.ReadAsync($"{Faq}&again=true"));

        await author.SubmitAsync(Faq, [], to: "handler=Forget");
        Assert.DoesNotContain("Вы здесь писали", await author.ReadAsync(Faq));
    }

    [Fact]
    public async Task Somebody_elses_changes_while_one_was_away_are_joined_with_what_was_not_kept()
    {
        var (author, other) = (await district.SignInAsync("methodist"), await district.SignInAsync("admin"));
        var address = await PublishAsync(author, "Вернулся к новости", "Было.");
        await Writing.SendAsync(author, $"{address}?handler=Unsaved", await author.OpenAsync(address), new() { [Summary] = "Сводка автора" });
        await other.SubmitAsync(address, new() { [Text] = "Текст другого" });
        var kept = await Writing.SendAsync(author, address, await author.OpenAsync($"{address}?again=true"), []);

        Assert.True(kept.IsRedirect, kept.Errors);
        var page = await author.ReadAsync(address);
        Assert.Contains("Сводка автора", page);
        Assert.Contains("Текст другого", page);
    }

    [Fact]
    public async Task Out_of_the_bin_a_text_is_a_draft()
    {
        var author = await district.SignInAsync("methodist");
        var address = await PublishAsync(author, "Лишняя новость", "Зря написал.");
        await author.SubmitAsync(address, [], to: "handler=Delete");
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/news/lishniaia-novost"));
        Assert.Contains("Лишняя новость", await author.ReadAsync("/Admin/Content?state=Deleted"));
        Assert.DoesNotContain("Лишняя новость", await author.ReadAsync("/Admin/Content"));

        await author.SubmitAsync(address, [], to: "handler=Restore");
        Assert.Contains("Зря написал.", await author.ReadAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/news/lishniaia-novost"));
    }

    [Fact]
    public async Task A_file_is_taken_only_from_those_who_may_write_there_and_only_where_it_is_asked_for()
    {
        var author = await district.SignInAsync("methodist");
        var address = await PublishAsync(author, "Новость с картинкой", "Текст.");
        var before = await FilesAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await SendFileAsync(author, address, "Nobody.Asks.File")).Status);
        Assert.Equal(before, await FilesAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await SendFileAsync(author, address, "Item.News.Image.Paths.File")).Status);
        Assert.Equal(before + 1, await FilesAsync());
        Assert.Contains("/media/", await author.ReadAsync(address));

        await author.SubmitAsync(address, [], to: "handler=Delete");
        Assert.Equal(HttpStatusCode.Forbidden, (await SendFileAsync(author, address, "Item.News.Image.Paths.File", opened: await author.OpenAsync(New))).Status);
        Assert.Equal(before + 1, await FilesAsync());
    }

    private Task<int> FilesAsync() => district.InDbAsync("", db => db.MediaFiles.CountAsync());

    private static async Task<Answer> SendFileAsync(Visitor author, string address, string control, Answer? opened = null)
    {
        var form = (opened ?? await author.OpenAsync(address)).Document.QuerySelector($"[name='{Title}']")!.Closest("form")!;
        using var body = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[name]:not([type=checkbox]):not([type=file])").OfType<AngleSharp.Html.Dom.IHtmlInputElement>()) body.Add(new StringContent(field.Value), field.GetAttribute("name")!);
        body.Add(new StringContent("Текст."), Text);
        body.Add(new ByteArrayContent([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0]), control, "Фото.png");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Answer.OfAsync(await author.Http.SendAsync(request));
    }

    [Fact]
    public async Task Script_in_every_field_stays_text()
    {
        const string Evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var author = await district.SignInAsync("methodist");
        await PublishAsync(author, $"Злая {Evil}", $"[x](javascript:alert(1)) {Evil}", (Summary, Evil), ("Item.News.Image.Paths.MediaTexts", Evil), (Path, "evil"));
        foreach (var page in new[] { "/news/evil", "/news" })
        {
            var shown = (await district.Visitor().OpenAsync(page)).Document;
            Assert.Empty(shown.QuerySelectorAll("main script, main [onerror], main a[href^='javascript']"));
        }
        Assert.Empty((await author.OpenAsync("/Admin/Content")).Document.QuerySelectorAll("main script, main [onerror]"));
    }

    private static async Task<string> PublishAsync(Visitor author, string title, string text, params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string> { [Title] = title, [Text] = text };
        foreach (var (field, value) in more) fields[field] = value;
        var page = await author.OpenAsync(New);
        var kept = await Writing.SendAsync(author, New, page, fields, "Publish");
        Assert.True(kept.IsRedirect, kept.Errors);
        return $"{kept.Location}";
    }

    private Task<List<string>> WrittenAsync(string id) => district.InDbAsync("", async db =>
    {
        var versions = await db.ContentItems.Where(i => i.ContentItemId == id).SelectMany(i => i.Versions).OrderBy(v => v.Number).Select(v => v.Data).ToListAsync();
        return versions.ConvertAll(v => System.Text.Json.Nodes.JsonNode.Parse(v)!["MarkdownBodyPart"]!["Markdown"]!.ToString());
    });
}
