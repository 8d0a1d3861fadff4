using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Messaging;

/// <summary>Letters are rows: saved with their cause, sent once, erased afterwards.</summary>
public sealed class LetterTests
{
    [Fact]
    public async Task A_letter_is_saved_with_its_cause_or_not_at_all_and_erased_when_it_was_sent()
    {
        await using var district = await StartAsync();
        await Assert.ThrowsAsync<RuleException>(() => district.InTenantAsync("school-1", async services =>
        {
            var host = services.GetRequiredService<HostDb>();
            await host.WriteAsync(async () =>
            {
                services.GetRequiredService<Letters>().Add(host, district.Tenant("school-1").Id, new("undone@mail.local", "", ""));
                await host.SaveChangesAsync();
                Rule.Require(false, "Undone.");
            });
            return true;
        }));
        await district.WriteAsync("school-1", null, "one@mail.local");
        await district.AllAsync();

        Assert.Equal(["one@mail.local"], district.SentTo);
        var row = Assert.Single(await district.RowsAsync("school-1"));
        Assert.Equal((null, true), (row.Content, row.IsSent));
    }

    [Fact]
    public async Task What_a_process_that_died_told_nobody_of_is_found_and_one_it_was_sending_is_sent_when_it_is_taken_for_dead()
    {
        await using var district = await StartAsync();
        await district.WriteAsync("school-1", null, "found@mail.local");
        await district.InHostAsync(async host => { await host.WriteAsync(() => { var due = host.DueWork; return due.ExecuteDeleteAsync(); }); return true; });
        Assert.Equal(0, await district.RoundAsync());
        await district.Services.GetRequiredService<LetterCare>().SweepAsync(default);
        await district.AllAsync();
        Assert.Equal(["found@mail.local"], district.SentTo);

        district.Post.Takes = TimeSpan.FromMinutes(1);
        await district.WriteAsync("school-2", null, "claimed@mail.local");
        var dying = Turn(district).ServeAsync(district.Tenant("school-2"), default);       // it never says what became of it
        await Until.TrueAsync(() => Task.FromResult(district.Post.Begun == 2), "it wasn't claimed");
        district.Post.Takes = TimeSpan.Zero;
        await district.AllAsync();
        Assert.Single(district.Post.Sent);
        await district.PassAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(["found@mail.local", "claimed@mail.local"], district.SentTo);
        Assert.False(dying.IsCompleted);
    }

    [Fact]
    public async Task While_the_mail_server_is_gone_letters_wait_and_one_whose_link_has_expired_is_never_sent()
    {
        await using var district = await StartAsync();
        district.Post.IsGone = true;
        await district.WriteAsync("school-1", district.Clock.GetUtcNow().UtcDateTime.AddHours(1), "recovery@mail.local");
        await district.WriteAsync("school-1", null, "patient@mail.local");
        for (var i = 0; i < 10; i++) await district.PassAsync(TimeSpan.FromMinutes(11));
        var page = await (await district.SignInAsync("admin")).OpenAsync("/Admin/Status");
        Assert.Contains("Почтовый сервер недоступен", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mail.local", page.Text, StringComparison.Ordinal);

        district.Post.IsGone = false;
        await district.PassAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(["patient@mail.local"], district.SentTo);
        Assert.Equal([(null, false), (null, true)], (await district.RowsAsync("school-1")).Select(l => (l.Content, l.IsSent)));
        Assert.All(await district.RowsAsync("school-1"), l => Assert.Equal(0, l.Tries));
    }

    [Fact]
    public async Task One_that_is_refused_for_good_is_put_aside_at_once_one_refused_for_now_later_and_both_can_be_sent_again()
    {
        await using var district = await StartAsync();
        district.Post.Refuses["never@mail.local"] = new RefusedException("No such mailbox", isFinal: true);
        district.Post.Refuses["full@mail.local"] = new RefusedException("Mailbox full", isFinal: false);
        await district.WriteAsync("school-1", null, "never@mail.local", "full@mail.local", "good@mail.local");
        var written = (await district.RowsAsync("school-1")).Select(l => l.Id).ToHashSet();        // the school writes letters of its own in the days that pass
        await district.AllAsync();
        Assert.Equal(["good@mail.local"], district.SentTo);
        Assert.Single(await DeadAsync(district));
        for (var i = 0; i < 6; i++) await district.PassAsync(TimeSpan.FromHours(9));
        Assert.Equal(2, (await DeadAsync(district)).Count);

        district.Post.Refuses.Clear();
        var admin = await district.SignInAsync("admin");
        var page = await admin.OpenAsync("/Admin/Status");
        Assert.Contains("электронная почта", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mail.local", page.Text, StringComparison.Ordinal);
        var dead = await DeadAsync(district);
        Assert.True((await admin.SubmitAsync("/Admin/Status", [], $"id={dead[0].Id}&handler=Retry")).IsRedirect);
        Assert.True((await admin.SubmitAsync("/Admin/Status", [], $"id={dead[1].Id}&handler=Drop")).IsRedirect);
        await district.AllAsync();
        Assert.Equal(2, district.SentTo.Count(to => to.EndsWith("@mail.local", StringComparison.Ordinal)));
        Assert.Equal(2, (await district.RowsAsync("school-1")).Count(l => written.Contains(l.Id) && l.IsSent && l.Content is null));
        Assert.Empty(await DeadAsync(district));
    }

    [Fact]
    public async Task An_institution_with_very_many_letters_holds_up_no_other_and_sends_no_more_in_an_hour_than_it_may()
    {
        await using var district = await StartAsync();
        await district.WriteAsync("school-1", null, [.. Enumerable.Range(0, 100).Select(i => $"{i}@many.local")]);
        district.Clock.Pass(TimeSpan.FromSeconds(1));
        await district.WriteAsync("school-2", null, "other@mail.local");
        for (var turn = 0; turn < 2; turn++) await district.RoundAsync();
        Assert.Contains("other@mail.local", district.SentTo);
        Assert.Equal(LetterTurn.AtMost, Many(district));

        await district.AllAsync();
        Assert.Equal(25, Many(district));
        await district.PassAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(25, Many(district));
        await district.PassAsync(TimeSpan.FromMinutes(31));
        Assert.Equal(50, Many(district));
    }

    [Fact]
    public async Task Two_nodes_that_send_for_one_institution_at_once_send_each_letter_once()
    {
        await using var district = await StartAsync();
        district.Post.Takes = TimeSpan.FromMilliseconds(20);
        await district.WriteAsync("centre", null, [.. Enumerable.Range(0, 20).Select(i => $"{i}@mail.local")]);
        for (var round = 0; round < 3; round++) await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Turn(district).ServeAsync(district.Tenant("centre"), default)));
        Assert.Equal(20, district.Post.Sent.Count);
        Assert.Equal(20, district.SentTo.Distinct().Count());
    }

