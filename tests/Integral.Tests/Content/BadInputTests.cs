using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integral.Content.Editing;
using Integral.Content.Rendering;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Isolation;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content;

/// <summary>
/// What authors and files should not be able to do, as far as no other test shows it. Elsewhere: polyglots and headers in <see cref="PictureHeaderTests"/>,
/// files that act as pages in <see cref="MediaLibraryTests"/>, a picture of 200 MB in <see cref="MediaSizeTests"/>, files that mean harm to their
/// reader in <see cref="Search.WordsOfFileTests"/>, a type that has items in <see cref="TypeDeskTests"/>, a merged term in a filter in <see cref="ReferenceBookTests"/>.
/// </summary>
public sealed class BadInputTests(District district) : IClassFixture<District>
{
    private const string Evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    [Theory]
    [InlineData("News"), InlineData("Page"), InlineData("Announcement"), InlineData("Document"), InlineData("Competency"), InlineData("Faq")]
    public async Task Script_in_every_field_of_every_type_stays_text(string type)
    {
        var author = await district.SignInAsync("methodist");
        var page = $"/Admin/Content/Edit?type={type}";
        var opened = await author.OpenAsync(page);
        var form = opened.Document.QuerySelector($"[name='{Writing.Title}']")!.Closest("form")!;
        var fields = form.QuerySelectorAll("textarea[name^='Item.'], input[name^='Item.'][type=text]").Select(f => f.GetAttribute("name")!).Where(n => n != Writing.Path).ToDictionary(n => n, _ => Evil);
        foreach (var day in form.QuerySelectorAll("input[name^='Item.'][type=date]")) fields[day.GetAttribute("name")!] = "2026-11-02";
        fields[Writing.Title] = $"Зло {type} {Evil}";
        fields[Writing.Path] = $"evil-{type}".ToLowerInvariant();
        var kept = await Writing.SendAsync(author, page, opened, fields, "Publish");
        if (!kept.IsRedirect)       // a kind refuses what it can't be: an address that is none, a telephone with letters
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.Status);
            foreach (var fault in kept.Document.QuerySelectorAll(".field-error"))
                if (fault.ParentElement?.QuerySelector("[name^='Item.']")?.GetAttribute("name") is { } name) fields[name] = "";
            kept = await Writing.SendAsync(author, page, opened, fields, "Publish");
        }
        Assert.True(kept.IsRedirect, kept.Errors);

        var desk = $"{kept.Location}";
        Clean(await author.OpenAsync(desk));
        Clean(await author.OpenAsync(desk.Replace("/Edit/", "/Versions/", StringComparison.Ordinal).Split('?')[0]));
        Clean(await author.OpenAsync("/Admin/Content"));
        Clean(await author.OpenAsync($"/search?q={Uri.EscapeDataString($"Зло {type}")}"));
        var shown = (await author.OpenAsync($"/search?q={Uri.EscapeDataString($"Зло {type}")}")).Document.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("evil-", StringComparison.Ordinal));
        Clean(await district.Visitor().OpenAsync(shown));
        Clean(await district.Visitor().OpenAsync("/"));
    }

    [Fact]
    public async Task A_form_of_many_fields_used_to_be_refused_before_its_page_had_said_how_many_it_takes()
    {
        var author = await district.SignInAsync("methodist");
        const string address = "/Admin/Content/Edit?type=Page";
        var many = Enumerable.Range(0, 3000).ToDictionary(n => $"more.{n}", n => $"{n}");
        many[Writing.Title] = "Страница из многих полей";

        var kept = await Writing.SendAsync(author, address, await author.OpenAsync(address), many, "Publish");
        Assert.True(kept.IsRedirect, $"{kept.Status} {kept.Errors}");
    }

    [Fact]
    public async Task Script_in_the_name_and_the_texts_of_a_file_stays_text_wherever_it_is_shown()
    {
        var http = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var (status, body) = await MediaLibraryTests.SendAsync(http, $"{Evil}.txt", "words"u8.ToArray());
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(HttpStatusCode.OK, (await MediaLibraryTests.PutAsync(http, $"{body["id"]}", new() { ["name"] = $"{Evil}.txt", ["texts"] = new System.Text.Json.Nodes.JsonObject { ["ru"] = Evil } })).StatusCode);
        var author = await district.SignInAsync("methodist");
        foreach (var page in new[] { "/Admin/Media?q=script", $"/Admin/Media/File/{body["id"]}" })
        {
            var shown = await author.OpenAsync(page);
            Clean(shown);
            Assert.Contains("<script>alert(1)</script>", shown.Document.QuerySelector("main")!.TextContent + string.Concat(shown.Document.QuerySelectorAll("main input").Select(i => i.GetAttribute("value"))), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Bombs => [.. Made.Keys];

    private static readonly Dictionary<string, Func<string>> Made = new()
    {
        ["quotations in quotations"] = () => Many("> ", 50_000) + "x",
        ["lists in lists"] = () => string.Join('\n', Enumerable.Range(0, 700).Select(n => $"{new string(' ', n * 2)}- x")),
        ["brackets"] = () => Many("[", 100_000),
        ["links that are never closed"] = () => Many("[a](", 50_000),
        ["pictures in links"] = () => Many("[![", 50_000) + Many("](a)", 50_000),
        ["stars"] = () => Many("*a **b ", 30_000),
        ["stars and underlines in turn"] = () => Many("*_", 100_000) + "x" + Many("_*", 100_000),
        ["ticks of every length"] = () => string.Join(' ', Enumerable.Range(1, 900).Select(n => new string('`', n))),
        ["a wide table"] = () => $"|{Many("a|", 20_000)}\n|{Many("-|", 20_000)}\n|{Many("b|", 20_000)}",
        ["a long table"] = () => $"|a|b|\n|-|-|\n{Many("|a|b|\n", 80_000)}",
        ["angles"] = () => Many("<", 200_000),
        ["tags in tags"] = () => Many("<div>", 100_000),
        ["references to one address"] = () => $"[a]: /x\n\n{Many("[a] ", 100_000)}",
        ["entities"] = () => Many("&amp;", 100_000),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_text_that_unfolds_without_end_ends_soon_as_a_page_or_as_a_refusal(string how)
    {
        var (markdown, watch) = (Made[how](), Stopwatch.StartNew());
        if (Record.Exception(() => SafeHtmlTree.Check(Markdown.ToHtml(markdown[..Math.Min(markdown.Length, SafeHtml.MostCharacters)]))) is { } refusal) Assert.IsType<ArgumentException>(refusal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_a_program_names_in_small_letters_is_refused_and_not_kept_unread()
    {
        var http = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var answer = await http.PostAsJsonAsync("/api/v1/content/items", new JsonObject { ["contentType"] = "News", ["culture"] = "ru", ["data"] = new JsonObject { ["TitlePart"] = new JsonObject { ["title"] = "Малые буквы" } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("'title' wouldn't be read", Regex.Unescape(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_there_in_small_letters_may_be_sent_back_as_it_was_read()
    {
        var sheet = new Sheet(new("News", "News", [new("TitlePart", "TitlePart", "TitlePart", 0)]), null!, new() { ["TitlePart"] = Small("Из рецепта") }, null) { Culture = "ru" };
        sheet.Say(new() { ["TitlePart"] = Small("Из рецепта") });
        Assert.Throws<RuleException>(() => sheet.Say(new() { ["TitlePart"] = Small("Из программы") }));

        static JsonObject Small(string title) => new() { ["title"] = title };
    }

    [Fact]
    public async Task A_preview_with_private_addresses_asks_none_of_them()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)inside.LocalEndpoint).Port}/secret.png";
        var author = await district.SignInAsync("methodist");
        const string New = "/Admin/Content/Edit?type=Page";
        var text = $"![a]({address}) [b]({address}) {address}\n\n<img src=\"{address}\" alt=\"c\"> <iframe src=\"{address}\"></iframe> [d](http://169.254.169.254/latest/meta-data/)";
        var shown = await Writing.SendToAsync(author, $"{New}&handler=Preview", await author.OpenAsync(New), new() { [Writing.Title] = "Внутрь", [Writing.Text] = text });
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("169.254.169.254", shown.Text, StringComparison.Ordinal);
        await author.WriteAsync("Page", "Внутрь", text);
        Assert.False(inside.Pending());
        Assert.Empty(shown.Document.QuerySelectorAll("main iframe"));
    }

    [Fact]
    public async Task No_page_takes_the_address_of_something_that_the_system_answers()
    {
        var author = await district.SignInAsync("methodist");
        var first = Endpoints.All(district.Services).Select(e => e.Pattern.Split('/')[0].ToLowerInvariant()).Where(s => s.Length > 0 && s.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Distinct().ToList();
        Assert.InRange(first.Count, 10, 200);
        var reserved = district.Services.GetRequiredService<TenantAddresses>();
        Assert.All(first, segment => Assert.True(reserved.IsReserved(segment), segment));
        const string Page = "/Admin/Content/Edit?type=Page";
        var opened = await author.OpenAsync(Page);
        foreach (var path in new[] { "search", "admin", "api/v1", "media/x", "sign-in", "kk/news", "health", "school-1" })
        {
            var refused = await Writing.SendAsync(author, Page, opened, new() { [Writing.Title] = "Чужой адрес", [Writing.Text] = "Долго писал.", [Writing.Path] = path }, "Publish");
            Assert.True(refused.Status == HttpStatusCode.UnprocessableEntity, $"{path}: {refused.Status}");
            Assert.Contains("Долго писал.", refused.Text, StringComparison.Ordinal);
        }
    }

    private static string Many(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static void Clean(Answer page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("main script, main [onerror], main a[href^='javascript' i], main iframe"));
    }
}
