using System.Net;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>Looking at a draft before anybody else does.</summary>
public sealed class PreviewTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task What_stands_in_the_form_is_shown_as_visitors_would_see_it_and_isnt_kept()
    {
        var author = await district.SignInAsync("methodist");
        const string New = "/Admin/Content/Edit?type=Page";
        var shown = await Writing.SendToAsync(author, $"{New}&handler=Preview", await author.OpenAsync(New), new() { [Writing.Title] = "Ещё не сохранено", [Writing.Text] = "**Важно** <script>alert(1)</script>" });
        Assert.Contains("<strong>Важно</strong>", shown.Text);
        Assert.Contains("Ещё не сохранено", shown.Text);
        Assert.DoesNotContain("<script>", shown.Text);
        Assert.DoesNotContain("Ещё не сохранено", await author.ReadAsync("/Admin/Content"));
    }

    [Fact]
    public async Task What_some_readers_could_not_read_and_links_that_lead_nowhere_are_told_before_publishing()
    {
        var author = await district.SignInAsync("methodist");
        const string New = "/Admin/Content/Edit?type=Page";
        const string Poor = "## Первый\n\n#### Третий\n\n![](~/media/pictures/bus.webp) [здесь](~/about) и [пропавшая страница](~/no-such-page) ![кот](~/media/no-such-cat.png)";
        var shown = (await Writing.SendToAsync(author, $"{New}&handler=Preview", await author.OpenAsync(New), new() { [Writing.Title] = "Проверка", [Writing.Text] = Poor })).Text;
        Assert.Contains("Перед заголовком «Третий» пропущен уровень", shown);
        Assert.Contains("У картинки «bus.webp» нет описания", shown);
        Assert.Contains("Ссылка «здесь» не говорит", shown);
        Assert.Contains("Ссылка на «~/no-such-page» никуда не ведёт", shown);
        Assert.Contains("Файла «no-such-cat.png» здесь нет", shown);
        Assert.DoesNotContain("~/about", shown);

        const string Good = "## Первый\n\n### Второй\n\n![Автобус](~/media/pictures/bus.webp) [Об отделе](~/about), [новости](~/news), [вход](~/sign-in)";
        shown = (await Writing.SendToAsync(author, $"{New}&handler=Preview", await author.OpenAsync(New), new() { [Writing.Title] = "Проверка", [Writing.Text] = Good })).Text;
        Assert.DoesNotContain("Прежде чем публиковать", shown);
    }

    [Fact]
    public async Task A_link_shows_the_latest_version_to_whoever_has_it_until_it_is_withdrawn_or_old()
    {
        var author = await district.SignInAsync("methodist");
        var desk = await author.WriteAsync("Page", "Черновик по ссылке", "Первые слова.", isPublished: false);
        var link = await LinkAsync(author, desk);
        await author.SubmitAsync(desk, new() { [Writing.Text] = "Новые слова." });
        var seen = await district.Visitor().OpenAsync(link);
        Assert.Contains("Новые слова.", seen.Text);
        Assert.Equal("noindex", (await district.Visitor().Http.GetAsync(link)).Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"/school-1{link}"));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/chernovik-po-ssylke"));

        var second = await LinkAsync(author, desk);
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(link));
        var third = await LinkAsync(author, desk);
        Assert.NotEqual(second, third);
        await district.PassAsync(TimeSpan.FromDays(15));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(third));
    }

    private static async Task<string> LinkAsync(Visitor author, string desk)
    {
        var made = await author.SubmitAsync(desk, [], to: "handler=Link");
        return new Uri(made.Document.QuerySelector("a[href*='/preview/']")!.GetAttribute("href")!).AbsolutePath;
    }
}
