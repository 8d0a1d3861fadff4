using System.Net;
using System.Net.Http.Json;
using Integral.People.Data;
using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Data;

/// <summary>A damaged file and a full disk: a plain message, nothing half-done, and the others go on.</summary>
[Trait("Engine", "Sqlite")]
public sealed class DiskTroubleTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_damaged_file_takes_one_institution_out_of_service_and_says_which_file_it_is()
    {
        var (id, file) = (district.Tenant("school-2").Id, FileOf("school-2"));
        await district.Services.GetRequiredService<SqliteFiles>().CloseAsync(file);
        foreach (var log in new[] { "-wal", "-shm" }) File.Delete(file + log);
        await File.WriteAllBytesAsync(file, [.. Enumerable.Repeat((byte)'x', 65536)]);

        var first = await district.Visitor().OpenAsync("/school-2/news");
        var then = await district.Visitor().OpenAsync("/school-2/news");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (first.Status, then.Status));
        Assert.DoesNotContain("SQLite", first.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ремонтируется", then.Text);
        Assert.Equal(TenantState.NeedsAttention, district.Tenant("school-2").State);
        Assert.Contains($"{id}.db", district.Tenant("school-2").Trouble);
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/school-1/news"));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_said_to_a_program_in_plain_words()
    {
        var file = FileOf("centre");
        await district.Services.GetRequiredService<SqliteFiles>().CloseAsync(file);
        File.Move(file, file + ".gone");

        var answer = await district.Visitor().Http.GetAsync("/centre/api/v1/content");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TenantState.NeedsAttention, district.Tenant("centre").State);
    }

    [Fact]
    public async Task A_full_disk_keeps_nothing_half_done_and_says_so()
    {
        var head = await district.SignInAsync("head", "/school-1");
        using var program = district.CreateClient();
        var token = await (await program.PostAsJsonAsync("/school-1/api/v1/token", new { login = "head@demo.local", password = "Integral-2026" })).Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>();
        program.DefaultRequestHeaders.Authorization = new("Bearer", (string)token!["accessToken"]!);
        var accounts = await district.InHostAsync(host => host.Users.CountAsync());
        Assert.True(await LimitAsync(isFull: true));

        var api = new HttpResponseMessage();
        for (var i = 0; i < 50 && api.StatusCode != HttpStatusCode.InsufficientStorage; i++)
            api = await program.PostAsJsonAsync("/school-1/api/v1/people", new { familyName = $"Full{i:D3}", roles = new[] { "learner" } });
        var who = await district.InDbAsync("school-1", db => { var people = db.People; return people.Select(p => p.Id).FirstAsync(); });
        var screen = await head.SubmitAsync($"/school-1/Admin/People/Edit/{who}", new() { ["Form.FamilyName"] = new('ы', 90), ["Form.GivenName"] = new('ы', 90) });

        Assert.Equal(HttpStatusCode.InsufficientStorage, api.StatusCode);
        Assert.StartsWith("The disk of the server is full", (string)(await api.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>())!["detail"]!);
        Assert.Equal(HttpStatusCode.InsufficientStorage, screen.Status);
        Assert.Contains("заполнен", screen.Text);
        // Nobody is half there: as many new accounts as new persons, and the institution works on.
        Assert.Equal(await district.InHostAsync(host => host.Users.CountAsync()) - accounts, await district.InDbAsync("school-1", db => { var people = db.People; return people.CountAsync(p => p.FamilyName.StartsWith("Full")); }));
        Assert.True(await LimitAsync(isFull: false));
        Assert.Equal(HttpStatusCode.Created, (await program.PostAsJsonAsync("/school-1/api/v1/people", new { familyName = "Later", roles = new[] { "learner" } })).StatusCode);
    }

    // A limit is a connection's own. All that a file keeps are lent here at once: whoever comes next, up to so many together, gets one of them.
    private Task<bool> LimitAsync(bool isFull, int connections = 8) => district.InDbAsync("school-1", async db =>
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA max_page_count = 1";
        if (!isFull) command.CommandText = "PRAGMA max_page_count = 1000000";
        return await command.ExecuteScalarAsync() is not null && (connections == 1 || await LimitAsync(isFull, connections - 1));
    });

    private string FileOf(string tenant) => Path.Combine(district.Folder, "tenants", $"{district.Tenant(tenant).Id}.db");
}
