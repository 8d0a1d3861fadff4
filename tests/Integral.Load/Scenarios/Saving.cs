using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>Persons whose phone numbers are saved again and again; each number is told from all others.</summary>
internal sealed partial class Saving(int connections)
{
    private const string Tenant = "/school-1";
    private static readonly Expected Saved = new(302, "");

    private readonly Person[] people = new Person[connections];
    private string token = "";
    private int round;

    /// <summary>Makes the persons, and finds out which version the next save of each must name.</summary>
    public async Task PrepareAsync(HttpClient http)
    {
        round++;
        token = await Guests.TokenAsync(http, "head@demo.local", Tenant);
        for (var i = 0; i < connections; i++)
        {
            people[i] ??= new((string)(await SendAsync(http, HttpMethod.Post, "/api/v1/people", JsonContent.Create(new { familyName = $"Saved{i}", roles = new[] { "learner" } })))["id"]!);
            people[i].Asked = 0;
            (people[i].Version, people[i].Step) = (await VersionAsync(http, people[i]), 0);
        }
        // A save raises the version by as much as the page changes; the first one shows it.
        for (var i = 0; i < connections; i++)
        {
            using var first = new HttpRequestMessage(HttpMethod.Post, people[i].Page) { Content = new StringContent(Form(people[i], i), null, "application/x-www-form-urlencoded") };
            Sign(first);
            using var answer = await http.SendAsync(first);
            var version = await VersionAsync(http, people[i]);
            (people[i].Step, people[i].Version, people[i].Asked) = (version - people[i].Version, version, 1);
        }
    }

    /// <summary>The next save of a connection; that it is asked for means that the former one was answered.</summary>
    public Ask Next(int connection)
    {
        var person = people[connection];
        var body = Form(person, connection);
        person.Asked++;
        person.Version += person.Step;
        return new(Ask.Post(person.Page, "application/x-www-form-urlencoded", body, token, "Sec-Fetch-Site: same-origin"), Saved);
    }

    /// <summary>Looks for every answered save of the last round in the audit trail, and for the last one in the person.</summary>
    public async Task<(int Answered, int Missing)> MissingAsync(HttpClient http)
    {
        token = await Guests.TokenAsync(http, "head@demo.local", Tenant);
        var (answered, missing) = (0, 0);
        for (var i = 0; i < connections; i++)
        {
            var there = await NumbersAsync(http, people[i]);
            var sure = Enumerable.Range(0, people[i].Asked - 1).Select(n => Number(i, n)).ToList();
            answered += sure.Count;
            missing += sure.Count(n => !there.Contains(n));
            var now = (string)(await SendAsync(http, HttpMethod.Get, $"/api/v1/people/{people[i].Id}", null))["phone"]!;
            if (now != Number(i, people[i].Asked - 1) && now != Number(i, people[i].Asked - 2)) missing++;
        }
        return (answered, missing);
    }

    // Newest first, and no further back than this round: the rounds before it saved many times as much.
    private async Task<HashSet<string>> NumbersAsync(HttpClient http, Person person)
    {
        var numbers = new HashSet<string>();
        for (string? after = ""; after is not null && numbers.All(IsOfThisRound);)
        {
            var page = await SendAsync(http, HttpMethod.Get, $"/api/v1/audit?kind=Person&records={person.Id}&limit=100{(after.Length > 0 ? $"&after={after}" : "")}", null);
            foreach (var entry in page["items"]!.AsArray())
                if (JsonNode.Parse((string?)entry!["payload"] ?? "{}")?["Phone"]?[1] is { } phone) numbers.Add((string)phone!);
            after = (string?)page["next"];
        }
        return numbers;
    }

    private async Task<int> VersionAsync(HttpClient http, Person person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, person.Page);
        Sign(request);
        using var answer = await http.SendAsync(request);
        return int.Parse(Version().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private async Task<JsonNode> SendAsync(HttpClient http, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, Tenant + path) { Content = content };
        Sign(request);
        using var answer = await http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private void Sign(HttpRequestMessage request)
    {
        request.Headers.Add("Authorization", token["Authorization: ".Length..]);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
    }

    private string Form(Person person, int connection) => $"Form.FamilyName=Saved{connection}&Form.GivenName=&Form.Phone={Number(connection, person.Asked)}&Form.Version={person.Version}";
    private bool IsOfThisRound(string number) => number.StartsWith($"{round}-", StringComparison.Ordinal);
    private string Number(int connection, int save) => $"{round}-{connection}-{save}";

    [GeneratedRegex("name=\"Form.Version\"[^>]*value=\"(\\d+)\"")]
    private static partial Regex Version();

    private sealed class Person(string id)
    {
        public string Id { get; } = id;
        public string Page { get; } = $"{Tenant}/Admin/People/Edit/{id}";
        public int Asked { get; set; }
        public int Version { get; set; }
        public int Step { get; set; }
    }
}
