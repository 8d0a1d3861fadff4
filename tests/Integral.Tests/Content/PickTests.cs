using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>Choosing other items in a form: the newest are in sight, the others are found, and what is chosen stays.</summary>
public sealed class PickTests(District district) : IClassFixture<District>
{
    private const int InSight = 30;

    [Fact]
    public async Task A_document_older_than_the_newest_used_to_fall_out_of_the_page_that_named_it_when_the_page_was_kept_again()
    {
        var (http, author) = (await district.ProgramAsync("", DeliveredRoles.Methodologist), await district.SignInAsync("methodist"));
        var old = await MadeAsync(http, "Document", new { TitlePart = new { Title = "Самый старый приказ" }, Document = Dated });
        for (var n = 0; n < InSight; n++) await MadeAsync(http, "Document", new { TitlePart = new { Title = $"Приказ номер {n}" }, Document = Dated });
        var page = await MadeAsync(http, "Page", new
        {
            TitlePart = new { Title = "Страница с приказом" },
            BagPart = new { ContentItems = new object[] { new { ContentItemId = "pickedblock000000000000000", ContentType = "DocumentsBlock", DocumentsBlock = new { Heading = new { Text = "Приказы" }, Documents = new { ContentItemIds = new[] { old } } } } } },
        });

        var form = (await author.OpenAsync($"/Admin/Content/Edit/{page}")).Document;
        var boxes = form.QuerySelectorAll("#item-form input[type=checkbox][name$='.Documents.ContentItemIds']");
        Assert.Equal(InSight + 1, boxes.Length);
        Assert.Equal((old, true), (boxes[0].GetAttribute("value"), boxes[0].HasAttribute("checked")));

        // As its form asks for the others: several may be chosen still, of the same kind and under the same name.
        var ask = form.QuerySelector("input[type=search][form=none]")!;
        var found = (await author.OpenAsync($"{ask.GetAttribute("hx-get")}&{ask.GetAttribute("name")}={Uri.EscapeDataString("номер 7")}&{Uri.EscapeDataString(boxes[0].GetAttribute("name")!)}={old}")).Document;
        Assert.Equal(["Самый старый приказ", "Приказ номер 27", "Приказ номер 17", "Приказ номер 7"], found.QuerySelectorAll($"input[type=checkbox][name='{boxes[0].GetAttribute("name")}']").Select(b => b.ParentElement!.TextContent.Trim()));
        Assert.Equal("Документы", found.QuerySelector("legend")!.TextContent);
    }

    [Fact]
    public async Task The_others_are_found_by_words_of_their_titles_and_what_was_chosen_stays_chosen()
    {
        var (http, author) = (await district.ProgramAsync("", DeliveredRoles.Methodologist), await district.SignInAsync("methodist"));
        var (chosen, sought) = (await MadeAsync(http, "Document", new { TitlePart = new { Title = "Приказ выбранный" }, Document = Dated }), await MadeAsync(http, "Document", new { TitlePart = new { Title = "Положение о квестах" }, Document = Dated }));
        var draft = await MadeAsync(http, "Document", new { TitlePart = new { Title = "Черновик о квестах" }, Document = Dated }, isPublished: false);

        var found = (await author.OpenAsync($"/Admin/Content/Pick?field=A.B&of=Document&many=true&lang=ru&A.B={chosen}&A-B-q={Uri.EscapeDataString("о КВЕСТАХ")}")).Document;
        Assert.Equal([chosen, sought], found.QuerySelectorAll("input[type=checkbox][name='A.B']").Select(b => b.GetAttribute("value")));
        Assert.Equal(chosen, Assert.Single(found.QuerySelectorAll("input[checked]")).GetAttribute("value"));
        Assert.DoesNotContain(draft, found.Source.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("coordinator")).StatusAsync("/Admin/Content/Pick?field=A&of=Document&lang=ru"));
    }

    private static object Dated => new { Date = new { Value = "2026-09-01T00:00:00Z" } };

    private static async Task<string> MadeAsync(HttpClient http, string type, object data, bool isPublished = true)
    {
        var answer = await http.PostAsJsonAsync("/api/v1/content/items", new { contentType = type, culture = "ru", publish = isPublished, data }, JsonSerializerOptions.Default);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return $"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["contentItemId"]}";
    }
}
