using System.Collections.Concurrent;
using System.Net;
using Integral.Tests.Kit;

namespace Integral.Tests.Live;

/// <summary>A browser that listens to an institution, and all it was told.</summary>
internal sealed class Ear : IDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Task listening;

    private Ear(HttpResponseMessage answer)
    {
        this.answer = answer;
        listening = ListenAsync();
    }

    public bool IsOver => listening.IsCompleted;

    public static async Task<Ear> AtAsync(Visitor person, string tenant, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{tenant}/api/v1/events");
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        var answer = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        return new(answer);
    }

    public bool Has(string text) => lines.Any(l => l.Contains(text, StringComparison.Ordinal));
    public int Count(string text) => lines.Count(l => l.Contains(text, StringComparison.Ordinal));
    public Task HearsAsync(string text) => Until.TrueAsync(() => Task.FromResult(Has(text)), $"'{text}' was not heard");
    public Task EndsAsync() => Until.TrueAsync(() => Task.FromResult(IsOver), "the stream goes on");

    private async Task ListenAsync()
    {
        try
        {
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() is { } line) lines.Enqueue(line);
        }
        catch (Exception end) when (end is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException) { }
    }

    public void Dispose() => answer.Dispose();
}
