using System.Net;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Jobs;

/// <summary>The operator's page.</summary>
public sealed class StatusTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task The_page_says_that_all_is_well_and_what_the_installation_does_by_itself()
    {
        var admin = await district.SignInAsync("admin");
        var page = await admin.ReadAsync("/Admin/Status");

        Assert.Contains("Всё в порядке", page, StringComparison.Ordinal);
        Assert.Contains(Kit.Engine.IsPostgreSql ? "PostgreSQL" : "SQLite", page, StringComparison.Ordinal);
        Assert.Contains("Забыть завершённые входы", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_put_aside_is_shown_and_sent_again_or_dropped_from_there()
    {
        foreach (var path in new[] { "school-1", "school-2" }) district.Refusals.Texts[path] = true;
        foreach (var path in new[] { "school-1", "school-2" }) await district.SendAsync("centre", path, path);
        for (var i = 0; i < 6; i++) await district.PassAsync(TimeSpan.FromMinutes(10));
        district.Refusals.Texts.Clear();
        var admin = await district.SignInAsync("admin");
        var page = await admin.OpenAsync("/Admin/Status");
        Assert.Contains("Нужно ваше внимание", page.Text, StringComparison.Ordinal);
        Assert.Contains(district.Tenant("centre").Name, page.Document.Body!.TextContent, StringComparison.Ordinal);
        var dead = await district.InTenantAsync("", services => services.GetRequiredService<DeadLetters>().ListAsync(10));

        Assert.True((await admin.SubmitAsync("/Admin/Status", [], $"id={dead[0].Id}&handler=Retry")).IsRedirect);
        await district.AllAsync();
        Assert.Single(await district.HeardAsync(dead[0].Receiver!.Path));
        Assert.True((await admin.SubmitAsync("/Admin/Status", [], $"id={dead[1].Id}&handler=Drop")).IsRedirect);
        Assert.Contains("Всё в порядке", await admin.ReadAsync("/Admin/Status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_the_installations_and_not_there_in_an_institution()
    {
        var admin = await district.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync("/school-1/Admin/Status"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("district")).StatusAsync("/Admin/Status"));
    }

    [Fact]
    public async Task What_waits_is_counted_with_whose_it_is()
    {
        await district.PassAsync(Agenda.LastLook);
        await district.SendAsync("school-2", "centre", "one", "two");
        var admin = await district.SignInAsync("admin");
        Assert.Contains(district.Tenant("school-2").Name, (await admin.OpenAsync("/Admin/Status")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var status = await district.InTenantAsync("", services => services.GetRequiredService<InstallationStatus>().OutboxesAsync());
        Assert.Equal(2, status.Waiting);
        await district.AllAsync();
    }
}
