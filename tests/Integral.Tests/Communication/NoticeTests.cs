using System.Net;
using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Messaging;
using Integral.Platform.Security;
using Integral.Tests.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Communication.ToldPeople;

namespace Integral.Tests.Communication;

/// <summary>The bell, and the list behind it.</summary>
public sealed class NoticeTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    [Fact]
    public async Task Who_is_told_sees_it_at_the_bell_opens_it_and_has_read_it()
    {
        var anna = await district.StaffAsync("bell");
        var browser = await district.ArmedAsync(anna);
        Assert.DoesNotContain("not read yet", await browser.ReadAsync("/centre/cabinet"), StringComparison.Ordinal);
        await district.TellAsync(News("Welding", anna.Id));

        Assert.Contains("Notices, not read yet: 1", await browser.ReadAsync("/centre/cabinet"), StringComparison.Ordinal);
        Assert.Contains("Notices, not read yet: 1", await browser.ReadAsync("/centre/notices?handler=Mark"), StringComparison.Ordinal);
        var list = await browser.ReadAsync("/centre/notices?unread=true");
        foreach (var said in new[] { "To be decided: Look through the application", "What it is about: Welding" }) Assert.Contains(said, list, StringComparison.Ordinal);

        var notice = Assert.Single(await district.OfAsync(anna.Id));
        Assert.Equal("/centre/Admin/Inbox", $"{(await browser.PostAsync($"/centre/notices?handler=Open&id={notice.Id}", [])).Location}");
        Assert.DoesNotContain("not read yet:", await browser.ReadAsync("/centre/cabinet"), StringComparison.Ordinal);
        Assert.DoesNotContain("Welding", await browser.ReadAsync("/centre/notices?unread=true"), StringComparison.Ordinal);
        Assert.Contains("Welding", await browser.ReadAsync("/centre/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_or_reads_what_somebody_else_was_told()
    {
        var (mine, other) = (await district.StaffAsync("mine"), await district.StaffAsync("other"));
        await district.TellAsync(News("Secret matter", mine.Id));
        var browser = await district.ArmedAsync(other);
        Assert.DoesNotContain("Secret matter", await browser.ReadAsync("/centre/notices"), StringComparison.Ordinal);

        var notice = Assert.Single(await district.OfAsync(mine.Id));
        foreach (var handler in new[] { "Open", "Read" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/centre/notices?handler={handler}&id={notice.Id}", [])).Status);
        await browser.PostAsync("/centre/notices?handler=All", new Dictionary<string, string> { ["Until"] = "2100-01-01T00:00:00Z" });
        Assert.Null(Assert.Single(await district.OfAsync(mine.Id)).ReadAt);
    }

    [Fact]
    public async Task What_came_after_the_page_was_drawn_stays_new_when_all_of_it_is_read()
    {
        var anna = await district.StaffAsync("drawn");
        var browser = await district.ArmedAsync(anna);
        await district.TellAsync(News("Seen", anna.Id));
        var page = await browser.OpenAsync("/centre/notices");
        await district.TellAsync(News("Came later", anna.Id));
        var until = page.Document.QuerySelector("input[name=Until]")!.GetAttribute("value")!;
        await browser.PostAsync("/centre/notices?handler=All", new Dictionary<string, string> { ["Until"] = until });

        var unread = await browser.ReadAsync("/centre/notices?unread=true");
        Assert.Contains("Came later", unread, StringComparison.Ordinal);
        Assert.DoesNotContain("Seen", unread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_isnt_so_any_more_goes_where_it_wasnt_read()
    {
        var (anna, ivan) = (await district.StaffAsync("gone"), await district.StaffAsync("knows"));
        await district.TellAsync(News("Decided", anna.Id, ivan.Id) with { About = "decision" });
        await (await district.ArmedAsync(ivan)).ReadAllAsync();
        await district.InTenantAsync(Centre, services =>
        {
            services.GetRequiredService<INotices>().Withdraw(services.GetRequiredService<Outbox>(), Waits, "decision");
            return services.GetRequiredService<Integral.Platform.Data.Db>().SaveChangesAsync();
        });
        await district.AllAsync();
        Assert.Empty(await district.OfAsync(anna.Id));
        Assert.Single(await district.OfAsync(ivan.Id));
    }

    [Fact]
    public void Long_words_are_told_whole_and_where_they_are_too_many_cut_between_letters()
    {
        string Said(int words, string word) => new Notice(News("x") with { Values = Enumerable.Range(0, words).ToDictionary(n => $"v{n}", _ => word) }, Guid.NewGuid(), DateTime.UnixEpoch).Said;
        var (whole, cut) = (Said(2, new string('я', 2000)), Said(4, string.Concat(Enumerable.Repeat("😀", 1000))));
        Assert.Equal(4000, whole.Count(c => c == 'я'));
        Assert.InRange(cut.Length, 1, Notice.LongestValues);
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(string.Concat(System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(cut)!.Values))));
    }

    [Fact]
    public async Task A_role_is_told_without_whoever_did_it_and_of_what_is_unread_more_is_counted()
    {
        var (one, two) = (await district.StaffAsync("role-1", role: DeliveredRoles.Librarian), await district.StaffAsync("role-2", role: DeliveredRoles.Librarian));
        var news = News("Many") with { Roles = [DeliveredRoles.Librarian], Except = two.Id, About = "stage", Together = "/Admin/Inbox?free=true" };
        await district.TellAsync(news);
        await district.TellAsync(news with { Count = 4 }, news);
        Assert.Empty(await district.OfAsync(two.Id));
        var notice = Assert.Single(await district.OfAsync(one.Id));
        Assert.Equal((6, "/Admin/Inbox?free=true"), (notice.Count, notice.Address));

        var browser = await district.ArmedAsync(one);
        Assert.Contains("More like this: 5", await browser.ReadAsync("/centre/notices"), StringComparison.Ordinal);
        await browser.ReadAllAsync();
        await district.TellAsync(news);
        Assert.Equal([6, 1], (await district.OfAsync(one.Id)).Select(n => n.Count));
    }

    [Fact]
    public async Task The_list_goes_on_and_costs_the_same_whatever_is_in_it()
    {
        var anna = await district.StaffAsync("many");
        var browser = await district.ArmedAsync(anna);
        await district.TellAsync(News("One", anna.Id));
        var few = await district.CostAsync(() => browser.ReadAsync("/centre/notices"));
        await district.TellAsync([.. Enumerable.Range(2, 24).Select(i => News($"Matter {i:00}.", anna.Id))]);
        Assert.Equal(few, await district.CostAsync(() => browser.ReadAsync("/centre/notices")));

        var first = await browser.OpenAsync("/centre/notices");
        var next = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await browser.ReadAsync(next);
        Assert.All(Enumerable.Range(2, 24), i => Assert.True(first.Text.Contains($"Matter {i:00}.", StringComparison.Ordinal) ^ second.Contains($"Matter {i:00}.", StringComparison.Ordinal), $"{i}"));
        Assert.Contains("What it is about: One", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_working_group_and_members_by_name_are_told_and_nobody_who_is_no_member()
    {
        var council = await district.InDbAsync(Centre, db => db.Set<Group>().Where(g => g.Name == "Методический совет").Select(g => g.Id).SingleAsync());
        var (named, stranger) = (await district.StaffAsync("named"), await district.AccountAsync("teacher"));
        await district.TellAsync(News("For the council") with { Groups = [council], Members = [named.Id, stranger.Id] });
        foreach (var told in new[] { named, await district.AccountAsync("lecturer"), await district.AccountAsync("expert") }) Assert.Single(await district.OfAsync(told.Id), n => n.Said.Contains("For the council", StringComparison.Ordinal));
        foreach (var other in new[] { stranger, await district.AccountAsync("expert2") }) Assert.DoesNotContain(await district.OfAsync(other.Id), n => n.Said.Contains("For the council", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kind_that_nobody_has_said_or_an_address_elsewhere_is_a_bug()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => district.TellAsync(new News("tests.unknown", "/")));
        await Assert.ThrowsAsync<ArgumentException>(() => district.TellAsync(new News(Waits, "//example.org")));
        await Assert.ThrowsAsync<ArgumentException>(() => district.TellAsync(new News(Waits, "/") { Values = new Dictionary<string, string> { ["unknown"] = "" } }));
    }
}
