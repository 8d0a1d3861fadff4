using System.Text.Json.Nodes;
using Integral.Content;
using Integral.Content.Data;
using Integral.Content.Editing;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content;

/// <summary>Whose text is whose, and who may show it to visitors.</summary>
public sealed class DeskRightsTests(District district) : IClassFixture<District>
{
    private static readonly Guid Author = Guid.NewGuid(), Neighbour = Guid.NewGuid();

    [Fact]
    public async Task A_draft_is_within_the_reach_of_its_author_and_of_those_who_edit_and_of_nobody_else()
    {
        var id = await WriteAsync(Author, "Only mine", isPublished: false, ContentModule.Write);

        Assert.Contains(id, await SeenAsync(Author, ContentModule.Write));
        Assert.Contains(id, await SeenAsync(Neighbour, ContentModule.Write, ContentModule.Edit));
        Assert.DoesNotContain(id, await SeenAsync(Neighbour, ContentModule.Write));
        await Assert.ThrowsAsync<NotFoundException>(() => AsAsync(Neighbour, desk => desk.OpenAsync(id), ContentModule.Write));
    }

    [Fact]
    public async Task What_somebody_else_published_can_be_read_and_not_changed()
    {
        var id = await WriteAsync(Author, "For everybody", isPublished: true, ContentModule.Write, ContentModule.Publish);
        Assert.Contains(id, await SeenAsync(Neighbour, ContentModule.Write));
        await Assert.ThrowsAsync<NotAllowedException>(() => AsAsync(Neighbour, async desk => await desk.SaveAsync(await desk.OpenAsync(id), false), ContentModule.Write));
        await Assert.ThrowsAsync<NotAllowedException>(() => AsAsync(Neighbour, async desk => { await desk.DeleteAsync(id); return 0; }, ContentModule.Write, ContentModule.Publish));
    }

    [Fact]
    public async Task Who_may_not_publish_may_neither_show_nor_take_away()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => WriteAsync(Author, "Too early", isPublished: true, ContentModule.Write));
        var id = await WriteAsync(Author, "A draft", isPublished: false, ContentModule.Write);
        await Assert.ThrowsAsync<NotAllowedException>(() => AsAsync(Author, async desk => { await desk.DeleteAsync(id); return 0; }, ContentModule.Write));
        await Assert.ThrowsAsync<NotAllowedException>(() => AsAsync(Author, async desk => { await desk.RestoreAsync(id); return 0; }, ContentModule.Write));
    }

    [Fact]
    public async Task Only_mine_finds_what_is_ones_own_and_what_was_given_to_one()
    {
        var (mine, theirs) = (await WriteAsync(Author, "Mine", isPublished: false, ContentModule.Write), await WriteAsync(Neighbour, "Theirs", isPublished: true, ContentModule.Write, ContentModule.Publish));
        Assert.Equal((true, false), (await OwnAsync(Author)).Aggregate((false, false), (found, id) => (found.Item1 || id == mine, found.Item2 || id == theirs)));
        await AsAsync(Neighbour, async desk => { await desk.GiveAsync((await desk.OpenAsync(mine)).Item!, Neighbour.ToString("N")); return 0; }, ContentModule.Write, ContentModule.Edit);
        Assert.DoesNotContain(mine, await OwnAsync(Author));
        Assert.Contains(mine, await OwnAsync(Neighbour));
        await Assert.ThrowsAsync<NotFoundException>(() => AsAsync(Author, desk => desk.OpenAsync(mine), ContentModule.Write));
        await Assert.ThrowsAsync<NotAllowedException>(() => AsAsync(Neighbour, async desk => { await desk.GiveAsync((await desk.OpenAsync(mine)).Item!, Author.ToString("N")); return 0; }, ContentModule.Write));
    }

    [Fact]
    public async Task What_comes_from_above_is_changed_there()
    {
        await district.SettleAsync();
        var id = await district.InDbAsync("school-1", db => db.ContentItems.Where(i => i.OriginId != null).Select(i => i.ContentItemId).FirstAsync());
        await Assert.ThrowsAsync<NotAllowedException>(() => AsAsync(Author, async desk => await desk.SaveAsync(await desk.OpenAsync(id), false), ContentModule.Write, ContentModule.Edit, ContentModule.Publish));
    }

    private async Task<string> WriteAsync(Guid who, string title, bool isPublished, params string[] permissions) => (await AsAsync(who, async desk =>
    {
        var sheet = await desk.NewAsync("News");
        sheet.Say(new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title } });
        return await desk.SaveAsync(sheet, isPublished);
    }, permissions)).ContentItemId;

    private Task<List<string>> SeenAsync(Guid who, params string[] permissions) => district.InTenantAsync("school-1", async services =>
    {
        Enter(services, who, permissions);
        return (await services.GetRequiredService<DeskList>().PageAsync(new(null, null, null, null, null))).Rows.Select(r => r.ContentItemId).ToList();
    });

    private Task<List<string>> OwnAsync(Guid who) => district.InTenantAsync("school-1", async services =>
    {
        Enter(services, who, [ContentModule.Write]);
        return (await services.GetRequiredService<DeskList>().PageAsync(new(null, null, null, null, null, IsMine: true))).Rows.Select(r => r.ContentItemId).ToList();
    });

    private Task<T> AsAsync<T>(Guid who, Func<ContentDesk, Task<T>> work, params string[] permissions) => district.InTenantAsync("school-1", services =>
    {
        Enter(services, who, permissions);
        return work(services.GetRequiredService<ContentDesk>());
    });

    private static void Enter(IServiceProvider services, Guid who, string[] permissions) =>
        services.GetRequiredService<Current>().Enter(new SignedIn(who, Guid.NewGuid(), "someone", "Someone", null, null, new HashSet<string>(), permissions.ToHashSet()));
}
