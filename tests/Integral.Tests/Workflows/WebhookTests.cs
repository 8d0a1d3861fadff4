using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Integral.Platform.Jobs;
using Integral.Platform.Security;
using Integral.Platform.Web;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Workflows.Calls;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>Another system, which answers as a test says.</summary>
internal sealed class OtherSystem : IDisposable
{
    private readonly HttpListener listener = new();

    public OtherSystem()
    {
        Port = MailServer.FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        listener.Start();
        _ = ListenAsync();
    }

    public int Port { get; }
    public int Answer { get; set; } = 204;
    public ConcurrentQueue<(string Body, WebHeaderCollection Headers)> Heard { get; } = new();

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext call;
            try { call = await listener.GetContextAsync(); }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException) { return; }
            using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
            Heard.Enqueue((await reader.ReadToEndAsync(), (WebHeaderCollection)call.Request.Headers));
            call.Response.StatusCode = Answer;
            call.Response.Close();
        }
    }

    public void Dispose() => ((IDisposable)listener).Dispose();
}

/// <summary>The demo with another system beside it that workflows may call.</summary>
public sealed class CallingDistrict : JobDistrict
{
    internal OtherSystem Other { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [.. base.Settings, new(WebhookHosts.Inside, $"127.0.0.1:{Other.Port}"), new(WebhookHosts.Outside, "crm.example.org, localtest.example:8443")];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Other.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Steps that tell another system.</summary>
public sealed class WebhookTests(CallingDistrict district) : IClassFixture<CallingDistrict>
{
    [Fact]
    public async Task The_other_system_is_told_what_was_decided_signed_and_without_names()
    {
        var head = await district.SignInArmedAsync("admin", "/centre");
        var secret = (await head.PostAsync("/centre/Admin/Workflows/Calls?handler=Secret", [])).Document.QuerySelector("code")!.TextContent;
        var subject = await DecidedAsync("step-told");
        await district.AllAsync();
        var (body, headers) = Assert.Single(district.Other.Heard, h => h.Body.Contains("step-told", StringComparison.Ordinal));
        var told = JsonNode.Parse(body)!["data"]!;
        Assert.Equal(("test", $"{subject}", "Accept"), ($"{told["kind"]}", $"{told["id"]}", $"{told["decided"]}"));
        Assert.DoesNotContain("Case ", body, StringComparison.Ordinal);
        var signed = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}"));
        Assert.Equal($"v1,{Convert.ToBase64String(signed)}", headers["webhook-signature"]);
        Assert.Contains("Отправлено", await head.ReadAsync("/centre/Admin/Workflows/Calls"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_isnt_taken_is_tried_again_with_the_same_id_and_given_up_after_a_day_until_somebody_sends_it_again()
    {
        district.Other.Answer = 503;
        try
        {
            await DecidedAsync("step-refused");
            for (var i = 0; i < 10; i++) await district.PassAsync(TimeSpan.FromHours(12));
            var tries = district.Other.Heard.Where(h => h.Body.Contains("step-refused", StringComparison.Ordinal)).ToList();
            Assert.Equal(7, tries.Count);
            Assert.Single(tries.Select(t => t.Headers["webhook-id"]).Distinct());
        }
        finally { district.Other.Answer = 204; }
        var http = await district.ProgramAsync(Centre, DeliveredRoles.TenantAdmin);
        var given = JsonNode.Parse(await http.GetStringAsync("/centre/api/v1/workflow-calls?stage=GivenUp"))!["items"]!.AsArray().Single(c => $"{c!["step"]}" == "step-refused")!;
        Assert.Contains("503", $"{given["why"]}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"/centre/api/v1/workflow-calls/{given["id"]}/resend", null)).StatusCode);
        await district.AllAsync();
        Assert.Equal(8, district.Other.Heard.Count(h => h.Body.Contains("step-refused", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync($"/centre/api/v1/workflow-calls/{given["id"]}/resend", null)).StatusCode);
    }

    [Fact]
    public async Task A_host_that_was_allowed_once_isnt_called_any_more()
    {
        await district.InDbAsync(Centre, async db =>
        {
            db.Add(new WebhookCall { CaseId = await db.WorkflowCases.Select(c => c.Id).FirstAsync(), Step = "forbidden", Address = "http://127.0.0.1:1/", Body = "{}", CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime, DueAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1) });
            return await db.SaveChangesAsync();
        });
        await district.InTenantAsync(Centre, services => services.GetServices<IWakes>().OfType<CallSending>().Single().WakeAsync(CancellationToken.None));
        Assert.Contains("127.0.0.1:1", (await district.InDbAsync(Centre, db => db.WebhookCalls.SingleAsync(c => c.Step == "forbidden"))).Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://crm.example.org/hook", true), InlineData("https://CRM.example.org:443/", true), InlineData("https://localtest.example:8443/x", true)]
    [InlineData("http://crm.example.org/hook", false), InlineData("https://crm.example.org:8080/", false), InlineData("https://evil.example.org/", false), InlineData("https://crm.example.org@evil.example.org/", false)]
    [InlineData("https://user:word@crm.example.org/", false), InlineData("ftp://crm.example.org/", false), InlineData("//crm.example.org/", false), InlineData("", false), InlineData("http://127.0.0.1/", false)]
    public void Only_hosts_that_the_operator_names_are_called(string address, bool isAllowed)
    {
        var hosts = new WebhookHosts(new ConfigurationBuilder().AddInMemoryCollection([new(WebhookHosts.Outside, "crm.example.org, localtest.example:8443")]).Build());
        Assert.Equal(isAllowed, hosts.Fault(address) is null);
    }

    [Theory]
    [InlineData("8.8.8.8", true), InlineData("2606:4700::1111", true), InlineData("::ffff:8.8.8.8", true)]
    [InlineData("127.0.0.1", false), InlineData("10.1.2.3", false), InlineData("172.31.0.1", false), InlineData("192.168.1.1", false), InlineData("169.254.169.254", false), InlineData("100.64.0.1", false), InlineData("0.0.0.0", false), InlineData("255.255.255.255", false)]
    [InlineData("::1", false), InlineData("::", false), InlineData("fd00::1", false), InlineData("fe80::1", false), InlineData("::ffff:10.0.0.1", false), InlineData("64:ff9b::a00:1", false), InlineData("2002:a00:1::", false)]
    public void Private_addresses_are_told_from_public_ones(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.Contain(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_to_a_private_address_is_not_connected_to()
    {
        using var client = new CallClient(new(new ConfigurationBuilder().AddInMemoryCollection([new(WebhookHosts.Outside, $"localhost:{district.Other.Port}")]).Build()));
        var trouble = await client.SendAsync(new() { CaseId = Guid.Empty, Step = "private", Address = $"https://localhost:{district.Other.Port}/", Body = "{}", CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime }, null, TimeProvider.System.GetUtcNow().UtcDateTime, CancellationToken.None);
        Assert.Equal("The address leads into a private network.", trouble?.Key);
    }

    private async Task<Guid> DecidedAsync(string title)
    {
        var definition = Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept"), Step("tell", "WebhookTask", $$"""{ "Url": "http://127.0.0.1:{{district.Other.Port}}/hook", "ActivityMetadata": { "Title": "{{title}}" } }""")], "start=Done>check", "check=Accept>tell");
        var subject = await district.BeginAsync(definition);
        Assert.Equal(HttpStatusCode.OK, (await (await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff)).DecideAsync(await district.TaskAsync(subject, "check"), "Accept")).StatusCode);
        return subject;
    }
}
