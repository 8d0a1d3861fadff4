using System.Net;
using Integral.Announcements;
using Integral.Communication.Contracts;
using Integral.Communication.Data;
using Integral.Platform.Security;
using Integral.Tests.Messaging;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Communication.Announced;

namespace Integral.Tests.Communication;

/// <summary>What is announced to an audience, and who has read it.</summary>
public sealed class AnnouncementTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    [Fact]
    public async Task The_head_sees_whom_it_reaches_a_parent_says_that_they_have_read_it_and_the_head_sees_that()
    {
        var (head, parent) = (await district.SignInArmedAsync("head", "/school-1"), await district.SignInAsync("parent", "/school-1"));
        var group = await district.GroupAsync("7А");
        var written = await head.SubmitAsync($"{Desk}/Edit", Words("Собрание по классам", ("Form.IsImportant", "true"), ("Form.Groups", $"{group}"), ("Form.Whom", "Parents")));
        Assert.True(written.IsRedirect, written.Errors);
        var page = $"{written.Location}";
        Assert.Contains("до 1 человека", await head.ReadAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Собрание по классам", await parent.ReadAsync("/school-1/cabinet"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await head.PostAsync($"{page}?handler=Publish&version=0", [])).Status);     // not what a colleague has just made of it
        Assert.True((await head.PressAsync(page, "Publish")).IsRedirect);
        await district.PassAsync(TimeSpan.FromSeconds(1));
        var board = await parent.OpenAsync("/school-1/cabinet");
        var address = board.Document.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Собрание по классам").GetAttribute("href")!;
        Assert.Contains("Уведомления, не прочитано:", board.Text, StringComparison.Ordinal);
        var pupil = await district.SignInAsync("pupil", "/school-1");
        Assert.DoesNotContain("Собрание по классам", await pupil.ReadAsync("/school-1/cabinet"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await pupil.StatusAsync(address));

        var text = await parent.OpenAsync(address);
        Assert.Equal("Важное", text.Document.QuerySelector("main strong")!.TextContent);
        Assert.Empty(text.Document.QuerySelectorAll("main script, main [onclick]"));
        Assert.True((await parent.PressAsync(address, "Read")).IsRedirect);
        Assert.DoesNotContain("handler=Read", await parent.ReadAsync(address), StringComparison.Ordinal);
        var account = await district.AccountAsync("parent");
        Assert.All(await district.InDbAsync(School, db => db.Notices.AsNoTracking().Where(n => n.AccountId == account.Id && n.Kind == ImportantNotice.Kind).ToListAsync()), n => Assert.NotNull(n.ReadAt));

        var id = Guid.Parse(page[(page.LastIndexOf('/') + 1)..]);
        Assert.Contains("Оспанова", await head.ReadAsync($"{Desk}/Readers/{id}?hasRead=true"), StringComparison.Ordinal);
        Assert.DoesNotContain("Оспанова Гульнара", await head.ReadAsync($"{Desk}/Readers/{id}"), StringComparison.Ordinal);
        Assert.Equal(new ReadCount(1, 1), await district.CountAsync(School, id));
    }

    [Fact]
    public async Task Who_has_read_it_is_told_of_a_correction_and_who_has_not_finds_it_where_it_was()
    {
        var (reader, other) = (await district.StaffAsync("corrected"), await district.StaffAsync("unread"));
        var id = await district.AnnounceAsync(Centre, new("Room 5", "Come to room 5.", Today, null, true), new() { Roles = [DeliveredRoles.CentreStaff] });
        var (browser, late) = (await district.ArmedAsync(reader), await district.ArmedAsync(other));
        Assert.True((await browser.PressAsync($"/centre/notices/announcements/{id}", "Read")).IsRedirect);

        await district.CorrectAsync(Centre, id, new("Room 7", "Come to room 7.", Today, null, true));
        Assert.Contains("Corrected: Room 7", await browser.ReadAsync("/centre/notices"), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected:", await late.ReadAsync("/centre/notices"), StringComparison.Ordinal);
        Assert.Contains("It was corrected after you had read it", await browser.ReadAsync($"/centre/notices/announcements/{id}"), StringComparison.Ordinal);
        Assert.Equal(0, (await district.CountAsync(Centre, id)).Read);

        var stale = await browser.PostAsync($"/centre/notices/announcements/{id}?handler=Read", [new("edition", "1")]);
        Assert.Contains("It was corrected a moment ago.", stale.Text, StringComparison.Ordinal);
        Assert.True((await browser.PressAsync($"/centre/notices/announcements/{id}", "Read")).IsRedirect);
        Assert.Equal(1, (await district.CountAsync(Centre, id)).Read);
        // The same words once more are no correction.
        await district.CorrectAsync(Centre, id, new("Room 7", "Come to room 7.", Today, null, true));
        Assert.Equal(1, (await district.CountAsync(Centre, id)).Read);
    }

    [Fact]
    public async Task What_is_withdrawn_is_shown_to_nobody_rings_no_bell_and_goes_out_in_no_letter()
    {
        var anna = await district.StaffAsync("withdrawn");
        await district.AwakeAsync(anna.Id);
        var id = await district.AnnounceAsync(Centre, new("Nothing at all", "It says nothing.", Today, null, true), new() { Roles = [DeliveredRoles.CentreStaff] });
        Assert.Contains(await district.OfAsync(anna.Id), n => n is { Kind: ImportantNotice.Kind, WriteAt: not null, ReadAt: null });
        await district.WithdrawAsync(Centre, id);
        var browser = await district.ArmedAsync(anna);
        Assert.DoesNotContain("Nothing at all", await browser.ReadAsync("/centre/notices/announcements"), StringComparison.Ordinal);
        var page = await browser.ReadAsync($"/centre/notices/announcements/{id}");
        Assert.Contains("This announcement was withdrawn", page, StringComparison.Ordinal);
        Assert.DoesNotContain("It says nothing.", page, StringComparison.Ordinal);
        await district.PassAsync(TimeSpan.FromMinutes(30));
        Assert.Empty(district.LettersTo("withdrawn"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync($"/centre/notices/announcements/{id}?handler=Read", [new("edition", "1")])).Status);
    }

    [Fact]
    public async Task It_is_shown_and_told_from_its_first_day_and_stands_on_the_board_until_its_last()
    {
        var anna = await district.StaffAsync("days");
        var id = await district.AnnounceAsync(Centre, new("From tomorrow", "On.", Today.AddDays(1), Today.AddDays(2), false), new() { Roles = [DeliveredRoles.CentreStaff] });
        var browser = await district.ArmedAsync(anna);
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync($"/centre/notices/announcements/{id}"));
        Assert.DoesNotContain(await district.OfAsync(anna.Id), n => n.Address.EndsWith($"{id}", StringComparison.Ordinal));
        await district.PassAsync(TimeSpan.FromDays(1));
        browser = await district.ArmedAsync(anna);
        Assert.Contains(await district.OfAsync(anna.Id), n => n is { Kind: AnnouncedNotice.Kind } && n.Address.EndsWith($"{id}", StringComparison.Ordinal));
        Assert.Contains("From tomorrow", await browser.ReadAsync("/centre/cabinet"), StringComparison.Ordinal);

        // Opened from the list, one of which no more is asked is read.
        var list = await browser.PostAsync($"/centre/notices/announcements?handler=Open&id={id}&edition=1", []);
        Assert.EndsWith($"/announcements/{id}", $"{list.Location}", StringComparison.Ordinal);
        Assert.Equal(1, (await district.CountAsync(Centre, id)).Read);
        await district.PassAsync(TimeSpan.FromDays(2));
        browser = await district.ArmedAsync(anna);
        Assert.DoesNotContain("From tomorrow", await browser.ReadAsync("/centre/cabinet"), StringComparison.Ordinal);
        Assert.Contains("From tomorrow", await browser.ReadAsync("/centre/notices/announcements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_cost_the_same_whoever_reads_and_however_many()
    {
        var head = await district.SignInArmedAsync("centre", "/centre");
        var anna = await district.StaffAsync("cost-0", role: DeliveredRoles.Librarian);
        var browser = await district.ArmedAsync(anna);
        var id = await district.AnnounceAsync(Centre, new("Costs", "Text.", Today, null, true), new() { Roles = [DeliveredRoles.Librarian] });
        string[] mine = ["/centre/cabinet", "/centre/notices/announcements", $"/centre/notices/announcements/{id}"], desk = ["/centre/Admin/Announcements", $"/centre/Admin/Announcements/Show/{id}", $"/centre/Admin/Announcements/Readers/{id}"];
        var few = await CostAsync();
        foreach (var n in Enumerable.Range(1, 6))
        {
            var more = await district.ArmedAsync(await district.StaffAsync($"cost-{n}", role: DeliveredRoles.Librarian));
            if (n < 4) await more.PressAsync($"/centre/notices/announcements/{id}", "Read");
            await district.AnnounceAsync(Centre, new($"Costs {n}", "Text.", Today, null, false), new() { Roles = [DeliveredRoles.Librarian] });
        }
        Assert.Equal(few, await CostAsync());
        Assert.Equal(new ReadCount(7, 3), await district.CountAsync(Centre, id));

        async Task<List<int>> CostAsync()
        {
            var costs = new List<int>();
            foreach (var page in mine) costs.Add(await district.CostAsync(() => browser.ReadAsync(page)));
            foreach (var page in desk) costs.Add(await district.CostAsync(() => head.ReadAsync(page)));
            return costs;
        }
    }

    [Fact]
    public async Task A_thousand_people_are_told_in_parts_and_the_author_is_not()
    {
        var accounts = Enumerable.Range(0, 450).Select(n => new Account { Name = $"Many {n}", UserName = $"many-{n}@crew.local", NormalizedUserName = $"MANY-{n}@CREW.LOCAL", SecurityStamp = "" }).ToList();
        await district.InHostAsync(host =>
        {
            host.AddRange(accounts);
            host.AddRange(accounts.Select(a => new Membership { AccountId = a.Id, TenantId = district.Tenant(Centre).Id, Roles = [DeliveredRoles.Guest] }));
            return host.SaveChangesAsync();
        });
        var id = await district.AnnounceAsync(Centre, new("To all", "Text.", Today, null, false), new() { Everybody = true }, accounts[0].Id);
        var ids = accounts.Select(a => a.Id).ToArray();
        var told = await district.InDbAsync(Centre, db => db.Notices.Where(n => EF.Parameter(ids).Contains(n.AccountId) && n.Kind == AnnouncedNotice.Kind && n.Address.EndsWith($"{id}")).Select(n => n.AccountId).ToListAsync());
        Assert.Equal(449, told.Count);
        Assert.DoesNotContain(accounts[0].Id, told);
    }

    [Fact]
    public async Task Letters_about_it_keep_to_what_one_chose()
    {
        var (atOnce, never) = (await district.StaffAsync("at-once", role: DeliveredRoles.Coordinator), await district.StaffAsync("not-at-all", role: DeliveredRoles.Coordinator));
        foreach (var one in new[] { atOnce, never }) await district.AwakeAsync(one.Id);
        await district.InDbAsync(Centre, db => { db.Add(new Integral.Communication.NoticeChoice { AccountId = never.Id, Kind = ImportantNotice.Kind, Letters = LetterChoice.Never }); return db.SaveChangesAsync(); });
        await district.AnnounceAsync(Centre, new("School is closed", "Text.", Today, null, true), new() { Roles = [DeliveredRoles.Coordinator] });
        await district.PassAsync(TimeSpan.FromMinutes(11));
        await district.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("Important: School is closed", Assert.Single(district.LettersTo("at-once")).Subject);
        Assert.Empty(district.LettersTo("not-at-all"));
    }

    private DateOnly Today => district.TodayIn(Centre);
}
