using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Tenancy;

/// <summary>A demo with a second database server: another database of the same cluster.</summary>
public sealed class TwoServers : District
{
    internal string Second => $"{Database}_north";

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Integral:Database:Servers:North:ConnectionString", Engine.As("integral_app", Second)),
        new("Integral:Database:Servers:North:OwnerConnectionString", Engine.As("integral_owner", Second)),
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Engine.CreateAsync(Second);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Engine.DropAsync(Second);
    }
}

[Trait("Engine", "PostgreSql")]
public sealed class ServerTests(TwoServers district) : IClassFixture<TwoServers>
{
    private const string Tenants = "/api/v1/tenants";

    [Fact]
    public async Task An_institution_lives_on_the_server_it_was_placed_on()
    {
        var admin = await district.AdminProgramAsync();
        var created = await admin.PostAsJsonAsync(Tenants, new { name = "North", path = "north", recipe = "school", server = "north" });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var tenant = district.Tenant("north");

        await district.InDbAsync("north", async db => { db.Add(new Person(new("Северов", "Иван", null), "ru")); return await db.SaveChangesAsync(); });

        Assert.Equal("North", tenant.Server);
        Assert.Equal(1, await district.InDbAsync("north", db => db.Set<Person>().CountAsync(p => p.FamilyName == "Северов")));
        Assert.Equal(0, await district.InDbAsync("school-1", db => db.Set<Person>().CountAsync(p => p.FamilyName == "Северов")));
        Assert.Equal(1, await Engine.CountAsync(district.Second, "SELECT count(*) FROM people"));
        Assert.Equal(0, await Engine.CountAsync(district.Database, $"SELECT count(*) FROM people WHERE tenant_id = '{tenant.Id}'"));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/north/"));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/school-1/"));
    }

    [Fact]
    public async Task What_is_removed_leaves_nothing_on_its_server()
    {
        var admin = await district.AdminProgramAsync();
        var created = await admin.PostAsJsonAsync(Tenants, new { name = "Leaves", path = "leaves", recipe = "school", server = "North" });
        var id = (Guid)(await created.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        Assert.NotEqual(0, await Engine.CountAsync(district.Second, $"SELECT count(*) FROM content_items WHERE tenant_id = '{id}'"));

        Assert.Equal(HttpStatusCode.OK, (await admin.DeleteAsync($"{Tenants}/{id}")).StatusCode);

        Assert.Equal(0, await Engine.CountAsync(district.Second, $"SELECT count(*) FROM content_items WHERE tenant_id = '{id}'"));
        Assert.Equal(0, await Engine.CountAsync(district.Second, $"SELECT count(*) FROM audit_entries WHERE tenant_id = '{id}'"));
    }

    [Fact]
    public async Task The_form_for_a_new_institution_offers_the_servers()
    {
        var admin = await district.SignInAsync("admin");
        var page = await admin.OpenAsync("/Admin/Tenants/Create");
        Assert.Contains(page.Document.QuerySelectorAll("select[name='Form.Server'] option"), o => o.GetAttribute("value") == "North");
    }
}

public sealed class UnknownServerTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_server_that_is_not_in_the_settings_is_refused()
    {
        var admin = await district.AdminProgramAsync();
        var answer = await admin.PostAsJsonAsync("/api/v1/tenants", new { name = "Nowhere", path = "nowhere", recipe = "school", server = "nowhere" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/nowhere/"));
    }

    [Fact]
    public async Task Where_there_is_one_server_the_form_does_not_ask() =>
        Assert.Empty((await (await district.SignInAsync("admin")).OpenAsync("/Admin/Tenants/Create")).Document.QuerySelectorAll("[name='Form.Server']"));
}