    [Fact]
    public async Task What_a_tenants_save_causes_goes_through_its_outbox_and_comes_once_however_often_it_is_received()
    {
        await using var district = await StartAsync();
        await district.SendAsync("school-1", outbox => outbox.Add(new Letter("outbox@mail.local", "Subject", "Text")));
        await district.AllAsync();
        await Until.TrueAsync(async () => { await district.AllAsync(); return district.Post.Sent.Count == 1; }, "it wasn't sent");

        var (letters, arrival) = (district.Services.GetRequiredService<Letters>(), new Arrival(Guid.NewGuid(), district.Tenant("school-1").Id, DateTime.UnixEpoch));
        for (var i = 0; i < 2; i++) foreach (var whose in new[] { Guid.Empty, arrival.SenderId }) await letters.AddOnceAsync(arrival.SenderId, new("again@mail.local", "", ""), arrival, whose);
        Assert.Equal(3, (await district.RowsAsync("school-1")).Count);
    }

    [Fact]
    public async Task Asking_for_a_new_password_writes_the_same_for_an_account_and_for_nobodys()
    {
        await using var district = await StartAsync();
        await district.InHostAsync(host => { host.Users.Single(a => a.UserName == "teacher@demo.local").ReachAt("teacher@mail.local"); return host.SaveChangesAsync(); });
        var known = await StatementsAsync("teacher@demo.local");
        Assert.Equal(known, await StatementsAsync("nobody@demo.local"));
        await Until.TrueAsync(async () => { await district.AllAsync(); return district.Post.Sent.Count == 1; }, "it wasn't sent");
        Assert.Equal(["teacher@mail.local"], district.SentTo);

        async Task<List<string>> StatementsAsync(string who)
        {
            var visitor = district.Visitor();
            await visitor.OpenAsync("/school-1/forgot");
            district.Statements.Reset();
            Assert.True((await visitor.PostAsync("/school-1/forgot", [new("Form.Login", who)])).IsRedirect);
            return [.. district.Statements.Seen.Select(s => s[(s.IndexOf(']') + 1)..]).Where(s => !s.Contains("due_work", StringComparison.Ordinal))];      // its row is there the second time
        }
    }

    private static async Task<LetterDistrict> StartAsync()
    {
        var district = new LetterDistrict();
        await district.InitializeAsync();
        return district;
    }

    private static LetterTurn Turn(LetterDistrict district) => ActivatorUtilities.CreateInstance<LetterTurn>(district.Services);
    private static int Many(LetterDistrict district) => district.SentTo.Count(to => to.EndsWith("many.local", StringComparison.Ordinal));
    private static Task<IReadOnlyList<Undelivered>> DeadAsync(LetterDistrict district) => district.InTenantAsync("", services => services.GetRequiredService<DeadLetters>().ListAsync(10));
}
