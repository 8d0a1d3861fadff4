using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Integral.Tests.Kit;

/// <summary>A person with a browser: opens pages, fills in the forms on them and sends them.</summary>
public sealed class Visitor(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public async Task<Answer> OpenAsync(string url) => await Answer.OfAsync(await Http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead));
    public async Task<HttpStatusCode> StatusAsync(string url) => (await OpenAsync(url)).Status;
    public async Task<string> ReadAsync(string url) => (await OpenAsync(url)).Text;

    /// <summary>Fills in the form of the page that holds these fields (or posts to the address that <paramref name="to"/> ends with) and sends it.</summary>
    public async Task<Answer> SubmitAsync(string url, Dictionary<string, string> fields, string? to = null)
    {
        var page = await OpenAsync(url);
        var form = page.Document.QuerySelectorAll("form").OfType<IHtmlFormElement>().OrderByDescending(f => f.Closest("main") is not null).FirstOrDefault(f =>
            (to is null || (f.GetAttribute("action") ?? "").Contains(to, StringComparison.Ordinal)) && fields.Keys.All(k => f.QuerySelector($"[name='{k}']") is not null));
        Assert.True(form is not null, $"{url} ({page.Status}) has no form with {string.Join(", ", fields.Keys)}.");
        return await PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : url, [.. Filled(form).Where(f => !fields.ContainsKey(f.Key)), .. fields]);
    }

    public async Task<Answer> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Answer.OfAsync(await Http.SendAsync(request));
    }

    /// <summary>What a browser would send of a form nobody touched.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = field.GetAttribute("name")!;
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }: break;
                case IHtmlInputElement { Type: "submit" or "button" or "file" }: break;
                case IHtmlInputElement input: yield return new(name, input.Value); break;
                case IHtmlSelectElement select: yield return new(name, select.Value ?? ""); break;
                case IHtmlTextAreaElement area: yield return new(name, area.Value); break;
            }
        }
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, Uri? Location, HttpResponseMessage Response)
{
    private IHtmlDocument? document;

    public bool IsRedirect => (int)Status is >= 300 and < 400;
    public IHtmlDocument Document => document ??= new HtmlParser().ParseDocument(Text);

    /// <summary>What the page says went wrong.</summary>
    public string Errors => string.Join(" ", Document.QuerySelectorAll("[role=alert], .field-error, .error").Select(e => e.TextContent.Trim()));

    internal static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await TextAsync(response.Content), response.Headers.Location, response);

    // A stream of events never ends by itself: who opened it has seen enough, and leaves.
    private static async Task<string> TextAsync(HttpContent content)
    {
        if (content.Headers.ContentType?.MediaType != "text/event-stream") return await content.ReadAsStringAsync();
        content.Dispose();
        return "";
    }
}
