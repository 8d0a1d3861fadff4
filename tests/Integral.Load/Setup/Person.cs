using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integral.Load.Setup;

/// <summary>Someone of the demo who speaks to one node through the API.</summary>
internal sealed class Person(HttpClient http, string token)
{
    public static async Task<Person> AtAsync(Server node, string login, string tenant) => new(node.Http, await Guests.TokenAsync(node.Http, login, tenant));

    /// <exception cref="HttpRequestException">It was refused.</exception>
    public async Task<JsonNode?> AskAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text.Length == 0 ? null : JsonNode.Parse(text) : throw new HttpRequestException($"{method} {path}: {text}");
    }

    public async Task<int> StatusAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null);
        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Authorization", token["Authorization: ".Length..]);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await http.SendAsync(request);
    }
}
