using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Load.Setup;

namespace Integral.Load.Scenarios;

/// <summary>How an editor's saves went.</summary>
/// <param name="Times">Of each, in microseconds.</param>
internal sealed record Edited(IReadOnlyList<int> Times, int Errors, string? Complaint);

/// <summary>Pages of usual length with two blocks and five documents they name, published on the screen again and again, each time with other words.</summary>
internal sealed class Editing
{
    private const string Login = "methodist@demo.local", Text = "Item.MarkdownBodyPart.Markdown";
    private const int Words = 300, Changed = 20, Documents = 5;

    private readonly HttpClient http;
    private readonly string cookie;
    private readonly List<string> ids = [];

    private Editing(HttpClient http, string cookie) => (this.http, this.cookie) = (http, cookie);

    /// <summary>Of the first page.</summary>
    public string Slug { get; private set; } = "";

    public static async Task<Editing> PrepareAsync(HttpClient http, int pages)
    {
        var token = await Guests.TokenAsync(http, Login, "");
        var editing = new Editing(http, (await Guests.CookieAsync(http, Login, "", "/Admin/Content/Index"))["Cookie: ".Length..]);
        for (var n = 0; n < pages; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/content/items") { Content = JsonContent.Create(new { contentType = "Page", culture = "ru", publish = true, data = Page(n) }, options: JsonSerializerOptions.Default) };
            request.Headers.Add("Authorization", token["Authorization: ".Length..]);
            using var answer = await http.SendAsync(request);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"A page can't be written: {await answer.Content.ReadAsStringAsync()}");
            var item = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
            editing.ids.Add($"{item["contentItemId"]}");
            if (n == 0) editing.Slug = $"{item["slug"]}";
        }
        return editing;
    }

    /// <summary>One editor, who opens a page, changes words in it, publishes it, and waits. What is measured is from the button to the answer.</summary>
    public async Task<Edited> EditAsync(int editor, TimeSpan pause, long began, TimeSpan from, TimeSpan until)
    {
        var (times, errors, complaint, address) = (new List<int>(), 0, (string?)null, $"/Admin/Content/Edit/{ids[editor]}");
        await Task.Delay(pause * Random.Shared.NextDouble());
        for (var turn = 0; Stopwatch.GetElapsedTime(began) < until; turn++)
        {
            using var opened = await SendAsync(HttpMethod.Get, address, null);
            var form = EditForm.Read(await opened.Content.ReadAsStringAsync());
            var words = form.GetValueOrDefault(Text, "").Split(' ');
            form[Text] = string.Join(' ', Some(Changed).Concat(words.Skip(Changed)));
            var asked = Stopwatch.GetTimestamp();
            using var kept = await SendAsync(HttpMethod.Post, $"{address}?handler=Publish", new FormUrlEncodedContent(form));
            if (Stopwatch.GetElapsedTime(began) > from) times.Add((int)Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
            if (kept.StatusCode != HttpStatusCode.Redirect || words.Length < Words) (errors, complaint) = (errors + 1, $"{(int)opened.StatusCode} and {(int)kept.StatusCode}, {words.Length} words");
            await Task.Delay(pause);
        }
        return new(times, errors, complaint);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await http.SendAsync(request);
    }

    private static object Page(int n) => new
    {
        TitlePart = new { Title = $"Страница {n} для измерения" },
        MarkdownBodyPart = new { Markdown = string.Join(' ', Some(Words)) },
        BagPart = new
        {
            ContentItems = new object[]
            {
                new { ContentItemId = $"loadtext{n:D18}", ContentType = "TextBlock", TextBlock = new { Heading = new { Text = "Подробности" }, Text = new { Markdown = string.Join(' ', Some(Words / 5)) } } },
                new { ContentItemId = $"loaddocs{n:D18}", ContentType = "DocumentsBlock", DocumentsBlock = new { Heading = new { Text = "Документы" }, Documents = new { ContentItemIds = Enumerable.Range(n * Documents, Documents).Select(d => $"loaded{d:D20}") } } },
            },
        },
    };

    private static IEnumerable<string> Some(int words) => Enumerable.Range(0, words).Select(_ => LargeSite.Words[LargeSite.Place(Random.Shared)]);
}
