using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>Workflows as programs read and change them.</summary>
public sealed class WorkflowsApiTests(District district) : IClassFixture<District>
{
    private const string Api = "/centre/api/v1/workflows";

    [Fact]
    public async Task A_definition_is_read_and_said_anew_as_a_version_that_running_cases_do_not_follow()
    {
        var (http, name) = (await HeadAsync(), $"Said {Guid.NewGuid():N}");
        var made = await http.PostAsJsonAsync(Api, Body(name, "Accept"));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var one = (await made.Content.ReadFromJsonAsync<JsonNode>())!;
        var (url, id) = ($"{Api}/{one["id"]}", Guid.Parse($"{one["id"]}"));
        var subject = await CaseAsync(id);

        var read = await http.GetAsync(url);
        var body = (await read.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((name, 1), ($"{body["name"]}", (int)body["number"]!));
        var same = await PutAsync(http, url, new JsonObject { ["name"] = name, ["isEnabled"] = false, ["definition"] = body["definition"]!.DeepClone() }, $"{read.Headers.ETag}");
        Assert.Equal(1, (int)(await same.Content.ReadFromJsonAsync<JsonNode>())!["number"]!);

        var changed = await PutAsync(http, url, Body(name, "Accept", "Refuse"), $"{same.Headers.ETag}");
        Assert.Equal(2, (int)(await changed.Content.ReadFromJsonAsync<JsonNode>())!["number"]!);
        Assert.NotEqual($"{same.Headers.ETag}", $"{changed.Headers.ETag}");
        Assert.Equal(1, await district.InDbAsync(Centre, db => db.WorkflowCases.Where(c => c.SubjectId == subject).Select(c => db.Set<WorkflowVersion>().Where(v => v.Id == c.VersionId).Select(v => v.Number).First()).SingleAsync()));
        Assert.DoesNotContain("Refuse", await http.GetStringAsync($"{url}/versions/1"), StringComparison.Ordinal);
        Assert.Equal([2, 1], (await http.GetFromJsonAsync<JsonNode>($"{url}/versions"))!["items"]!.AsArray().Select(v => (int)v!["number"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{url}/versions/3")).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_change_one_workflow_the_second_is_told()
    {
        var http = await HeadAsync();
        var url = $"{Api}/{await MakeAsync(http)}";
        var tag = $"{(await http.GetAsync(url)).Headers.ETag}";
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await PutAsync(http, url, Body("Mine", "Accept"), null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, url, Body("Mine", "Accept"), tag)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, url, Body("Theirs", "Accept"), tag)).StatusCode);
        Assert.Equal("Mine", $"{(await http.GetFromJsonAsync<JsonNode>(url))!["name"]}");

        var now = $"{(await http.GetAsync(url)).Headers.ETag}";
        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => PutAsync(http, url, Body($"At once {n}", "Accept"), now)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_the_step_and_nothing_is_kept()
    {
        var http = await HeadAsync();
        var definition = Definition([Step("start", Start, isStart: true), Decision("check", "nobody_knows", "Accept"), Decision("lost", DeliveredRoles.CentreStaff)], "start=Done>check");
        var refused = await http.PostAsJsonAsync(Api, new JsonObject { ["name"] = "Wrong", ["isEnabled"] = true, ["definition"] = definition });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var faults = (await refused.Content.ReadFromJsonAsync<JsonNode>())!["faults"]!.AsArray().Select(f => ($"{f!["id"]}", $"{f["what"]}")).ToList();
        Assert.Contains(faults, f => f.Item1 == "check" && f.Item2.Contains("nobody_knows", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Item1 == "lost");
        Assert.False(await district.InDbAsync(Centre, db => db.WorkflowTypes.AnyAsync(t => t.Name == "Wrong")));
    }

    [Theory, InlineData("""{ "name": "X", "isEnabled": true, "definition": { "Activities": [], "Activities": [] } }""", HttpStatusCode.UnprocessableEntity), InlineData("""{ "name": "X", "isEnabled": true }""", HttpStatusCode.BadRequest), InlineData("""{ "name": "X", "isEnabled": true, "definition": {}, "number": 7 }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "name": "X", "isEnabled": true, "definition": 5 }""", HttpStatusCode.UnprocessableEntity), InlineData("""{ "name": "X", "isEnabled": true, "definition": { "Activities": "none", "Transitions": 5 } }""", HttpStatusCode.UnprocessableEntity), InlineData("""{ "name": "X", "isEnabled": true, "definition": { "Activities": [ { "ActivityId": "a\u0000", "Name": "ApplicationSubmittedEvent", "IsStart": true } ] } }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{ "name": "X", "isEnabled": true, "definition": { "Activities": [ { "ActivityId": "a", "Name": "ApplicationSubmittedEvent", "IsStart": true, "Properties": [1] }, { "ActivityId": "a", "Name": "JoinTask" }, null, 7 ] } }""", HttpStatusCode.UnprocessableEntity)]
    public async Task Senseless_definitions_are_refused(string body, HttpStatusCode status) =>
        Assert.Equal(status, (await (await HeadAsync()).PostAsync(Api, new StringContent(body, null, "application/json"))).StatusCode);

    [Fact]
    public async Task Who_may_look_may_not_change()
    {
        var (head, staff) = (await HeadAsync(), await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff));
        var url = $"{Api}/{await MakeAsync(head)}";
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(staff, url, Body("Mine", "Accept"), "*")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostAsJsonAsync(Api, Body("Mine", "Accept"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await district.ProgramAsync(Centre, DeliveredRoles.Teacher)).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.ProgramAsync("school-1", DeliveredRoles.Head)).GetAsync(url.Replace("/centre", "/school-1", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task The_list_comes_in_parts()
    {
        var http = await HeadAsync();
        for (var n = 0; n < 3; n++) await MakeAsync(http);
        var first = (await http.GetFromJsonAsync<JsonNode>($"{Api}?limit=2"))!;
        var second = (await http.GetFromJsonAsync<JsonNode>($"{Api}?limit=2&after={first["next"]}"))!;
        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.Empty(first["items"]!.AsArray().Select(i => $"{i!["id"]}").Intersect(second["items"]!.AsArray().Select(i => $"{i!["id"]}")));
        Assert.Equal(await district.CostAsync(() => http.GetStringAsync($"{Api}?limit=1")), await district.CostAsync(() => http.GetStringAsync($"{Api}?limit=3")));
    }

    private Task<HttpClient> HeadAsync() => district.ProgramAsync(Centre, DeliveredRoles.Head);

    /// <summary>Off: the demo's own applications aren't to go by it.</summary>
    private static JsonObject Body(string name, params string[] actions) => new()
    {
        ["name"] = name, ["isEnabled"] = false, ["definition"] = Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, actions)], "start=Done>check"),
    };

    private static async Task<string> MakeAsync(HttpClient http) => $"{(await (await http.PostAsJsonAsync(Api, Body("Some", "Accept"))).Content.ReadFromJsonAsync<JsonNode>())!["id"]}";

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, string url, JsonObject body, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(body) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return http.SendAsync(request);
    }

    private Task<Guid> CaseAsync(Guid type) => district.InDbAsync(Centre, async db =>
    {
        var (version, subject) = (await db.WorkflowVersions.SingleAsync(v => v.TypeId == type), Guid.NewGuid());
        db.Add(new WorkflowCase(version.Id, new("test", subject, "Case", ""), version.At));
        await db.SaveChangesAsync();
        return subject;
    });
}
