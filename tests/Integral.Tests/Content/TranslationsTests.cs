using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Integral.Content.Data;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>One text in several languages, and addresses that change.</summary>
public sealed class TranslationsTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_translation_begins_with_the_words_of_the_original_and_visitors_find_it_in_their_language()
    {
        var author = await district.SignInAsync("methodist");
        var desk = await author.WriteAsync("News", "Новость для перевода", "Слова оригинала.");
        Assert.Contains("Новость для перевода", await author.ReadAsync("/Admin/Content?missing=kk"));
        var translate = (await author.OpenAsync(desk)).Document.QuerySelector("a[href*='lang=kk']")!.GetAttribute("href")!;
        var form = await author.OpenAsync(translate);
        Assert.Contains("Слова оригинала.", form.Text);

        var kept = await Writing.SendAsync(author, translate, form, new() { [Writing.Title] = "Аударылған жаңалық", [Writing.Text] = "Аударма сөздері.", [Writing.Path] = "audarma" }, "Publish");
        Assert.True(kept.IsRedirect, kept.Errors);
        Assert.Contains("Аударма сөздері.", await district.Visitor().ReadAsync("/kk/news/audarma"));
        var moved = await district.Visitor().OpenAsync("/kk/news/novost-dlia-perevoda");     // the original's address leads to the translation
        Assert.EndsWith("/kk/news/audarma", $"{moved.Location}");
        Assert.DoesNotContain("Новость для перевода", await author.ReadAsync("/Admin/Content?missing=kk"));

        Assert.Equal($"{kept.Location}", $"{(await author.OpenAsync(translate)).Location}");      // it is there already
        Assert.Equal(HttpStatusCode.NotFound, await author.StatusAsync("/Admin/Content/Edit?type=News&lang=xx"));
        await author.SubmitAsync(desk, new() { [Writing.Text] = "Изменено." });
        Assert.Contains("старее этого текста", await author.ReadAsync(desk));
    }

    [Fact]
    public async Task Programs_translate_too_and_not_twice()
    {
        var author = await district.SignInAsync("methodist");
        var desk = await author.WriteAsync("Page", "Перевод из программы", "Оригинал.");
        using var program = await district.ProgramAsync("", "methodologist");
        var body = new { contentType = "Page", culture = "uk", publish = true, translationOf = desk.Split('/')[^1], data = new { TitlePart = new { Title = "Переклад із програми" }, AutoroutePart = new { Path = "pereklad-3" } } };
        Assert.Equal(HttpStatusCode.Created, (await program.PostAsJsonAsync("/api/v1/content/items", body, JsonSerializerOptions.Default)).StatusCode);
        var read = await district.Visitor().ReadAsync("/uk/pereklad-3");
        Assert.Contains("Оригинал.", read);
        Assert.Contains("Переклад із програми", read);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync("/api/v1/content/items", body, JsonSerializerOptions.Default)).StatusCode);
    }

    [Fact]
    public async Task An_old_address_leads_to_the_new_one_until_another_page_takes_it()
    {
        var author = await district.SignInAsync("methodist");
        var desk = await author.WriteAsync("Page", "Переезд", "Текст.", more: [(Writing.Path, "old-place")]);
        await Writing.SendAsync(author, desk, await author.OpenAsync(desk), new() { [Writing.Path] = "new-place" }, "Publish");
        var moved = await district.Visitor().OpenAsync("/old-place");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/new-place"), (moved.Status, $"{moved.Location}"));
        await Writing.SendAsync(author, desk, await author.OpenAsync(desk), new() { [Writing.Path] = "third-place" }, "Publish");
        Assert.Equal("/third-place", $"{(await district.Visitor().OpenAsync("/old-place")).Location}");

        await author.WriteAsync("Page", "Новый жилец", "Теперь здесь он.", more: [(Writing.Path, "old-place")]);
        Assert.Contains("Теперь здесь он.", await district.Visitor().ReadAsync("/old-place"));
        await author.SubmitAsync(desk, [], to: "handler=Delete");
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/new-place"));
        Assert.Equal(0, await district.InDbAsync("school-1", db => db.FormerAddresses.CountAsync()));
    }
}
