using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Programs;
using Integral.Programs.Data;
using Integral.Programs.Requests;
using Integral.Tests.Kit;
using Integral.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Programs;

/// <summary>A workflow writes the programme that an organisation has asked for.</summary>
public sealed class WrittenByWorkflowTests(District district) : IClassFixture<District>
{
    private const string Api = "/centre/api/v1/programme-requests";

    private static JsonObject Flow => Definition([Step("start", Start, isStart: true),
        Step("plan", "UserTaskEvent", """{ "Actions": ["Write it"], "Roles": ["centre_staff"], "ActivityMetadata": { "Title": "plan" }, "Form": [ { "Name": "hours", "Label": "Hours", "Kind": "Number" } ] }"""),
        Step("write", "WriteRequestedProgrammeTask", """{ "HoursFrom": "hours", "Hours": 16 }"""), Decision("next", DeliveredRoles.CentreStaff, "Accept")], "start=Done>plan", "plan=Write it>write", "write=Done>next");

    [Theory, InlineData("72", 72), InlineData(null, 16)]
    public async Task It_is_written_once_however_many_decide_with_the_hours_that_were_answered(string? answered, int hours)
    {
        var (http, other) = (await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff), await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff));
        var (request, task) = await BeginAsync(http, $"Наладчик, {hours} ч");
        var said = new { outcome = "Write it", answers = new Dictionary<string, string?> { ["hours"] = answered } };
        var decided = await Task.WhenAll(http.PostAsJsonAsync($"{Inbox}/{task}/decide", said), other.PostAsJsonAsync($"{Inbox}/{task}/decide", said));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], decided.Select(d => d.StatusCode).Order());
        var programme = Assert.Single(await WrittenAsync($"Наладчик, {hours} ч"));
        Assert.Equal((hours, false, "Станки новые."), (programme.Hours, programme.IsPublished, programme.Goals));
        Assert.Equal((RequestStatus.Built, (Guid?)programme.Id), await StateAsync(request));
    }

    [Fact]
    public async Task Taken_back_it_is_as_if_it_had_never_been_unless_somebody_has_gone_on_writing_it()
    {
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var (request, task) = await BeginAsync(http, "Назад");
        Assert.Equal(1, await BackAsync(http, task));
        Assert.Empty(await WrittenAsync("Назад"));
        Assert.Equal((RequestStatus.Accepted, null), await StateAsync(request));

        var with = await DecidedAsync(http, task);
        await district.InDbAsync(Centre, async db =>
        {
            var programme = await db.Programmes.SingleAsync(p => p.Name == "Назад");
            programme.Describe(programme.ToWords() with { Summary = "Written further" }, "ru", DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(0, (int)(await (await http.PostAsync($"{Inbox}/take-back/{with}", null)).Content.ReadFromJsonAsync<JsonNode>())!["done"]!);
        Assert.Single(await WrittenAsync("Назад"));
    }

    [Theory, InlineData("{}"), InlineData("""{ "Hours": 0 }"""), InlineData("""{ "Hours": 9999 }""")]
    public void Without_hours_it_is_told_with_its_step(string properties)
    {
        var graph = Graph.Read(Definition([Step("start", Start, isStart: true), Step("write", "WriteRequestedProgrammeTask", properties)], "start=Done>write"));
        Assert.Equal("WriteRequestedProgrammeTask", Assert.Single(district.Services.GetRequiredService<GraphCheck>().Faults(graph, new HashSet<string>())).Node);
    }

    private async Task<(Guid Request, Guid Task)> BeginAsync(HttpClient http, string title)
    {
        var partner = await district.ProgramAsync(Centre, DeliveredRoles.PartnerOrg);
        var sent = await partner.PostAsJsonAsync(Api, new { key = $"{Guid.NewGuid()}", organisation = "Прибой", title, purpose = "Станки новые.", people = 5, form = "Mixed", skills = "Налаживает" });
        var id = Guid.Parse($"{(await sent.Content.ReadFromJsonAsync<JsonNode>())!["id"]}");
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(await district.TaskAsync(id, "Look at the request"), "Accept")).StatusCode);
        await district.BeginAsync(Flow, new(ProgrammeRequest.Kind, id, "Прибой", title));
        return (id, await district.TaskAsync(id, "plan"));
    }

    private static async Task<string> DecidedAsync(HttpClient http, Guid task) => $"{(await (await http.DecideAsync(task, "Write it")).Content.ReadFromJsonAsync<JsonNode>())!["with"]}";

    private static async Task<int> BackAsync(HttpClient http, Guid task) =>
        (int)(await (await http.PostAsync($"{Inbox}/take-back/{await DecidedAsync(http, task)}", null)).Content.ReadFromJsonAsync<JsonNode>())!["done"]!;

    private Task<List<Programme>> WrittenAsync(string name) => district.InDbAsync(Centre, db => db.Programmes.Where(p => p.Name == name).ToListAsync());
    private async Task<(RequestStatus, Guid?)> StateAsync(Guid request)
    {
        var found = await district.InDbAsync(Centre, db => db.ProgrammeRequests.Where(r => r.Id == request).Select(r => new { r.Status, r.ProgrammeId }).SingleAsync());
        return (found.Status, found.ProgrammeId);
    }
}
