using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Integral.Load.Setup;

/// <summary>What an import came to.</summary>
/// <param name="Checked">How long the look at it took, from the file to the page that says what would be done.</param>
/// <param name="Took">From the button to the page that says what was done.</param>
/// <param name="Counts">Added, changed, without a change, refused; empty where it was cancelled.</param>
internal sealed record Imported(TimeSpan Checked, TimeSpan Took, IReadOnlyList<int> Counts, string Page);

/// <summary>Somebody who imports people on the screen of the demo's school.</summary>
internal sealed partial class ImportScreen(HttpClient http, string cookie)
{
    private const string Start = "/school-1/Admin/People/Import";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public static async Task<ImportScreen> OpenAsync(HttpClient http) => new(http, (await Guests.CookieAsync(http, "head@demo.local", "/school-1", "/Admin/People/Import"))["Cookie: ".Length..]);

    /// <param name="cancelAt">The percentage at which it is cancelled; null for one that isn't.</param>
    public async Task<Imported> RunAsync(string table, int? cancelAt = null)
    {
        var (progress, form, wasChecked) = await BeginAsync(table);
        var asked = Stopwatch.GetTimestamp();
        for (var isCancelled = false; await PercentAsync(progress) is { } percent; await Task.Delay(Look))
        {
            if (isCancelled || cancelAt is null || percent < cancelAt) continue;
            isCancelled = true;
            asked = Stopwatch.GetTimestamp();
            await PostAsync($"{progress}?handler=Cancel", new FormUrlEncodedContent([new("__RequestVerificationToken", form["__RequestVerificationToken"])]));
        }
        var (took, page) = (Stopwatch.GetElapsedTime(asked), await ReadAsync(progress));
        return new(wasChecked, took, [.. Summary().Match(page).Groups.Values.Skip(1).Where(g => g.Success).Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture))], page);
    }

    /// <returns>The address of its progress.</returns>
    public async Task<(string Progress, Dictionary<string, string> Form, TimeSpan Checked)> BeginAsync(string table)
    {
        var asked = Stopwatch.GetTimestamp();
        var check = await UploadAsync(table);
        var form = EditForm.Read(await ReadAsync(check));
        var wasChecked = Stopwatch.GetElapsedTime(asked);
        return (await PostAsync(check, new FormUrlEncodedContent(form)), form, wasChecked);
    }

    /// <summary>The same person on another server, or on the same one after a restart.</summary>
    public ImportScreen At(HttpClient other) => new(other, cookie);

    private async Task<string> UploadAsync(string table)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(table));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await PostAsync(Start, new MultipartFormDataContent { { new StringContent(EditForm.Read(await ReadAsync(Start))["__RequestVerificationToken"]), "__RequestVerificationToken" }, { file, "Form.File", "people.csv" } });
    }

    /// <returns>Null when it is at its end.</returns>
    public async Task<int?> PercentAsync(string progress)
    {
        using var answer = await SendAsync(HttpMethod.Get, progress, null, isPart: true);
        return answer.Headers.Contains("HX-Refresh") ? null : Percent().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } part ? int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    public async Task<string> ReadAsync(string address)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, null);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <returns>Where it leads.</returns>
    private async Task<string> PostAsync(string address, HttpContent content)
    {
        using var answer = await SendAsync(HttpMethod.Post, address, content);
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{address} answers {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, bool isPart = false)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (isPart) request.Headers.Add("HX-Request", "true");
        return await http.SendAsync(request);
    }

    [GeneratedRegex(@"<progress[^>]*value=""(\d+)")]
    private static partial Regex Percent();

    [GeneratedRegex(@"Добавлено людей: (\d+)\. Изменено: (\d+)\. Без изменений: (\d+)\. Отклонено: (\d+)\.")]
    private static partial Regex Summary();
}
